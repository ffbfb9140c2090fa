/** What the rules give by code, in words: reasons of a gate, rules of a return, and what a statement still lacks. */
import type { SidePattern } from "@/domain/assessment";
import { flagById, isFlagId } from "@/domain/vocabulary/flags";
import { isMeasureId, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { isSignId, signById } from "@/domain/vocabulary/signs";
import { STATEMENTS } from "@/domain/vocabulary/statements";
import words from "./en/reason.json";
import { fill } from "./fill";

/** Charts and reports head measures by shorter titles than the visit's rows. */
export type MeasureName = (id: MeasureId) => string;

const REASONS: Readonly<Record<string, string>> = words.reasons;
const REGRESS: Readonly<Record<string, string>> = words.regress_rules;
const OTHERS: Readonly<Record<string, string>> = { ...words.missing_names, ...words.acks };

const rowName: MeasureName = (id) => measureById(id).label;
const readable = (id: string): string => id.replaceAll("_", " ");

/** " L" after what has a side; nothing after what has none. */
export const sideLetter = (part: string | undefined): string => (part === "L" || part === "R" ? ` ${part}` : "");

/** A measure, a sign, a flag or another thing by its name; an id without one stays readable as it is. */
export function thingName(id: string, measureName = rowName): string {
  if (isMeasureId(id)) return measureName(id);
  if (isSignId(id)) return signById(id).label;
  if (isFlagId(id)) return flagById(id).name;
  return OTHERS[id] ?? readable(id);
}

export function reasonWords(code: string, measureName = rowName): string {
  if (code.startsWith("missing:"))
    return fill(words.missing, { what: sidedName(code.slice("missing:".length), measureName) });
  const [id = "", side] = code.split(":");
  const number = /\d+/.exec(id)?.[0] ?? "";
  return fill(REASONS[id.replace(/\d+/, "N")] ?? readable(id), { n: number }) + sideLetter(side);
}

export const regressWords = (code: string): string => REGRESS[code] ?? readable(code);

/** The sentence for one side, with what is missing named. */
export function statementWords(
  { statement, missing }: Pick<SidePattern, "statement" | "missing">,
  measureName = rowName,
): string {
  const template = STATEMENTS.find(({ id }) => id === statement)?.text ?? statement;
  return fill(template, { missing: missing.map((code) => sidedName(code, measureName)).join(", ") });
}

function sidedName(code: string, measureName: MeasureName): string {
  const [id = "", side] = code.split(":");
  return thingName(id, measureName) + sideLetter(side);
}
