/** Email and password, given to next-auth; what was typed stays when they don't match. */
"use client";

import { LoaderCircle, Smartphone } from "lucide-react";
import { signIn } from "next-auth/react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

type Text = Messages["auth"]["signIn"];

export function SignInForm({ text, next }: { text: Text; next: string | null }) {
  const [fault, setFault] = useState<string>();
  const [pending, setPending] = useState(false);
  const password = useRef<HTMLDivElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const [email, secret] = [String(form.get("email") ?? ""), String(form.get("password") ?? "")];
    if (email.trim() === "" || secret === "") return setFault(text.missing);
    setFault(undefined);
    setPending(true);
    const refusal = await tryToSignIn(email, secret);
    if (refusal === null) {
      // The server knows the role and the clinics; a whole new page also forgets whoever was here before.
      window.location.assign(next === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
      return;
    }
    setPending(false);
    setFault(wordsFor(refusal, text));
    password.current?.querySelector("input")?.focus();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <FormMessage state={fault === undefined ? { status: "idle" } : { status: "refused", message: fault }} />
      <TextInput
        label={text.email}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <div ref={password}>
        <PasswordInput label={text.password} name="password" showLabel={text.show} required />
      </div>
      <Button type="submit" variant="pri" className="min-h-11" aria-disabled={pending || undefined}>
        {pending ? <LoaderCircle aria-hidden size={16} className="animate-spin" /> : null}
        {pending ? text.pending : text.submit}
      </Button>
      <p className="text-secondary text-muted">{text.forgotten}</p>
      <p className="flex items-start gap-2.5 border-t border-line pt-4 text-secondary text-muted">
        <Smartphone aria-hidden size={16} className="mt-0.5 shrink-0" />
        {text.patient}
      </p>
    </form>
  );
}

/** null = signed in; else the reason as the server words it, "offline" when it didn't answer. */
async function tryToSignIn(email: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    return answer === undefined ? "offline" : (answer.error ?? null);
  } catch {
    return "offline";
  }
}

function wordsFor(refusal: string, text: Text): string {
  const [reason, seconds] = refusal.split(":");
  if (reason === "wrong") return text.wrong;
  if (reason === "too-many") return fill(text.tooMany, { minutes: Math.ceil(Number(seconds) / 60) });
  return reason === "busy" ? text.busy : text.offline;
}
