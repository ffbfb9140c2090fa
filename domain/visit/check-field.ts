/** What a draft takes in from outside: a known path and a value of its shape. Apart from reading, so that forms go without schemas. */
import { DRAFT_VALUES } from "@/domain/visit/field-values";
import type { DraftKind, DraftPath } from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";

export type DraftFieldCheck =
  | { ok: true; path: DraftPath; value: unknown }
  | { ok: false; code: "unknown_path" | "wrong_shape" };

/** What the server accepts into a draft: a known path and a value of its shape; null clears the field. */
export function checkDraftField(path: string, value: unknown): DraftFieldCheck {
  const known = parseDraftPath(path);
  if (known === null) return { ok: false, code: "unknown_path" };
  if (value === null) return { ok: true, path: known, value: null };
  const parsed = DRAFT_VALUES[known.kind].safeParse(value);
  return parsed.success ? { ok: true, path: known, value: parsed.data } : { ok: false, code: "wrong_shape" };
}

/** For `readDraft` of stored fields: they may have been written by an earlier version. */
export const hasDraftShape = (kind: DraftKind, value: unknown): boolean => DRAFT_VALUES[kind].safeParse(value).success;
