/** A reason code of a gate (CLINICAL 5) in words. */
import { measureTitle } from "@/components/chart/chart-words";
import { isMeasureId } from "@/domain/vocabulary/measures";
import reason from "@/messages/en/reason.json";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";

const REASONS: Readonly<Record<string, string>> = reason.reasons;
const MISSING: Readonly<Record<string, string>> = reason.missing_names;

/** What is missing, by the id after `missing:`; an id without words stays readable as it is. */
export function missingWords(code: string): string {
  const [id = "", side] = code.split(":");
  const name = isMeasureId(id) ? measureTitle(id) : (MISSING[id] ?? id.replaceAll("_", " "));
  return side === undefined ? name : `${name} ${side}`;
}

export function reasonWords(code: string): string {
  if (code.startsWith("missing:")) return fill(reason.missing, { what: missingWords(code.slice("missing:".length)) });
  const [id = "", side] = code.split(":");
  const number = /\d+/.exec(id)?.[0] ?? "";
  const said = fill(REASONS[id.replace(/\d+/, "N")] ?? id.replaceAll("_", " "), { n: number });
  return side === undefined ? said : fill(words.reason_side, { reason: said, side });
}
