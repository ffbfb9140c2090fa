/** Reads a new episode of care as it was typed, with where the patient stood when transferred in. */
import { z } from "zod";
import type { NewEpisode } from "@/db/episode";
import type { CalendarDay } from "@/domain/calendar-day";
import { MEASURE_METHODS, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import words from "@/messages/en/patient.json";
import { numberWithin, optional, optionalPastDay, pastDay } from "./person-fields";

const { faults } = words;
const PHASE_IDS = TREATMENT_PHASES.map(({ id }) => id);

const within = (id: MeasureId) => {
  const { hard_min, hard_max, integer } = measureById(id);
  return numberWithin({ min: hard_min, max: hard_max, whole: integer });
};

export function episodeFields(today: CalendarDay) {
  return {
    complaint: optional(300),
    onsetOn: optionalPastDay(today),
    startedOn: pastDay(today),
    responsibleId: z.uuid(faults.clinician),
    transferred: z.literal("on").optional(),
    phase: z.string().default(""),
    phaseSince: z.string().default(""),
    elyL: within("ely_angle_deg"),
    elyR: within("ely_angle_deg"),
    lastWorstPain: within("nprs_worst"),
    hqL: within("hq_ratio"),
    hqR: within("hq_ratio"),
    lsiL: within("lsi_ham_pct"),
    lsiR: within("lsi_ham_pct"),
    maintainMethod: z.enum(MEASURE_METHODS).nullable().default(null).catch(null),
  };
}

type Typed = z.output<z.ZodObject<ReturnType<typeof episodeFields>>>;
type Report = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };

/** What concerns several fields at once. */
export function checkEpisode(typed: Typed, today: CalendarDay, report: Report): void {
  if (typed.transferred === undefined) return;
  const fault = (path: string, message: string) => report.addIssue({ code: "custom", path: [path], message });
  if (!PHASE_IDS.some((id) => id === typed.phase)) fault("phase", faults.phase);
  const since = pastDay(today).safeParse(typed.phaseSince);
  if (!since.success) fault("phaseSince", since.error.issues[0]?.message ?? faults.date);
  else if (since.data > typed.startedOn) fault("phaseSince", faults.phaseAfterStart);
  const { phase, hqL, hqR, lsiL, lsiR, maintainMethod } = typed;
  // A value of no known method is compared with nothing (CLINICAL 2.1).
  const isMeasured = [hqL, hqR, lsiL, lsiR].some((value) => value !== null);
  if (phase === "maintain" && isMeasured && maintainMethod === null) fault("maintainMethod", faults.maintainMethod);
}

/** After `checkEpisode` found nothing. A value that was not typed is left out, never zero. */
export function episodeOf(typed: Typed): NewEpisode {
  const { complaint, onsetOn, startedOn, responsibleId } = typed;
  const phase = PHASE_IDS.find((id) => id === typed.phase);
  return {
    complaint,
    onsetOn,
    startedOn,
    responsibleId,
    transfer:
      typed.transferred === undefined || phase === undefined
        ? null
        : {
            phase,
            phaseSince: typed.phaseSince,
            ...some("gate_ely", sides(typed.elyL ?? undefined, typed.elyR ?? undefined)),
            ...(typed.lastWorstPain !== null && { last_nprs_worst: typed.lastWorstPain }),
            ...(phase === "maintain" && some("maintain_entry", sides(entry(typed, "L"), entry(typed, "R")))),
          },
  };
}

function entry(typed: Typed, side: "L" | "R") {
  const [hq, lsi] = side === "L" ? [typed.hqL, typed.lsiL] : [typed.hqR, typed.lsiR];
  if (hq === null && lsi === null) return undefined;
  return {
    ...(hq !== null && { hq_ratio: hq }),
    ...(lsi !== null && { lsi_ham_pct: lsi }),
    ...(typed.maintainMethod !== null && { method: typed.maintainMethod }),
  };
}

function sides<T>(left: T | undefined, right: T | undefined): { L?: T; R?: T } | undefined {
  if (left === undefined && right === undefined) return undefined;
  return { ...(left !== undefined && { L: left }), ...(right !== undefined && { R: right }) };
}

const some = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, T>);
