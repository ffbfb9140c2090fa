/** All that judging a draft needs beside its fields, gathered once for the screen and for signing. */
import "server-only";
import { lastAttended, standingVisits } from "@/domain/attended";
import { daysBetween } from "@/domain/calendar-day";
import type { VisitRecord } from "@/domain/record";
import { heldLate } from "@/domain/rules/fold-state";
import type { DraftContext } from "@/domain/visit/draft-reading";
import type { JudgingContext } from "@/domain/visit/judge-draft";
import { type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import { adherenceSince } from "./adherence";
import type { Tx } from "./client";
import { type CourseOrigin, type CourseVisit, courseOrigin, courseVisits, stateBefore } from "./course";
import { type OpenBlock, openBlocks } from "./hold";
import { type CurrentRuleSet, currentRuleSetIn } from "./rule-set";
import type { Actor } from "./scope";
import { digestOf } from "./signed-content";
import { secondsOf } from "./staff";
import type { VisitKind } from "./visit";
import { draftFields, type FieldState } from "./visit-draft";

export type VisitRow = {
  id: string;
  patientId: string;
  episodeId: string;
  kind: VisitKind;
  visitOn: string;
  seq: number;
  number: number | null;
};

export type VisitContext = {
  fields: FieldState[];
  origin: CourseOrigin;
  /** This visit as the course holds it; null while a draft, and for a visit that doesn't enter the fold. */
  own: CourseVisit | null;
  /** Fold visits before this one, in order. */
  earlier: CourseVisit[];
  /** Fold visits after it: this one is a late entry then. */
  later: CourseVisit[];
  /** That stand beside the fold, this visit's own among them. */
  blocks: OpenBlock[];
  rules: CurrentRuleSet;
  judging: JudgingContext;
};

/** @param clinician how the record names who signs */
export async function visitContext(tx: Tx, actor: Actor, row: VisitRow, clinician: string): Promise<VisitContext> {
  // Sent together on one connection: the driver pipelines them.
  const [fields, origin, course, rules, blocks, seconds] = await Promise.all([
    draftFields(tx, actor, row.id),
    courseOrigin(tx, actor, row.episodeId),
    courseVisits(tx, actor, row.episodeId),
    currentRuleSetIn(tx, actor),
    openBlocks(tx, actor, row.episodeId),
    secondsOf(tx, actor),
  ]);
  if (!origin) throw new Error("A visit without its episode");
  const isBefore = (other: CourseVisit) =>
    other.visitOn < row.visitOn || (other.visitOn === row.visitOn && other.seq < row.seq);
  const others = course.filter((other) => other.visitId !== row.id);
  const earlier = others.filter(isBefore);
  const later = others.filter((other) => !isBefore(other));
  const own = course.find((other) => other.visitId === row.id) ?? null;
  const held = own ? heldThen(own.record) : heldNow(row, origin, blocks, later.length > 0);
  const adherence = await adherenceSince(tx, actor, { ...row, since: lastAttended(earlier)?.visitOn ?? null });
  return {
    fields,
    origin,
    own,
    earlier,
    later,
    blocks,
    rules,
    judging: {
      onset_day: origin.onsetOn === null ? null : daysBetween(origin.dayZero, origin.onsetOn),
      earlier: earlier.map((visit) => visit.record),
      state: heldLate(stateBefore(origin, earlier), held.late_hold),
      rules: { version: rules.version, values: rules.values },
      supervised: actor.role === "supervised_clinician",
      context: {
        patient: {
          birth_date: origin.birthDate,
          sex: origin.sex,
          ...((origin.dominantSide === "L" || origin.dominantSide === "R") && { dominant_side: origin.dominantSide }),
          ...(origin.massKg !== null && { mass_kg: origin.massKg }),
          ...(origin.heightCm !== null && { height_cm: origin.heightCm }),
        },
        kind: row.kind,
        visit_number: row.number ?? 0,
        visit_on: row.visitOn,
        day_zero: origin.dayZero,
        clinician,
        rater: clinician,
        previous: lastRaters(earlier),
        ...(row.kind === "decision" && { precautions: precautionsOf(earlier) }),
        ...(adherence && { adherence }),
        seconds,
        ...held,
      },
    },
  };
}

/** Names what a draft is judged from beside its own fields and blocks: another one is another judgement. */
export const basisOf = ({ earlier, later, blocks, judging }: VisitContext, visitId: string): string =>
  digestOf({
    earlier: earlier.map((visit) => [visit.visitId, visit.supervised]),
    later: later.map((visit) => visit.visitId),
    blocks: blocks.filter((block) => block.visitId !== visitId).map((block) => [block.visitId, block.flag]),
    state: judging.state,
    on: judging.context.visit_on,
  });

type Held = Pick<DraftContext, "late_hold" | "held_elsewhere" | "is_late">;

/** What a draft meets that the course before it doesn't hold. */
function heldNow(row: VisitRow, { dayZero }: CourseOrigin, blocks: readonly OpenBlock[], isLate: boolean): Held {
  const others = blocks.filter(({ visitId }) => visitId !== row.id);
  const [first, ...more] = others.filter(({ isOfDraft }) => !isOfDraft);
  return {
    ...(others.some(({ isOfDraft }) => isOfDraft) && { held_elsewhere: true as const }),
    ...(isLate
      ? { is_late: true }
      : first && {
          late_hold: {
            since: Math.min(daysBetween(dayZero, first.setOn), daysBetween(dayZero, row.visitOn)),
            flags: [...new Set([first, ...more].map(({ flag }) => flag as FlagId))].sort(),
          },
        }),
  };
}

/** A signed visit keeps what it met. */
const heldThen = ({ late_hold, held_elsewhere }: VisitRecord): Held => ({
  ...(late_hold && { late_hold }),
  ...(held_elsewhere && { held_elsewhere }),
});

function lastRaters(earlier: readonly CourseVisit[]): NonNullable<DraftContext["previous"]> {
  const last = new Map<string, NonNullable<DraftContext["previous"]>[number]>();
  for (const visit of earlier) {
    for (const { id, side, rater } of visit.record.measures) {
      last.set(`${id}.${side}`, { measure: id, side, rater: rater ?? null });
    }
  }
  return [...last.values()];
}

/** Nobody is asked or examined at a decision (ADR 0015). */
function precautionsOf(earlier: readonly CourseVisit[]): FlagId[] {
  const flags = standingVisits(earlier, ({ kind }) => kind === "treatment").flatMap(({ record }) => record.flags);
  return flags.filter((flag) => !isBlocking(flagById(flag)));
}
