/** Adds a passkey: its name, the password, then the device is asked. */
"use client";

import { KeyRound } from "lucide-react";
import { type FormEvent, useState, useTransition } from "react";
import { isSupported, makePasskey } from "@/components/passkey/passkey-device";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import text from "@/messages/en/passkey.json";
import { beginPasskey, finishPasskey } from "./passkey-actions";

export function AddPasskey() {
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<{ field?: "name"; message: string } | null>(null);
  const [isPending, start] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name") ?? "").trim();
    if (isPending) return;
    if (name === "" || name.length > 60) return setFault({ field: "name", message: text.faults.name });
    start(async () => {
      setFault(null);
      const offered = await beginPasskey(String(form.get("password") ?? ""));
      if (!offered.ok) return setFault({ message: offered.message });
      const answer = await makePasskey(offered.options);
      if (answer === null) return setFault({ message: text.cancelled });
      const added = await finishPasskey(name, answer);
      if (!added.ok) return setFault({ message: added.message });
      setOpen(false);
    });
  }
  return (
    <>
      <Button
        variant="pri"
        onClick={() => {
          setFault(isSupported() ? null : { message: text.unsupported });
          setOpen(true);
        }}
      >
        <KeyRound aria-hidden size={16} />
        {text.add}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={text.addTitle} closeLabel={text.close}>
        <form onSubmit={submit} noValidate className="grid gap-4 text-left text-body text-ink">
          {fault === null || fault.field === "name" ? null : (
            <FormMessage state={{ status: "refused", message: fault.message }} />
          )}
          <TextInput
            name="name"
            label={text.name}
            hint={text.nameHint}
            maxLength={60}
            autoComplete="off"
            error={fault?.field === "name" ? fault.message : undefined}
          />
          <PasswordInput name="password" label={text.password} showLabel={text.show} required />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{text.cancel}</Button>
            <Button type="submit" variant="pri" aria-disabled={isPending || undefined}>
              {isPending ? text.addPending : text.addSubmit}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
