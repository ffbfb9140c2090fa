/** What every form about a patient hands to its fields: label, error, and what stands in them. */
import words from "@/messages/en/patient.json";

export type FieldSource = {
  /** What was typed before a refusal, else what is stored. */
  value: (name: string) => string | undefined;
  error: (name: string) => string | undefined;
};

type Field = keyof typeof words.fields;

/** For typed fields. */
export function textField({ value, error }: FieldSource, name: Field) {
  return { name, label: words.fields[name], error: error(name), defaultValue: value(name) ?? "" };
}

/** For choices. */
export function choiceField({ value, error }: FieldSource, name: Field) {
  return { name, error: error(name), defaultValue: value(name) || null };
}
