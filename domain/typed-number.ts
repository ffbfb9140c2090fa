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

/** Half up (2.5 → 3, −2.5 → −2), free of binary noise: 1.005 to two decimals is 1.01 (CLINICAL 2.2 rule 1). */
export function roundHalfUp(value: number, decimals: number): number {
  const shift = 10 ** decimals;
  const scaled = Number((value * shift).toPrecision(15));
  return Math.floor(scaled + 0.5) / shift + 0;
}
