/** Sends what this device still holds of visits nobody has open, and says so while the clinic lacks any of it. */
"use client";

import { HardDrive } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import type { Owner } from "@/components/outbox/device-store";
import type { Unsent } from "@/components/outbox/unsent-drafts";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import text from "@/messages/en/device.json";
import { fill } from "@/messages/fill";

/** Fetched after the page: most pages have nothing to send. */
const drafts = () => import("@/components/outbox/unsent-drafts");

export const saidChanges = (count: number): string => (count === 1 ? text.one : fill(text.many, { count }));

export function DeviceDrafts({ owner: { userId, membershipId } }: { owner: Owner }) {
  const [left, setLeft] = useState<readonly Unsent[]>([]);
  const pathname = usePathname();
  const send = useCallback(async () => {
    try {
      setLeft(await (await drafts()).sendDrafts({ userId, membershipId }));
    } catch {
      // A browser that keeps nothing holds nothing to send.
      setLeft([]);
    }
  }, [userId, membershipId]);

  useEffect(() => {
    const onReturn = () => document.visibilityState === "visible" && void send();
    void send();
    window.addEventListener("online", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    return () => {
      window.removeEventListener("online", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, [send]);

  // The form itself says what of it is not saved.
  const elsewhere = left.filter(({ href, here }) => here && pathname !== href.split("?")[0]);
  const count = elsewhere.reduce((sum, { changes }) => sum + changes, 0);
  if (count === 0 || pathname.startsWith("/visits/")) return null;
  return (
    <Banner
      tone="warn"
      icon={HardDrive}
      title={saidChanges(count)}
      action={
        <Button size="sm" onClick={() => void send()}>
          {text.sendNow}
        </Button>
      }
    >
      {elsewhere.map(({ draft, kind, href }) => (
        <Link key={draft} href={href} prefetch={false} className="mr-3 underline">
          {kind === "diary" ? text.openDiary : text.open}
        </Link>
      ))}
    </Banner>
  );
}
