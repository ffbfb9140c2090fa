/** Changes a template of the clinic's own: its name, its doses, and which exercises stay. */
"use client";

import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { Checkbox } from "@/components/ui/checkbox";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import type { ClinicTemplateItem } from "@/domain/plan/clinic-template";
import library from "@/messages/en/library.json";
import { fill } from "@/messages/fill";
import { saveTemplateChange } from "./template-actions";
import { TEMPLATE_PARTS, TEMPO_MAX, type TemplatePart } from "./template-parts";

const words = library.templates;
const PARTS = Object.keys(TEMPLATE_PARTS) as TemplatePart[];

export type OwnTemplateFormProps = {
  template: string;
  base: number;
  name: string;
  items: readonly (ClinicTemplateItem & { name: string })[];
};

export function OwnTemplateForm({ template, base, name, items }: OwnTemplateFormProps) {
  const [state, save] = useFormAction(saveTemplateChange);
  const field = (id: string, start: string) => ({
    name: id,
    id: `${template}.${id}`,
    error: fieldError(state, id),
    defaultValue: typedValue(state, id) ?? start,
  });
  return (
    <form action={save} noValidate className="grid gap-3">
      <p className="text-secondary text-muted">{words.edit_lead}</p>
      <FormMessage state={state} />
      <input type="hidden" name="template" value={template} />
      <input type="hidden" name="base" value={base} />
      <TextInput {...field("name", name)} label={words.name} maxLength={80} required />
      {items.map((item, index) => (
        <fieldset key={`${item.exercise}.${item.dose.side}`} className="border-t border-line pt-2">
          <legend className="float-left mb-1 w-full text-secondary font-bold">{item.name}</legend>
          <div className="clear-both grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] items-end gap-2">
            {PARTS.filter((part) => item.dose[part] !== null).map((part) => (
              <NumberInput
                key={part}
                {...field(`${index}.${part}`, String(item.dose[part]))}
                label={words.parts[part]}
                decimals={false}
              />
            ))}
            <TextInput
              {...field(`${index}.tempo`, item.dose.tempo ?? "")}
              label={library.exercises.tempo}
              maxLength={TEMPO_MAX}
              fieldClassName="col-span-2"
            />
          </div>
          <Checkbox
            name={`${index}.remove`}
            id={`${template}.${index}.remove`}
            label={fill(words.remove, { name: item.name })}
          />
        </fieldset>
      ))}
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}
