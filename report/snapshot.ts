/** The progress report as plain data: the only thing its writers read, so that they cannot disagree. */
import { z } from "zod";
import type { ChartLimit } from "@/components/chart/geometry";
import { CHANGE_CLASSES, GATES } from "@/domain/assessment";
import { calendarDay } from "@/domain/calendar-day-schema";
import type { Series } from "@/domain/progress/series";
import { SIDES } from "@/domain/record";
import { isMeasureId, MEASURE_METHODS, type MeasureId } from "@/domain/vocabulary/measures";
import { PHASES } from "@/domain/vocabulary/phases";
import { STATEMENTS } from "@/domain/vocabulary/statements";

const measureId = z.custom<MeasureId>((id) => typeof id === "string" && isMeasureId(id));
const side = z.enum(SIDES);
const phase = z.enum(PHASES);
const method = z.enum(MEASURE_METHODS).nullable();
/** Days since the episode's day zero. */
const dayNumber = z.int();
const text = z.string().min(1);

const series = z.object({
  measure: measureId,
  side,
  unit: z.string(),
  decimals: z.int(),
  better: z.enum(["higher", "lower", "toward_100", "none"]).nullable(),
  describedOnly: z.boolean(),
  baseline: z
    .object({ visit: z.int(), day: dayNumber, value: z.number(), method, rater: z.string().nullable() })
    .nullable(),
  mdc: z.number().nullable(),
  mcid: z.number().nullable(),
  goal: z.number().nullable(),
  points: z.array(
    z.object({
      visit: z.int(),
      day: dayNumber,
      value: z.number().nullable(),
      quality: z.enum(["ok", "invalid"]),
      method,
      rater: z.string().nullable(),
      derived: z.boolean(),
      comparable: z.boolean(),
      notComparableBecause: z.enum(["method", "invalid"]).nullable(),
      otherRater: z.boolean(),
      breaksBefore: z.boolean(),
    }),
  ),
  changeClass: z.enum(CHANGE_CLASSES).nullable(),
  latest: z.object({ visit: z.int(), day: dayNumber, value: z.number() }).nullable(),
  delta: z.number().nullable(),
}) satisfies z.ZodType<Series>;

const limit = z.object({
  value: z.number(),
  kind: z.enum(["goal", "low"]),
  label: text,
}) satisfies z.ZodType<ChartLimit>;

const changeRow = z.object({
  group: z.enum(["outcomes", "process", "descriptive"]),
  measure: measureId,
  side,
  unit: z.string(),
  decimals: z.int(),
  method,
  /** The first value of the episode, which may lie before the period. */
  from: z.object({ on: calendarDay, value: z.number() }).nullable(),
  to: z.object({ on: calendarDay, value: z.number() }).nullable(),
  delta: z.number().nullable(),
  mdc: z.number().nullable(),
  mcid: z.number().nullable(),
  verdict: z.enum([...CHANGE_CLASSES, "described_only", "measured_once", "not_measured"]),
  other_rater: z.boolean(),
  /** Number of the entry in `sources`; null when no threshold was used. */
  source: z.int().nullable(),
});

const decision = z.object({
  on: calendarDay,
  visit: z.int(),
  gate: z
    .object({
      id: z.enum(GATES),
      status: z.enum(["open", "provisional", "closed", "cannot_evaluate"]),
      /** Reason codes of the rules. */
      reasons: z.array(text),
    })
    .nullable(),
  regress: z.string().nullable(),
  from: phase,
  to: phase,
  kind: z.enum(["moved", "kept", "override", "override_rejected", "hold", "released_from_hold"]),
  by: z.string().nullable(),
  reason: z.string().nullable(),
  second: z.string().nullable(),
});

/** What was added to a signed visit after its signing: an amendment with old and new, or a co-signature. */
const addition = z.object({
  on: calendarDay,
  visit: z.int().nullable(),
  kind: z.enum(["amend", "co_sign"]),
  by: text,
  at: z.iso.datetime({ offset: true }),
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: text, was: z.string(), now: z.string() })),
});

const source = z.object({
  number: z.int(),
  measure: measureId,
  thresholds: z.array(z.object({ what: text, tag: z.enum(["S", "MC", "MU", "ENG", "clinic"]), citation: z.string() })),
});

export const reportSnapshot = z.object({
  schema: z.literal(1),
  kind: z.literal("progress"),
  /** BCP 47. */
  language: text,
  made_at: z.iso.datetime({ offset: true }),
  clinic: z.object({
    name: text,
    address: z.string().nullable(),
    phone: z.string().nullable(),
    registration: z.string().nullable(),
    time_zone: text,
  }),
  patient: z.object({
    name: text,
    born: z.nullable(calendarDay),
    record_no: z.string().nullable(),
    referred_by: z.string().nullable(),
  }),
  episode: z.object({ day_zero: calendarDay, complaint: z.string().nullable() }),
  period: z.object({ from: calendarDay, to: calendarDay }),
  attendance: z.object({ attended: z.int().min(0), missed: z.int().min(0) }),
  headline: z.object({
    verdict: z.enum(["improved", "mixed", "worse", "no_clear_change", "not_measured_twice"]),
    sentence: text,
  }),
  /** One entry when both sides read alike (sides "both"). */
  statements: z.array(
    z.object({
      sides: z.enum(["both", "L", "R"]),
      statement: z.enum(STATEMENTS.map(({ id }) => id)),
      text,
      confidence: z.enum(["high", "moderate", "low"]).nullable(),
    }),
  ),
  /** What was asked and answered, in sentences; never "no red flags". */
  screening: z.array(text).min(1),
  changes: z.array(changeRow),
  charts: z.array(z.object({ measure: measureId, series: z.array(series), limits: z.array(limit) })),
  course: z.object({
    phases: z.array(z.object({ from: dayNumber, to: dayNumber.nullable(), phase })),
    missed: z.array(dayNumber),
  }),
  plan: z
    .object({
      version: z.int(),
      phase,
      assigned_on: calendarDay,
      items: z.array(z.object({ exercise: text, name: text, dose: text })),
    })
    .nullable(),
  adherence: z.object({
    done: z.int(),
    prescribed: z.int(),
    pct: z.number().nullable(),
    band: z.enum(["good", "partial", "low", "not_reported", "not_due"]),
    visits: z.array(
      z.object({
        visit: z.int(),
        on: calendarDay,
        done: z.int(),
        prescribed: z.int(),
        source: z.enum(["log", "recall", "none"]),
      }),
    ),
  }),
  decisions: z.array(decision),
  /** Reports that were stored before there were any hold none. */
  additions: z.array(addition).default([]),
  next: z.object({ review_on: z.nullable(calendarDay), note: z.string().nullable() }),
  sources: z.array(source),
  rules: z.object({ version: text, adopted: z.object({ by: text, on: calendarDay }).nullable() }),
  signature: z
    .object({
      name: text,
      title: z.string().nullable(),
      registration: z.string().nullable(),
      signed_at: z.iso.datetime({ offset: true }),
    })
    .nullable(),
  caveats: z.array(text),
});

export type ReportSnapshot = z.infer<typeof reportSnapshot>;
export type ChangeRow = z.infer<typeof changeRow>;
export type ReportDecision = z.infer<typeof decision>;
export type ReportAddition = z.infer<typeof addition>;
export type ReportSource = z.infer<typeof source>;
