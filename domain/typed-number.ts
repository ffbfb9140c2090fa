/** Numbers as people type them: decimal comma or point; an empty field is missing, "0" is a value. */

export type TypedNumber = { kind: "missing" } | { kind: "value"; value: number } | { kind: "not_a_number" };

const SHAPE = /^[+\-−]?(\d{1,9}([.,]\d{0,9})?|[.,]\d{1,9})$/;

/** Accepts `12`, `12,5`, `12.5`, `-3`, `−3`; refuses thousands separators, units, exponents and anything else. */
export function parseNumber(text: string): TypedNumber {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "missing" };
  if (!SHAPE.test(trimmed)) return { kind: "not_a_number" };
  return { kind: "value", value: Number(trimmed.replace(",", ".").replace("−", "-")) + 0 };
}
