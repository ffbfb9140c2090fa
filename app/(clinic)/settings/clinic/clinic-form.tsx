/** The owner's form of the clinic's settings; it names the version it started from, so that nobody's change is lost. */
"use client";

import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { FormMessage } from "@/components/ui/form-message";
import { SelectInput } from "@/components/ui/select-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import type { ClinicSettings } from "@/db/clinic";
import text from "@/messages/en/settings.json";
import { saveClinic } from "./save-clinic";

export function ClinicForm({ clinic, timeZones }: { clinic: ClinicSettings; timeZones: readonly string[] }) {
  const [state, save] = useFormAction(saveClinic);
  const words = text.clinic;
  const field = (name: "name" | "phone" | "hours" | "emergencyNumber" | "ownLoginAge") => ({
    name,
    label: words[name],
    error: fieldError(state, name),
    defaultValue: typedValue(state, name) ?? String(clinic[name] ?? ""),
  });
  return (
    <form action={save} noValidate className="grid max-w-140 gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="version" value={clinic.version} />
      <TextInput {...field("name")} autoComplete="organization" />
      <SelectInput
        name="timeZone"
        label={words.timeZone}
        error={fieldError(state, "timeZone")}
        defaultValue={clinic.timeZone}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <TextInput {...field("phone")} hint={words.phoneHint} inputMode="tel" autoComplete="tel" />
      <TextInput {...field("emergencyNumber")} hint={words.emergencyHint} inputMode="tel" autoComplete="off" />
      <TextInput {...field("hours")} hint={words.hoursHint} />
      <NumberInput {...field("ownLoginAge")} hint={words.ownLoginAgeHint} decimals={false} />
      <div>
        <SubmitButton pendingLabel={words.pending}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
