/** A patient opens their plan: one button; an email and a password of their own only if they want them. */
"use client";

import { useState } from "react";
import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { Messages } from "@/messages/rooms";
import { openPlan } from "./accept";

type Props = { token: string; text: Messages["auth"]["invite"]; email: string | null };

export function OpenPlanForm({ token, text, email }: Props) {
  const [state, open] = useFormAction(openPlan.bind(null, token));
  const [password, setPassword] = useState("");
  return (
    <form action={open} noValidate className="grid gap-4">
      <FormMessage state={state} />
      <Disclosure summary={text.ownPassword} open={state.status === "invalid"}>
        <p className="mb-3 text-secondary text-muted">{text.ownPasswordHint}</p>
        <div className="grid gap-4">
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
            hint={text.patientPasswordHint}
            error={fieldError(state, "password")}
            showLabel={text.show}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
      </Disclosure>
      <SubmitButton size="lg" pendingLabel={text.pending}>
        {text.start}
      </SubmitButton>
    </form>
  );
}
