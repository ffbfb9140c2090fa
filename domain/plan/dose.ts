/** The dose of a plan item: where it starts, how it is halved, and how a limit of the matrix is held (CLINICAL 3.6, 6). */
import { z } from "zod";
import type { DoseCap } from "@/domain/vocabulary/contraindications";
import type { LibraryDose } from "@/domain/vocabulary/exercises";
import type { TemplateItem } from "@/domain/vocabulary/templates";

const whole = (min: number, max: number) => z.int().min(min).max(max);

export const doseSchema = z.strictObject({
  sets: whole(1, 20),
  reps: whole(1, 200).nullable(),
  /** Seconds of one set of work by the clock (rolling, walking). */
  time_s: whole(5, 7200).nullable(),
  /** Seconds of each repetition held. */
  hold_s: whole(1, 300).nullable(),
  tempo: z.string().trim().min(1).max(80).nullable(),
  effort_pct: whole(1, 100).nullable(),
  load: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("kg"), value: z.number().min(0).max(300) }),
      z.strictObject({ kind: z.literal("body_mass_pct"), value: z.number().min(0).max(200) }),
      z.strictObject({ kind: z.literal("words"), value: z.string().min(1).max(80) }),
    ])
    .nullable(),
  per_week: whole(1, 7),
  /** "each" = all of it on both sides; null = the exercise has no sides. */
  side: z.enum(["each", "L", "R"]).nullable(),
  rest_s: whole(0, 600),
});
export type Dose = z.infer<typeof doseSchema>;

/** The library's dose at its lower end: where one starts. */
export function startDose(library: LibraryDose): Dose {
  return {
    sets: library.sets,
    reps: library.reps_min,
    time_s: library.time_s_min,
    hold_s: library.hold_s === 0 ? null : library.hold_s,
    tempo: library.tempo,
    effort_pct: library.effort_pct_min,
    load: null,
    per_week: library.per_week,
    side: library.per_side ? "each" : null,
    rest_s: library.rest_s,
  };
}

/** A template's dose; parts it doesn't give are the library's. */
export function templateDose(library: LibraryDose, item: TemplateItem): Dose {
  const dose = startDose(library);
  return {
    ...dose,
    sets: item.sets ?? dose.sets,
    reps: item.reps ?? dose.reps,
    time_s: item.time_s ?? dose.time_s,
    hold_s: item.hold_s ?? dose.hold_s,
    effort_pct: item.effort_pct ?? dose.effort_pct,
    per_week: item.per_week ?? dose.per_week,
    load: item.load_body_mass_pct === undefined ? null : { kind: "body_mass_pct", value: item.load_body_mass_pct },
  };
}

/**
 * A share of the dose, rounded up and never 0. Sets carry it; with a single set the work of that set does
 * (repetitions, else time, else the hold), so that one walk or one hold is halved too.
 */
export function scaleDose(dose: Dose, pct: number): Dose {
  const share = (amount: number) => Math.max(1, Math.ceil((amount * pct) / 100));
  if (dose.sets > 1) return { ...dose, sets: share(dose.sets) };
  if (dose.reps !== null && dose.reps > 1) return { ...dose, reps: share(dose.reps) };
  if (dose.time_s !== null) return { ...dose, time_s: Math.max(5, share(dose.time_s)) };
  if (dose.hold_s !== null) return { ...dose, hold_s: share(dose.hold_s) };
  return dose;
}

const atMost = (amount: number | null, max: number | undefined | null): number | null =>
  amount === null || max === undefined || max === null ? amount : Math.min(amount, max);

function capLoad(load: Dose["load"], maxPct: number | undefined, massKg: number | null): Dose["load"] {
  if (maxPct === undefined) return load;
  if (load?.kind === "kg" && massKg !== null) {
    return { kind: "kg", value: Math.min(load.value, Math.floor(massKg * maxPct) / 100) };
  }
  // Without a load, or with one that can't be compared, the limit itself becomes the load.
  if (load?.kind !== "body_mass_pct" || load.value > maxPct) return { kind: "body_mass_pct", value: maxPct };
  return load;
}

/**
 * The dose inside its limits; what is already inside is unchanged. A percentage limit is taken of the library's
 * starting dose, so that applying it twice changes nothing.
 */
export function capDose(dose: Dose, cap: DoseCap, library: LibraryDose, massKg: number | null = null): Dose {
  const start = cap.dose_pct_max === undefined ? null : scaleDose(startDose(library), cap.dose_pct_max);
  return {
    ...dose,
    sets: Math.min(dose.sets, cap.sets_max ?? dose.sets, start?.sets ?? dose.sets),
    reps: atMost(dose.reps, start?.reps),
    time_s: atMost(atMost(dose.time_s, cap.time_s_max), start?.time_s),
    hold_s: atMost(atMost(dose.hold_s, cap.hold_s_max), start?.hold_s),
    effort_pct: atMost(dose.effort_pct, cap.effort_pct_max),
    per_week: Math.min(dose.per_week, cap.per_week_max ?? dose.per_week),
    load: capLoad(dose.load, cap.load_body_mass_pct_max, massKg),
  };
}

/** Loads of two kinds can't be compared without the body mass, words not at all: another one counts as more. */
function isMoreLoad(load: Dose["load"], than: Dose["load"], massKg: number | null): boolean {
  if (load === null || JSON.stringify(load) === JSON.stringify(than)) return false;
  const kilos = (one: Dose["load"]): number | null => {
    if (one === null) return 0;
    if (one.kind === "kg") return one.value;
    return one.kind === "words" || massKg === null ? null : (one.value * massKg) / 100;
  };
  if (than !== null && load.kind === than.kind && load.kind !== "words") return load.value > Number(than.value);
  const [more, less] = [kilos(load), kilos(than)];
  return more === null || less === null || more > less;
}

/** The parts in which a dose asks for more than another. */
export function partsAbove(dose: Dose, than: Dose, massKg: number | null = null): (keyof Dose)[] {
  const parts = ["sets", "reps", "time_s", "hold_s", "effort_pct", "per_week"] as const;
  const more: (keyof Dose)[] = parts.filter((part) => (dose[part] ?? 0) > (than[part] ?? 0));
  return isMoreLoad(dose.load, than.load, massKg) ? [...more, "load"] : more;
}

/** The parts of a dose that lie above its limits. */
export function partsAboveCap(
  dose: Dose,
  cap: DoseCap,
  library: LibraryDose,
  massKg: number | null = null,
): (keyof Dose)[] {
  const capped = capDose(dose, cap, library, massKg);
  const parts = Object.keys(dose) as (keyof Dose)[];
  return parts.filter((part) => JSON.stringify(dose[part]) !== JSON.stringify(capped[part]));
}
