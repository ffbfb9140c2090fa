/**
 * The way into a session. A plan that this phone has not had from the clinic for three days asks to check first; a page
 * that comes back into sight or online asks the clinic again, so that a hold shows.
 */
"use client";

import { Play } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { CheckFirst } from "./check-first";
import { ageOf, useTooOld } from "./plan-age";

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
  const tooOld = useTooOld(madeAt);
  /** On no clock that can be set: a page that seems old right after it came is not asked for again and again. */
  const asked = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const isSeen = () => document.visibilityState === "visible" && navigator.onLine;
    let isHere = true;
    const look = () => {
      if (!isSeen() || performance.now() - asked.current < ASK_AGAIN_MS) return;
      void ageOf(madeAt).then((age) => {
        if (!isHere || Math.abs(age) < ASK_AGAIN_MS) return;
        asked.current = performance.now();
        router.refresh();
      });
    };
    // What was kept for flight mode may have been shown: the clinic is asked as soon as it can be.
    const ask = () => {
      if (isSeen()) router.refresh();
    };
    look();
    const timer = setInterval(look, ASK_AGAIN_MS);
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    window.addEventListener("online", ask);
    return () => {
      isHere = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
      window.removeEventListener("online", ask);
    };
  }, [madeAt, router]);

  if (tooOld) return <CheckFirst text={text} />;
  return (
    <Link href="/my/session" prefetch={false} className={buttonClass(isOptional ? "plain" : "pri", "lg")}>
      <Play aria-hidden size={19} /> {text.start}
    </Link>
  );
}
