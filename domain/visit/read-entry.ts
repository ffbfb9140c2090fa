/** Turns single fields as typed into entries: signs, body values, pain areas, treatments, immediate re-tests. */
import type { CalendarDay } from "@/domain/calendar-day";
import type { Side } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { type FieldProblem, type Limits, limitsOf, readTyped } from "@/domain/visit/read-measure";
import type { FindingEntry, TreatmentEntry, VisitEntries } from "@/domain/visit/visit-entries";
import { measureById } from "@/domain/vocabulary/measures";
import { type SignId, signById, signGrades } from "@/domain/vocabulary/signs";
import { type TreatmentId, treatmentById, treatmentFields } from "@/domain/vocabulary/treatments";

type Problem = Omit<FieldProblem, "path">;
type Read<T> = { entry: T; problems: Problem[] };

/** What was typed, without the spaces around it; nothing typed is null. */
export const given = (text: string | null | undefined): string | null => text?.trim() || null;

const COUNT: Limits = { min: 0, max: 1000, whole: true, decimals: 0 };
const LENGTH_CM: Limits = { min: 0, max: 60, whole: false, decimals: 1 };
const INTENSITY: Limits = { min: 0, max: 10, whole: true, decimals: 0 };
const MINUTES: Limits = { min: 0, max: 240, whole: false, decimals: 1 };
/** Hard and plausible limits of body values (ENG). */
const BODY = {
  mass_kg: { hard: { min: 10, max: 350, whole: false, decimals: 1 }, plausible: [30, 200] },
  height_cm: { hard: { min: 50, max: 250, whole: false, decimals: 1 }, plausible: [120, 215] },
} as const;

function reader(problems: Problem[]) {
  return (typed: string | number | undefined, part: string, limits: Limits): number | null => {
    const { value, code } = readTyped(typed, limits);
    if (code !== null) problems.push({ code, part, limits: [limits.min, limits.max] });
    return value;
  };
}

export function readSign(
  id: SignId,
  side: Side,
  typed: DraftValue<"sign">,
  visitOn: CalendarDay,
): Read<FindingEntry | null> {
  const problems: Problem[] = [];
  const read = reader(problems);
  const count = read(typed.count, "count", COUNT);
  const length_cm = read(typed.length_cm, "length_cm", LENGTH_CM);
  const onset_on = typed.onset_on ?? null;
  if (!signGrades(signById(id)).includes(typed.grade)) problems.push({ code: "grade_not_for_sign", part: "grade" });
  if (onset_on !== null && onset_on > visitOn) problems.push({ code: "after_visit", part: "onset_on" });
  if (problems.length > 0) return { entry: null, problems };
  const painful = typed.painful ?? null;
  const entry = { sign: id, side, grade: typed.grade, onset_on, painful, count, length_cm, note: given(typed.note) };
  return { entry, problems };
}

export function readBody(
  key: "mass_kg" | "height_cm",
  typed: DraftValue<"body">,
): { value: number | null; problems: Problem[]; implausible: boolean } {
  const problems: Problem[] = [];
  const { hard, plausible } = BODY[key];
  const value = reader(problems)(typed.value, "value", hard);
  const implausible = value !== null && !typed.confirmed && (value < plausible[0] || value > plausible[1]);
  return { value, problems, implausible };
}

type PainArea = Omit<VisitEntries["pain_areas"][number], "region" | "side">;

export function readPainArea(typed: DraftValue<"pain_area">): Read<PainArea | null> {
  const problems: Problem[] = [];
  const intensity = reader(problems)(typed.intensity, "intensity", INTENSITY);
  const entry = { quality: typed.quality, intensity, note: given(typed.note) };
  return { entry: problems.length > 0 ? null : entry, problems };
}

export function readTreatment(id: TreatmentId, typed: DraftValue<"treatment">): Read<TreatmentEntry> {
  const problems: Problem[] = [];
  const read = reader(problems);
  const { minutes: _, repetitions: __, pressure_0_10: ___, ...words } = typed;
  const fields = treatmentFields(treatmentById(id));
  for (const part of Object.keys(typed)) {
    if (!fields.includes(part)) problems.push({ code: "field_not_for_treatment", part });
  }
  const minutes = read(typed.minutes, "minutes", MINUTES);
  const repetitions = read(typed.repetitions, "repetitions", COUNT);
  const pressure = read(typed.pressure_0_10, "pressure_0_10", INTENSITY);
  const entry: TreatmentEntry = {
    treatment: id,
    ...words,
    ...(minutes !== null && { minutes }),
    ...(repetitions !== null && { repetitions }),
    ...(pressure !== null && { pressure_0_10: pressure }),
  };
  return { entry, problems };
}

export function readRetest(typed: DraftValue<"retest">): Read<Omit<VisitEntries["retests"][number], "n">> {
  const problems: Problem[] = [];
  const read = reader(problems);
  const limits = limitsOf(measureById(typed.measure));
  const entry = {
    measure: typed.measure,
    side: typed.side,
    before: read(typed.before, "before", limits),
    after: read(typed.after, "after", limits),
    same_rater: typed.same_rater ?? null,
  };
  return { entry, problems };
}
