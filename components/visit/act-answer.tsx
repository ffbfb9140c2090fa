/** Why an act was not done, with the way out beside it: sign in again here, or load what the server holds by now. */
"use client";

import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import parts from "@/messages/en/visit-parts.json";
import { SignInAgain } from "./sign-in-again";
import type { ActRefusal } from "./visit-data";

/** Stands outside the act's own form: signing in is a form too. */
export function ActAnswer({ refusal, onSignedIn }: { refusal: ActRefusal | null; onSignedIn: () => void }) {
  if (refusal === null) return null;
  return (
    <div className="mb-3 grid justify-items-start gap-3">
      <FormMessage state={{ status: "refused", message: refusal.message }} className="w-full" />
      {refusal.signedOut ? <SignInAgain onSignedIn={onSignedIn} /> : null}
      {refusal.stale ? <Button onClick={() => location.reload()}>{parts.sign.reload}</Button> : null}
    </div>
  );
}
