/** Keeps what has not changed: parts of a new value that equal the former one's are the former's own objects. */

type Parts = Record<string, unknown>;

const isPlain = (value: unknown): value is Parts =>
  typeof value === "object" && value !== null && !(value instanceof Map) && !(value instanceof Set);

/**
 * `next`, built of `last`'s objects wherever they are equal; `last` itself where all is. For plain data (no Map, no Set):
 * whoever depends on a part then sees by identity whether that part changed.
 */
export function keepEqual<T>(last: unknown, next: T): T {
  if (Object.is(last, next)) return next;
  if (!isPlain(last) || !isPlain(next) || Array.isArray(last) !== Array.isArray(next)) return next;
  const keys = Object.keys(next);
  const kept: Parts = Array.isArray(next) ? ([] as unknown as Parts) : {};
  let isSame = keys.length === Object.keys(last).length;
  for (const key of keys) {
    kept[key] = keepEqual(last[key], next[key]);
    isSame &&= key in last && Object.is(kept[key], last[key]);
  }
  return (isSame ? last : kept) as T;
}
