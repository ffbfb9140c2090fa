/** Which fields of a signed visit an amendment may correct: what was seen, measured and said, never what was decided. */
import type { DraftKind, DraftPath } from "@/domain/visit/fields";
import { flagById, isBlocking } from "@/domain/vocabulary/flags";

/** Acts with consequences of their own: they are done anew at a visit, where they act (CLINICAL 3.3, 5.1). */
const DECIDED: readonly DraftKind[] = [
  "decision",
  "override",
  "clearance",
  "flag_error",
  "next_review",
  "responses",
  "no_show",
];

const isSuspected = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "decision" in answer && answer.decision === "suspected";

/** A block acts at once and is lifted only by a clearance or as entered in error; an amendment does neither. */
export function isAmendable(path: DraftPath, old: unknown, value: unknown): boolean {
  if (DECIDED.includes(path.kind)) return false;
  if (path.kind === "flag") return !isBlocking(flagById(path.flag));
  if (path.kind === "screening" && isBlocking(flagById(path.flag))) return !isSuspected(old) && !isSuspected(value);
  return true;
}
