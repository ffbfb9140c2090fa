/** All editable thresholds as fields; saving keeps those that differ from the shipped values as a new version. */
"use client";

import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { Disclosure } from "@/components/ui/disclosure";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberInput } from "@/components/ui/text-input";
import settings from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";
import { saveThresholds } from "./rule-actions";
import type { ThresholdGroup } from "./threshold-words";

const text = settings.rules;

export function ThresholdForm({ groups }: { groups: readonly ThresholdGroup[] }) {
  const [state, save] = useFormAction(saveThresholds);
  return (
    <form action={save} noValidate className="grid gap-3">
      <FormMessage state={state} />
      {groups.map(({ title, thresholds }) => (
        <Disclosure
          key={title}
          summary={title}
          open={thresholds.some(({ id }) => fieldError(state, id) !== undefined) || undefined}
        >
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {thresholds.map(({ id, label, value, shipped }) => (
              <NumberInput
                key={id}
                name={id}
                label={label}
                hint={fill(text.shippedIs, { value: shipped })}
                error={fieldError(state, id)}
                defaultValue={typedValue(state, id) ?? value}
              />
            ))}
          </div>
        </Disclosure>
      ))}
      <div>
        <SubmitButton pendingLabel={text.savePending}>{text.save}</SubmitButton>
      </div>
    </form>
  );
}
