/** Names of conditions, templates' reasons and exercises from the catalogues, for the server to hand on. */
import type { Proposal } from "@/domain/plan/propose";
import { ASSIGN_TICKS, CONTRAINDICATIONS } from "@/domain/vocabulary/contraindications";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { flagById, isFlagId } from "@/domain/vocabulary/flags";
import { isSignId, signById } from "@/domain/vocabulary/signs";
import { STATEMENTS } from "@/domain/vocabulary/statements";
import words from "@/messages/en/plan.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import type { Names } from "./plan-words";

const DERIVED: Names = words.conditions;
const FIXED: Names = Object.fromEntries(
  Object.entries(words.reasons).flatMap(([code, text]) => (typeof text === "string" ? [[code, text]] : [])),
);

export function conditionName(id: string): string {
  const tick = ASSIGN_TICKS.find((entry) => entry.id === id);
  if (tick) return tick.label;
  if (isFlagId(id)) return flagById(id).name;
  return isSignId(id) ? signById(id).label : (DERIVED[id] ?? id.replaceAll("_", " "));
}

export const conditionNames = (): Names =>
  Object.fromEntries(CONTRAINDICATIONS.map(({ condition }) => [condition, conditionName(condition)]));

export const exerciseNames = (): Names => Object.fromEntries(EXERCISES.map(({ id, name }) => [id, name]));

const phaseName = (id: string): string => (status.phase as Names)[id] ?? id;

/** "Left: Findings match quadriceps dominance …": why this template. */
export function templateReason(reason: Proposal["reasons"][number]): string {
  const [code = "", detail = "", side] = reason.split(":");
  const sideName = side === "L" || side === "R" ? words.reasons.sides[side] : "";
  if (code === "statement") {
    const text = STATEMENTS.find(({ id }) => id === detail)?.text ?? detail;
    return fill(words.reasons.statement, { side: sideName, text });
  }
  if (code.startsWith("strain_")) {
    const of = detail === "L" || detail === "R" ? words.reasons.sides[detail].toLowerCase() : detail;
    return fill(words.reasons.strain, { status: code.slice("strain_".length), side: of });
  }
  if (code === "flag") return conditionName(detail);
  if (code === "entered_from") return fill(words.reasons.entered_from, { phase: phaseName(detail) });
  return fill(FIXED[code] ?? code, { n: detail });
}
