/** The plan proposed for a phase: a template with its reasons, each item fitted to the patient's conditions (CLINICAL 6.2). */
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import {
  type CatalogueItem,
  type ClinicItems,
  catalogueItem,
  isAllowedInPhase,
  type PlanExerciseId,
} from "@/domain/plan/catalogue";
import { capDose, type Dose, scaleDose, startDose, templateDose } from "@/domain/plan/dose";
import { doseOn, isWithinDates, type PlanItem, reduceForFlare } from "@/domain/plan/item";
import { isUnderAge, matchTemplate, type TemplateFacts, type TemplateReason } from "@/domain/plan/template-match";
import { type Verdict, type VerdictInput, verdictOn } from "@/domain/plan/verdict";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { ALTERNATIVES, type TemplateId, type TemplateItem, templateById } from "@/domain/vocabulary/templates";

export type ProposalInput = TemplateFacts &
  VerdictInput & {
    from: CalendarDay;
    /** The newest onset of a strain: the first 72 hours count from here. */
    onset_on: CalendarDay | null;
    mass_kg: number | null;
    /** Held for more than 14 days: restart at half the dose or less. */
    restart_half_dose: boolean;
    /** The running plan, for a flare's half dose. */
    current: readonly PlanItem[];
    own?: ClinicItems;
    /** Proposes this template instead of the matching one. */
    template?: TemplateId;
  };

export type ProposedItem = {
  exercise: PlanExerciseId;
  /** The template's item that this one replaces. */
  instead_of: ExerciseId | null;
  dose: Dose;
  /** The dose before limits, where they changed it. */
  uncapped: Dose | null;
  from: CalendarDay;
  until: CalendarDay | null;
  pain_limit: number;
  verdict: Verdict;
};
export type LeftOut = {
  exercise: PlanExerciseId;
  because: "hidden" | "closed_phase" | "time_over";
  hidden_by: Verdict["hidden_by"];
  /** Alternatives that were tried and are hidden, closed or already in the plan. */
  tried: ExerciseId[];
};
export type Proposal = {
  template: TemplateId;
  reasons: TemplateReason[];
  items: ProposedItem[];
  left_out: LeftOut[];
  /** Recorded as treatment at the visit, never sent home. */
  clinician_items: { exercise: ExerciseId; verdict: Verdict }[];
  /** A flare's reduction of the running plan: the items as they would be, with the date it ends. */
  flare: PlanItem[] | null;
};

const HOURS_PER_DAY = 24;
const HALF = 50;

function lastDay(item: TemplateItem | null, fitted: CatalogueItem, cap: Verdict["cap"], input: ProposalInput) {
  const ends: CalendarDay[] = [];
  const days = Math.min(item?.until_days ?? Infinity, fitted.dose.max_days ?? Infinity, cap.max_days ?? Infinity);
  if (Number.isFinite(days)) ends.push(addDays(input.from, days - 1));
  const hours = item?.until_hours ?? fitted.dose.until_hours;
  if (hours !== null) ends.push(addDays(input.onset_on ?? input.from, hours / HOURS_PER_DAY - 1));
  return ends.sort()[0] ?? null;
}

/** An exercise fitted to the patient's conditions: a template's item, or with null the library's own start. */
export function fitItem(
  exercise: ExerciseId,
  instead_of: ExerciseId | null,
  item: TemplateItem | null,
  input: ProposalInput,
): ProposedItem {
  const fitted = exerciseById(exercise);
  const verdict = verdictOn(fitted, input);
  const planned = item === null ? startDose(fitted.dose) : templateDose(fitted.dose, item);
  const begin = input.restart_half_dose ? scaleDose(planned, HALF) : planned;
  const dose = capDose(begin, verdict.cap, fitted.dose, input.mass_kg);
  return {
    exercise,
    instead_of,
    dose,
    uncapped: JSON.stringify(dose) === JSON.stringify(planned) ? null : planned,
    from: input.from,
    until: lastDay(item, fitted, verdict.cap, input),
    pain_limit: Math.min(fitted.pain_limit, verdict.cap.pain_max ?? fitted.pain_limit),
    verdict,
  };
}

function fitTemplate(items: readonly TemplateItem[], input: ProposalInput): Pick<Proposal, "items" | "left_out"> {
  const fitted: ProposedItem[] = [];
  const left_out: LeftOut[] = [];
  const isOpen = (exercise: ExerciseId) =>
    isAllowedInPhase(exerciseById(exercise), input.phase, input.outside_model || isUnderAge(input));
  const isHidden = (exercise: ExerciseId) => verdictOn(exerciseById(exercise), input).effect === "hide";
  const wanted = new Set(items.map((item) => item.exercise));

  for (const item of items) {
    const { exercise } = item;
    if (!isOpen(exercise)) {
      left_out.push({ exercise, because: "closed_phase", hidden_by: [], tried: [] });
      continue;
    }
    if (isHidden(exercise)) {
      const { hidden_by } = verdictOn(exerciseById(exercise), input);
      const tried = [...(ALTERNATIVES[exercise] ?? [])];
      const found = tried.find((other) => {
        const isTaken = wanted.has(other) || fitted.some((row) => row.exercise === other);
        return !isTaken && isOpen(other) && !isHidden(other);
      });
      if (found === undefined) left_out.push({ exercise, because: "hidden", hidden_by, tried });
      else fitted.push(fitItem(found, exercise, null, input));
      continue;
    }
    const row = fitItem(exercise, null, item, input);
    if (row.until !== null && row.until < input.from) {
      left_out.push({ exercise, because: "time_over", hidden_by: [], tried: [] });
    } else fitted.push(row);
  }
  return { items: fitted, left_out };
}

/** A running item as a proposal, so that a flare's plan is read like any other. */
function running(item: PlanItem, input: ProposalInput): ProposedItem | null {
  const fitted = catalogueItem(item.exercise, input.own);
  if (fitted === null) return null;
  const { from, until, pain_limit } = item;
  const dose = doseOn(item, input.from);
  const verdict = verdictOn(fitted, input);
  return { exercise: item.exercise, instead_of: null, dose, uncapped: item.dose, from, until, pain_limit, verdict };
}

/** null when nothing can be proposed: on hold, blocked, before entry. Nothing is ever assigned by the app. */
export function proposePlan(input: ProposalInput): Proposal | null {
  if (input.blocked || input.phase === "hold") return null;
  const isRunning = input.current.some((item) => item.paused === null && isWithinDates(item, input.from));
  const match = matchTemplate({ ...input, flare: input.flare && isRunning });
  const id = input.template ?? match?.template;
  if (id === undefined) return null;
  const template = templateById(id);
  const reasons =
    input.template === undefined || input.template === match?.template ? (match?.reasons ?? []) : ["chosen"];
  const clinician_items = template.clinician_items.map((exercise) => ({
    exercise,
    verdict: verdictOn(exerciseById(exercise), input),
  }));
  if (id !== "flare_half") {
    return { template: id, reasons, ...fitTemplate(template.items, input), clinician_items, flare: null };
  }
  const flare = reduceForFlare(input.current, input.from, { rules: input.rules });
  const items = flare.filter((item) => isWithinDates(item, input.from)).flatMap((item) => running(item, input) ?? []);
  return { template: id, reasons, items, left_out: [], clinician_items, flare };
}
