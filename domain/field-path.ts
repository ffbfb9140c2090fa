/** Names a field of a JSON document (`cases[0].visits[1].day`) and tells which of two stands first. */
export type FieldPath = readonly PropertyKey[];

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

export const pathText = (path: FieldPath): string =>
  path.reduce<string>((text, step) => {
    const key = String(step);
    if (typeof step === "number" || !PLAIN_KEY.test(key)) {
      return `${text}[${typeof step === "number" ? key : JSON.stringify(key)}]`;
    }
    return text === "" ? key : `${text}.${key}`;
  }, "");

/** Steps as positions in the document; a missing field stands behind those that are there. */
function positions(path: FieldPath, document: unknown): number[] {
  let node = document;
  return path.map((step) => {
    const keys = node !== null && typeof node === "object" ? Object.keys(node) : [];
    const index = keys.indexOf(String(step));
    node = index < 0 ? undefined : (node as Record<string, unknown>)[String(step)];
    return index < 0 ? keys.length : index;
  });
}

/** Negative when `a` stands before `b` in the document. */
export function compareFields(a: FieldPath, b: FieldPath, document: unknown): number {
  const left = positions(a, document);
  const right = positions(b, document);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const step = (left[index] ?? -1) - (right[index] ?? -1);
    if (step !== 0) return step;
  }
  return 0;
}
