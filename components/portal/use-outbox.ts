/** Sends what waits on this phone whenever a page opens or the network is back, and reads anew whatever that changes. */
"use client";

import { useEffect, useState } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { onSessionsChange, sendSessions } from "@/components/outbox/session-outbox";

/** `read` stays the same function from render to render. null until it has answered, and where the browser keeps nothing. */
export function useOutbox<Found>(
  { userId, membershipId }: Owner,
  read: (owner: Owner) => Promise<Found>,
): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const me = { userId, membershipId };
    let isHere = true;
    const look = () =>
      void read(me).then(
        (now) => isHere && setFound(now),
        () => {},
      );
    const send = () => void sendSessions(me).catch(() => {});
    const stop = onSessionsChange(look);
    look();
    send();
    window.addEventListener("online", send);
    return () => {
      isHere = false;
      stop();
      window.removeEventListener("online", send);
    };
  }, [userId, membershipId, read]);
  return found;
}
