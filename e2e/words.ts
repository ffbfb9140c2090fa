/** Words that clinicians read, from the same rooms as the screens. */
import type { ChangeClass } from "@/domain/assessment";
import type { Side } from "@/domain/record";
import { type FlagId, flagById, isFlagId } from "@/domain/vocabulary/flags";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { type SignId, signById } from "@/domain/vocabulary/signs";
import { STATEMENTS, type Statement } from "@/domain/vocabulary/statements";
import chart from "@/messages/en/chart.json" with { type: "json" };
import reason from "@/messages/en/reason.json" with { type: "json" };
import status from "@/messages/en/status.json" with { type: "json" };
import visit from "@/messages/en/visit.json" with { type: "json" };

const SIDES = { L: "left", R: "right", M: "midline" } as const;

export const measureName = (id: MeasureId, side: Side): string =>
  side === "M" ? measureById(id).label : `${measureById(id).label}, ${SIDES[side]}`;

const UNITS: Readonly<Record<string, string>> = visit.unitWords;

/** The cell that takes today's value. */
export const cellName = (id: MeasureId, side: Side): string =>
  [measureName(id, side), "today", UNITS[measureById(id).unit]].filter((part) => part).join(", ");

export const signName = (id: SignId, side: Side): string => `${signById(id).label}, ${SIDES[side]}`;

export const gradeName = (grade: string): string => `${grade.charAt(0).toUpperCase()}${grade.slice(1)}`;

/** Measures that are better neither way are described only, whatever their class (CLINICAL 7). */
export function changeName({ measure, class: change }: { measure: MeasureId; class: ChangeClass }): string {
  const { word, grade } = status.change[measureById(measure).better === "none" ? "changed_descriptive" : change];
  return `${word} ${grade}`.trim();
}

export const phaseName = (phase: keyof typeof status.phase): string => status.phase[phase];

/** What a flag's questions are about, in a word. */
export const screeningName = (flag: FlagId): string =>
  visit.screening.topics[flag as keyof typeof visit.screening.topics];

const ACKS: Readonly<Record<string, string>> = reason.acks;
/** A precaution by its flag's name, a finding by its own. */
export const ackName = (id: string): string => (isFlagId(id) ? flagById(id).name : (ACKS[id] ?? id));

export const gateName = (gate: keyof typeof status.gate): string => status.gate[gate];

/** Up to where the statement names what is missing. */
export function statementName(statement: Statement): string {
  const text = STATEMENTS.find(({ id }) => id === statement)?.text ?? statement;
  return text.split("{")[0] ?? text;
}

export const chartTitle = (id: MeasureId): string => chart.measures[id].title;
