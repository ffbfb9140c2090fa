/**
 * The way into a session. A plan that this phone has not had from the clinic for three days asks to check first; a page
 * that comes back into sight asks the clinic again, so that a hold shows.
 */
"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";

const TOO_OLD_MS = 72 * 60 * 60_000;
const ASK_AGAIN_MS = 60_000;

export type StartSessionProps = {
  /** When the server made this page, ISO. */
  madeAt: string;
  /** On a rest day the session is offered, not asked for. */
  isOptional: boolean;
  text: { start: string; checkFirst: string; checkFirstText: string };
};

export function StartSession({ madeAt, isOptional, text }: StartSessionProps) {
  const router = useRouter();
  const [isTooOld, setTooOld] = useState(false);
  useEffect(() => {
    const age = () => Date.now() - Date.parse(madeAt);
    const look = () => {
      setTooOld(age() > TOO_OLD_MS);
      if (document.visibilityState === "visible" && age() > ASK_AGAIN_MS && navigator.onLine) router.refresh();
    };
    look();
    const timer = setInterval(look, ASK_AGAIN_MS);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
    };
  }, [madeAt, router]);

  if (isTooOld) {
    return (
      <div role="status" className="rounded-touch border border-line-2 bg-sunken px-4 py-3">
        <strong>{text.checkFirst}</strong> <span className="text-body">{text.checkFirstText}</span>
      </div>
    );
  }
  return (
    <Link href="/my/session" prefetch={false} className={buttonClass(isOptional ? "plain" : "pri", "lg")}>
      <Play aria-hidden size={19} /> {text.start}
    </Link>
  );
}
