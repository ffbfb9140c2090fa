/** Who answered and when: what was taken over from the patient is theirs until it is changed at the visit. */
import type { DraftValue } from "@/domain/visit/field-values";
import type { AnswerSource } from "@/domain/visit/visit-entries";

export type AnsweredBy = Pick<DraftValue<"groc">, "filled_by" | "filled_on" | "language" | "response_id">;

/** What is left of an answer without who gave it; undefined parts are none. */
export function withoutSource<T extends AnsweredBy>(value: T): Omit<T, keyof AnsweredBy> {
  const { filled_by: _by, filled_on: _on, language: _in, response_id: _of, ...content } = value;
  return content;
}

/** What the clinician changes is the clinician's answer; the patient's own stays as they sent it. */
export const answeredHere = <T extends AnsweredBy>(value: T) => ({
  ...withoutSource(value),
  ...((value.filled_by ?? "clinician") !== "clinician" && { filled_by: "clinician" as const }),
});

/** Taken over from the patient, and nothing changed since; null where it was answered at the visit. */
export function sourceOf(filled: AnsweredBy): AnswerSource | null {
  const { filled_by, filled_on, response_id } = filled;
  if (filled_by === undefined || filled_by === "clinician") return null;
  return filled_on === undefined || response_id === undefined ? null : { filled_by, filled_on, response_id };
}
