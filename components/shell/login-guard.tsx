/** One browser, one login: a page that was opened for another clinic or person says so instead of taking more text. */
"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { guardActions } from "./action-guard";
import type { OtherLoginProps } from "./other-login";

const KEY = "counterpoise.membership";

const OtherLogin = lazy(async () => ({ default: (await import("./other-login")).OtherLogin }));

/** The page that loaded last knows who is signed in now; the others hear of it at once, or when they are looked at. */
type LoginGuardProps = Omit<OtherLoginProps, "onStay"> & { membershipId: string };

export function LoginGuard({ membershipId, clinicName, reader }: LoginGuardProps) {
  const [isOther, setOther] = useState(false);
  useEffect(() => guardActions(membershipId, () => setOther(true)), [membershipId]);
  useEffect(() => {
    const look = () => {
      const inUse = readInUse();
      setOther(inUse !== null && inUse !== membershipId);
    };
    try {
      localStorage.setItem(KEY, membershipId);
    } catch {
      // Without storage each tab only learns it from the server's refusals.
    }
    look();
    window.addEventListener("storage", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("storage", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [membershipId]);
  if (!isOther) return null;
  return (
    <Suspense>
      <OtherLogin clinicName={clinicName} reader={reader} onStay={() => setOther(false)} />
    </Suspense>
  );
}

function readInUse(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
