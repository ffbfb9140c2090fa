/** An email and a first password, behind a line that opens: most patients need neither. */
"use client";

import { useState } from "react";
import { type FormState, fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { Messages } from "@/messages/rooms";

type Props = {
  email: string | null;
  text: Messages["portal"]["record"]["password"];
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

export function PasswordForm({ email, text, action }: Props) {
  const [state, choose] = useFormAction(action);
  const [password, setPassword] = useState("");
  return (
    <Disclosure summary={text.set} open={state.status !== "idle"}>
      <form action={choose} noValidate className="grid gap-4">
        <FormMessage state={state} />
        <TextInput
          name="email"
          label={text.email}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          error={fieldError(state, "email")}
          defaultValue={typedValue(state, "email") ?? email ?? ""}
        />
        <PasswordInput
          name="password"
          label={text.password}
          hint={text.hint}
          error={fieldError(state, "password")}
          showLabel={text.show}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <SubmitButton size="lg" pendingLabel={text.pending}>
          {text.set}
        </SubmitButton>
      </form>
    </Disclosure>
  );
}
