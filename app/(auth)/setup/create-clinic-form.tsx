/** The clinic and its owner; the country fills in its emergency number until somebody types another. */
"use client";

import { useEffect, useState } from "react";
import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { SelectInput } from "@/components/ui/select-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import type { Messages } from "@/messages/rooms";
import { createClinic } from "./create-clinic";

type Props = {
  text: Messages["setup"];
  countries: readonly { code: string; name: string; emergencyNumber: string | null }[];
  timeZones: readonly string[];
};

export function CreateClinicForm({ text, countries, timeZones }: Props) {
  const [state, create] = useFormAction(createClinic);
  const [timeZone, setTimeZone] = useState<string | null>(null);
  const [country, setCountry] = useState<string | null>(null);
  const [emergency, setEmergency] = useState<{ number: string; typed: boolean }>({ number: "", typed: false });
  const [password, setPassword] = useState("");

  // Only the browser knows where it stands.
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    setTimeZone((chosen) => chosen ?? (timeZones.includes(here) ? here : null));
  }, [timeZones]);

  function chooseCountry(code: string | null) {
    setCountry(code);
    const number = countries.find((entry) => entry.code === code)?.emergencyNumber ?? "";
    setEmergency((current) => (current.typed ? current : { number, typed: false }));
  }

  const field = (name: string) => ({ name, error: fieldError(state, name), defaultValue: typedValue(state, name) });
  return (
    <form action={create} noValidate className="grid gap-4">
      <FormMessage state={state} />
      <TextInput {...field("clinicName")} label={text.clinicName} autoComplete="organization" />
      <SelectInput
        name="timeZone"
        label={text.timeZone}
        error={fieldError(state, "timeZone")}
        value={timeZone}
        onChange={setTimeZone}
        empty={text.choose}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <TextInput {...field("phone")} label={text.phone} hint={text.phoneHint} inputMode="tel" autoComplete="tel" />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectInput
          name="country"
          label={text.country}
          error={fieldError(state, "country")}
          value={country}
          onChange={chooseCountry}
          empty={text.choose}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextInput
          name="emergencyNumber"
          label={text.emergencyNumber}
          hint={text.emergencyHint}
          error={fieldError(state, "emergencyNumber")}
          value={emergency.number}
          onChange={(event) => setEmergency({ number: event.target.value, typed: event.target.value !== "" })}
          inputMode="tel"
          autoComplete="off"
        />
      </div>
      <h3 className="border-t border-line pt-4 text-card">{text.ownerTitle}</h3>
      <TextInput {...field("ownerName")} label={text.ownerName} autoComplete="name" />
      <TextInput
        {...field("email")}
        label={text.email}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordInput
        name="password"
        label={text.password}
        hint={text.passwordHint}
        error={fieldError(state, "password")}
        showLabel={text.show}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <SubmitButton pendingLabel={text.pending} className="min-h-11">
        {text.submit}
      </SubmitButton>
    </form>
  );
}
