/** How two spellings of one email address are known to be the same: NFKC, trimmed, lower case. */
export function emailKey(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}
