/** "Use passkey" beside a password field: what the form asks besides the password is checked first. */
"use client";

import { KeyRound } from "lucide-react";
import { type MouseEvent, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import type { Proof } from "@/domain/confirmation";
import text from "@/messages/en/passkey.json";
import { askPasskey, isSupported } from "./passkey-device";

const never = () => () => {};

export type UsePasskeyProps = {
  /** The form the button stands in is given along, for what else was typed. */
  onProof: (proof: Proof, form: FormData) => void;
  /** In words, for the form's message; `signedOut`: it asks for the login first. */
  onFault: (message: string, signedOut: boolean) => void;
  /** The act is under way already. */
  busy?: boolean;
};

export function UsePasskey({ onProof, onFault, busy = false }: UsePasskeyProps) {
  const isOffered = useSyncExternalStore(never, isSupported, () => false);
  const [isAsking, setAsking] = useState(false);
  if (!isOffered) return null;

  async function ask(event: MouseEvent<HTMLButtonElement>) {
    const { form } = event.currentTarget;
    if (isAsking || busy || !form || !restIsValid(form)) return;
    const typed = new FormData(form);
    setAsking(true);
    const asked = await askPasskey();
    setAsking(false);
    if (asked.ok) onProof({ passkey: asked.answer }, typed);
    else onFault(asked.message, asked.signedOut);
  }
  return (
    <Button onClick={(event) => void ask(event)} aria-disabled={isAsking || busy || undefined}>
      <KeyRound aria-hidden size={16} />
      {isAsking ? text.asking : text.use}
    </Button>
  );
}

function restIsValid(form: HTMLFormElement): boolean {
  return [...form.elements].every(
    (each) =>
      !(each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement) ||
      each.name === "password" ||
      each.reportValidity(),
  );
}
