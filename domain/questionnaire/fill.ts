/** What a patient sends of one filled questionnaire: its shape by instrument, and the score it comes to (CLINICAL 8). */
import { z } from "zod";
import { PAIN_PARTS, type PainPart } from "@/domain/questionnaire/asked";
import { roundHalfUp } from "@/domain/rules/rounding";
import { INSTRUMENTS, PSFS } from "@/domain/vocabulary/questionnaires";

const pain = z.int().min(0).max(10);

const sent = {
  version: z.string().max(20),
  /** BCP 47, of the words that were read. */
  language: z.string().min(2).max(35),
  /** By the device's clock. */
  filledAt: z.iso.datetime(),
};

/** Pain of the back or overall (M), and of a thigh that was asked about. Each number was chosen; none is assumed. */
const painArea = z.strictObject({ side: z.enum(["M", "L", "R"]), current: pain, best: pain, worst: pain });
const once = (of: readonly string[]) => new Set(of).size === of.length;

export const questionnaireFill = z.discriminatedUnion("instrument", [
  z.strictObject({
    instrument: z.literal("nprs"),
    ...sent,
    answers: z.strictObject({
      areas: z
        .array(painArea)
        .min(1)
        .max(3)
        .refine((areas) => once(areas.map(({ side }) => side)) && areas.some(({ side }) => side === "M")),
    }),
  }),
  z.strictObject({
    instrument: z.literal("rmdq"),
    ...sent,
    // An untouched form is no score, so that it was completed is said apart from how many were ticked.
    answers: z.strictObject({
      completed: z.literal(true),
      ticked: z
        .array(z.int().min(1).max(24))
        .max(24)
        .refine((ticked) => once(ticked.map(String))),
    }),
  }),
  z.strictObject({
    instrument: z.literal("psfs"),
    ...sent,
    answers: z.strictObject({
      activities: z
        .array(z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(200), score: pain }))
        .min(1)
        .max(PSFS.activities_max)
        .refine((activities) => once(activities.map(({ id }) => id))),
    }),
  }),
  z.strictObject({
    instrument: z.literal("groc"),
    ...sent,
    answers: z.strictObject({ score: z.int().min(-7).max(7) }),
  }),
]);
export type QuestionnaireFill = z.infer<typeof questionnaireFill>;

/** Only what was answered in words we have: a version or a language we never asked in is not taken. */
export function isAskedAs({ instrument, version, language }: QuestionnaireFill): boolean {
  const known = INSTRUMENTS[instrument];
  const [primary] = language.toLowerCase().split("-");
  return known.version === version && (known.languages as readonly (string | undefined)[]).includes(primary);
}

/** NPRS: the worst of the back; RMDQ: sentences ticked; PSFS: mean to 0.1; GROC: as chosen. */
export function scoreOf(fill: QuestionnaireFill): number {
  switch (fill.instrument) {
    case "nprs":
      return fill.answers.areas.find(({ side }) => side === "M")?.worst ?? Number.NaN;
    case "rmdq":
      return fill.answers.ticked.length;
    case "psfs": {
      const { activities } = fill.answers;
      return roundHalfUp(activities.reduce((sum, { score }) => sum + score, 0) / activities.length, 1);
    }
    case "groc":
      return fill.answers.score;
  }
}

/** The measures an answered NPRS stands for, in the record's own ids, for taking it into a visit. */
export function painMeasures(
  answers: unknown,
): { measure: `nprs_${PainPart}` | `nprs_thigh_${PainPart}`; side: "M" | "L" | "R"; value: number }[] | null {
  const read = z.strictObject({ areas: z.array(painArea).min(1).max(3) }).safeParse(answers);
  if (!read.success) return null;
  return read.data.areas.flatMap((area) =>
    PAIN_PARTS.map((part) => ({
      measure: area.side === "M" ? (`nprs_${part}` as const) : (`nprs_thigh_${part}` as const),
      side: area.side,
      value: area[part],
    })),
  );
}
