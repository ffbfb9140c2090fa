/** What a draft takes in from outside: a known path and a value of its shape. Apart from reading, so that forms go without schemas. */
import { DRAFT_VALUES } from "@/domain/visit/field-values";
import type { DraftKind, DraftPath } from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";

export type FieldRefusal = "unknown_path" | "wrong_shape" | "too_long" | "not_a_date";
export type DraftFieldCheck = { ok: true; path: DraftPath; value: unknown } | { ok: false; code: FieldRefusal };

type Issue = { code?: string; origin?: string; message: string };
const isTooLong = ({ code, origin }: Issue): boolean => code === "too_big" && origin === "string";
const isNoDate = ({ message }: Issue): boolean => message === "not_a_date";

/** What was typed has its shape all the same where it is only too long or no day: a form can show it, to be corrected. */
export const isShowable = (code: FieldRefusal): boolean => code === "too_long" || code === "not_a_date";

function refusalOf(issues: readonly Issue[]): FieldRefusal {
  if (!issues.every((issue) => isTooLong(issue) || isNoDate(issue))) return "wrong_shape";
  return issues.some(isTooLong) ? "too_long" : "not_a_date";
}

/** What the server accepts into a draft: a known path and a value of its shape; null clears the field. */
export function checkDraftField(path: string, value: unknown): DraftFieldCheck {
  const known = parseDraftPath(path);
  if (known === null) return { ok: false, code: "unknown_path" };
  if (value === null) return { ok: true, path: known, value: null };
  const parsed = DRAFT_VALUES[known.kind].safeParse(value);
  return parsed.success
    ? { ok: true, path: known, value: parsed.data }
    : { ok: false, code: refusalOf(parsed.error.issues) };
}

/** For `readDraft` of stored fields: they may have been written by an earlier version. */
export const hasDraftShape = (kind: DraftKind, value: unknown): boolean => DRAFT_VALUES[kind].safeParse(value).success;
