/** The new value of one amended field, typed in the field's own terms beside what is recorded. */
"use client";

import { SelectInput } from "@/components/ui/select-input";
import { NumberInput, TextArea } from "@/components/ui/text-input";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { MEASURE_METHODS, measureById } from "@/domain/vocabulary/measures";
import { signById, signGrades } from "@/domain/vocabulary/signs";
import methods from "@/messages/en/method.json";
import text from "@/messages/en/record.json";
import visit from "@/messages/en/visit.json";
import { takesLever, takesMethod } from "./measure-rows";

type Parts = Record<string, unknown>;
const partsOf = (value: unknown): Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : {};

/** Typed here; every other recorded field can only be taken out. */
export function isTypedHere(path: string): boolean {
  const kind = parseDraftPath(path)?.kind;
  return (
    kind === "measure" ||
    kind === "sign" ||
    kind === "body" ||
    kind === "subjective" ||
    kind === "note" ||
    kind === "advice" ||
    kind === "contact_text" ||
    kind === "pain_area"
  );
}

/** @param value what would stand; what isn't edited here (side notes, rater) stays as it was */
export function AmendValue({
  path,
  value,
  onChange,
}: {
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const at = parseDraftPath(path);
  const parts = partsOf(value);
  const put = (name: string, part: unknown) => {
    // A single value goes before the trials it replaces; an earlier "typed right" was said of the old one.
    const { trials: _trials, confirmed: _confirmed, [name]: _old, ...rest } = parts;
    onChange(part === null || part === "" ? rest : { ...rest, [name]: part });
  };
  const typed = (name: string) => (parts[name] === undefined ? "" : String(parts[name]));
  switch (at?.kind) {
    case "measure":
      return (
        <>
          <NumberInput
            name="value"
            label={`${text.amend.value} (${measureById(at.id).unit})`}
            value={typed("value")}
            onChange={(event) => put("value", event.target.value)}
            required
          />
          {takesMethod(at.id) ? (
            <SelectInput
              name="method"
              label={text.amend.method}
              empty={visit.measures.chooseMethod}
              options={MEASURE_METHODS.map((method) => ({ value: method, label: methods[method] }))}
              value={typed("method") || null}
              onChange={(method) => put("method", method)}
            />
          ) : null}
          {takesLever(at.id) ? (
            <NumberInput
              name="lever_m"
              label={text.amend.lever}
              value={typed("lever_m")}
              onChange={(event) => put("lever_m", event.target.value)}
            />
          ) : null}
        </>
      );
    case "sign":
      return (
        <SelectInput
          name="grade"
          label={text.amend.grade}
          empty={visit.notRecorded}
          options={signGrades(signById(at.id)).map((grade) => ({ value: grade, label: visit.grades[grade] }))}
          value={typed("grade") || null}
          onChange={(grade) => (grade === null ? onChange(null) : put("grade", grade))}
        />
      );
    case "body":
      return (
        <NumberInput
          name="value"
          label={text.amend.value}
          value={typed("value")}
          onChange={(event) => put("value", event.target.value)}
          required
        />
      );
    case "pain_area":
      return (
        <NumberInput
          name="intensity"
          label={text.amend.value}
          value={typed("intensity")}
          onChange={(event) => onChange({ quality: [], ...parts, intensity: event.target.value })}
          required
        />
      );
    case "subjective":
      return (
        <TextArea
          name="text"
          label={text.amend.text}
          value={typed("text")}
          onChange={(event) => put("text", event.target.value)}
          required
        />
      );
    case "note":
    case "advice":
    case "contact_text":
      return (
        <TextArea
          name="text"
          label={text.amend.text}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value)}
          required
        />
      );
    default:
      return null;
  }
}
