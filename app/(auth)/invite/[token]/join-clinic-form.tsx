/** A member of staff joins: with a new account, or by the password of the one they have. */
"use client";

import { useState } from "react";
import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";
import { joinClinic } from "./accept";

type Props = {
  token: string;
  text: Messages["auth"]["invite"];
  name: string;
  email: string;
  hasAccount: boolean;
};

export function JoinClinicForm({ token, text, name, email, hasAccount }: Props) {
  const [state, join] = useFormAction(joinClinic.bind(null, token));
  const [password, setPassword] = useState("");
  return (
    <form action={join} noValidate className="grid gap-4">
      <FormMessage state={state} />
      {hasAccount ? (
        <>
          <p className="text-secondary">{fill(text.knownLead, { email })}</p>
          <input type="hidden" name="email" value={email} autoComplete="username" />
        </>
      ) : (
        <>
          <TextInput
            name="name"
            label={text.name}
            autoComplete="name"
            error={fieldError(state, "name")}
            defaultValue={typedValue(state, "name") ?? name}
          />
          <TextInput name="email" label={text.email} type="email" autoComplete="username" value={email} readOnly />
        </>
      )}
      <PasswordInput
        name="password"
        label={text.password}
        hint={hasAccount ? undefined : text.passwordHint}
        error={fieldError(state, "password")}
        showLabel={text.show}
        autoComplete={hasAccount ? "current-password" : "new-password"}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <SubmitButton pendingLabel={text.pending} className="min-h-11">
        {text.join}
      </SubmitButton>
    </form>
  );
}
