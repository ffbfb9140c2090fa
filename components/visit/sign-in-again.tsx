/** The login ended while a visit was typed: signing in again here goes on where one was. */
"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import auth from "@/messages/en/auth.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";

const words = auth.signIn;

export function SignInAgain({ onSignedIn }: { onSignedIn: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (isPending) return;
    setPending(true);
    const fault = await signInAs(String(form.get("email") ?? ""), String(form.get("password") ?? ""));
    setPending(false);
    setMessage(fault);
    if (fault !== null) return;
    setOpen(false);
    onSignedIn();
  }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {parts.signIn.button}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={parts.signIn.title} closeLabel={text.close}>
        <form onSubmit={(event) => void submit(event)} className="grid gap-3 text-left text-body text-ink">
          <p className="text-secondary text-muted">{parts.signIn.lead}</p>
          {message === null ? null : <FormMessage state={{ status: "refused", message }} />}
          <TextInput
            label={words.email}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <PasswordInput label={words.password} name="password" showLabel={words.show} required />
          <div className="flex justify-end gap-2">
            <Button type="submit" variant="pri" aria-disabled={isPending || undefined}>
              {isPending ? words.pending : words.submit}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

/** null = signed in; else why not, in words. */
async function signInAs(email: string, password: string): Promise<string | null> {
  try {
    const { signIn } = await import("next-auth/react");
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (!answer) return words.offline;
    const [reason, seconds] = (answer.error ?? "").split(":");
    if (!reason) return null;
    if (reason === "wrong") return words.wrong;
    if (reason === "too-many") return fill(words.tooMany, { minutes: Math.ceil(Number(seconds) / 60) });
    return words.busy;
  } catch {
    return words.offline;
  }
}
