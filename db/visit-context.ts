/** All that judging a draft needs beside its fields, gathered once for the screen and for signing. */
import "server-only";
import { standingVisits } from "@/domain/attended";
import { daysBetween } from "@/domain/calendar-day";
import type { DraftContext } from "@/domain/visit/draft-reading";
import type { JudgingContext } from "@/domain/visit/judge-draft";
import { adherenceSince } from "./adherence";
import type { Tx } from "./client";
import { type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import { type CourseOrigin, type CourseVisit, courseOrigin, courseVisits, stateBefore } from "./course";
import { type CurrentRuleSet, currentRuleSetIn } from "./rule-set";
import type { Actor } from "./scope";
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
  rules: CurrentRuleSet;
  judging: JudgingContext;
};

/** @param clinician how the record names who signs */
export async function visitContext(tx: Tx, actor: Actor, row: VisitRow, clinician: string): Promise<VisitContext> {
  // Sent together on one connection: the driver pipelines them.
  const [fields, origin, course, rules] = await Promise.all([
    draftFields(tx, actor, row.id),
    courseOrigin(tx, actor, row.episodeId),
    courseVisits(tx, actor, row.episodeId),
    currentRuleSetIn(tx, actor),
  ]);
  if (!origin) throw new Error("A visit without its episode");
  const isBefore = (other: CourseVisit) =>
    other.visitOn < row.visitOn || (other.visitOn === row.visitOn && other.seq < row.seq);
  const others = course.filter((other) => other.visitId !== row.id);
  const earlier = others.filter(isBefore);
  const adherence = await adherenceSince(tx, actor, { ...row, since: earlier.at(-1)?.visitOn ?? null });
  return {
    fields,
    origin,
    own: course.find((other) => other.visitId === row.id) ?? null,
    earlier,
    later: others.filter((other) => !isBefore(other)),
    rules,
    judging: {
      onset_day: origin.onsetOn === null ? null : daysBetween(origin.dayZero, origin.onsetOn),
      earlier: earlier.map((visit) => visit.record),
      state: stateBefore(origin, earlier),
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
        ...(adherence && { adherence }),
      },
    },
  };
}

function lastRaters(earlier: readonly CourseVisit[]): NonNullable<DraftContext["previous"]> {
  const last = new Map<string, NonNullable<DraftContext["previous"]>[number]>();
  for (const visit of earlier) {
    for (const { id, side, rater } of visit.record.measures) {
        ...(row.kind === "decision" && { precautions: precautionsOf(earlier) }),
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
