/** The plan proposed for a phase: a template with its reasons, each item fitted to the patient's conditions (CLINICAL 6.2). */
import type { CalendarDay } from "@/domain/calendar-day";
import {
  type CatalogueItem,
  type ClinicItems,
  type ClinicTemplateId,
  catalogueItem,
  isAllowedInPhase,
  type PlanExerciseId,
} from "@/domain/plan/catalogue";
import type { ClinicTemplate } from "@/domain/plan/clinic-template";
import { capDose, type Dose, scaleDose, startDose, templateDose } from "@/domain/plan/dose";
import { doseOn, isWithinDates, type PlanItem, reduceForFlare } from "@/domain/plan/item";
import { latestDay } from "@/domain/plan/latest-day";
import { isUnderAge, matchTemplate, type TemplateFacts, type TemplateReason } from "@/domain/plan/template-match";
import { type Verdict, type VerdictInput, verdictOn } from "@/domain/plan/verdict";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
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
    /** Proposes this template, the library's or the clinic's own, instead of the matching one. */
    template?: TemplateId | ClinicTemplate;
  };

export type ProposedItem = {
  exercise: PlanExerciseId;
  /** The template's item that this one replaces. */
  instead_of: PlanExerciseId | null;
  dose: Dose;
  /** The dose before limits, where they changed it. */
  uncapped: Dose | null;
  from: CalendarDay;
  until: CalendarDay | null;
  pain_limit: number;
  /** A clinic's template may say one. */
  note: string | null;
  verdict: Verdict;
};
export type LeftOut = {
  exercise: PlanExerciseId;
  /** Unknown: a clinic's template names an item the clinic took back. */
  because: "hidden" | "closed_phase" | "time_over" | "unknown";
  hidden_by: Verdict["hidden_by"];
  /** Alternatives that were tried and are hidden, closed or already in the plan. */
  tried: ExerciseId[];
};
export type Proposal = {
  template: TemplateId | ClinicTemplateId;
  reasons: TemplateReason[];
  items: ProposedItem[];
  left_out: LeftOut[];
  /** Recorded as treatment at the visit, never sent home. */
  clinician_items: { exercise: ExerciseId; verdict: Verdict }[];
  /** A flare's reduction of the running plan: the items as they would be, with the date it ends. */
  flare: PlanItem[] | null;
};

const HALF = 50;

/** What a template plans for an exercise: its dose, how long, and what it says beside it. */
type Planned = {
  dose: Dose;
  days: number | null;
  hours: number | null;
  pain_limit: number | null;
  note: string | null;
};
type Row = { exercise: PlanExerciseId; planned: (fitted: CatalogueItem) => Planned };

const libraryRow = (item: TemplateItem): Row => ({
  exercise: item.exercise,
  planned: ({ dose }) => ({
    dose: templateDose(dose, item),
    days: item.until_days ?? null,
    hours: item.until_hours ?? null,
    pain_limit: null,
    note: null,
  }),
});

const clinicRow = ({ exercise, dose, days, pain_limit, note }: ClinicTemplate["items"][number]): Row => ({
  exercise,
  planned: () => ({ dose, days, hours: null, pain_limit, note }),
});

const startOf = ({ dose }: CatalogueItem): Planned => ({
  dose: startDose(dose),
  days: null,
  hours: null,
  pain_limit: null,
  note: null,
});

/** An exercise fitted to the patient's conditions, as a template plans it or, unless given, as it starts. */
export function fitItem(
  fitted: CatalogueItem,
  input: ProposalInput,
  planned: Planned = startOf(fitted),
  instead_of: PlanExerciseId | null = null,
): ProposedItem {
  const verdict = verdictOn(fitted, input);
  const begin = input.restart_half_dose ? scaleDose(planned.dose, HALF) : planned.dose;
  const dose = capDose(begin, verdict.cap, fitted.dose, input.mass_kg);
  const pain = planned.pain_limit ?? fitted.pain_limit;
  return {
    exercise: fitted.id,
    instead_of,
    dose,
    uncapped: JSON.stringify(dose) === JSON.stringify(planned.dose) ? null : planned.dose,
    from: input.from,
    until: latestDay(fitted, verdict.cap, input, planned),
    pain_limit: Math.min(pain, verdict.cap.pain_max ?? pain),
    note: planned.note,
    verdict,
  };
}

function fitTemplate(rows: readonly Row[], input: ProposalInput): Pick<Proposal, "items" | "left_out"> {
  const fitted: ProposedItem[] = [];
  const left_out: LeftOut[] = [];
  const isOpen = (item: CatalogueItem) => isAllowedInPhase(item, input.phase, input.outside_model || isUnderAge(input));
  const wanted = new Set(rows.map((row) => row.exercise));
  const isTaken = (id: PlanExerciseId) => wanted.has(id) || fitted.some((row) => row.exercise === id);

  for (const { exercise, planned } of rows) {
    const item = catalogueItem(exercise, input.own);
    const leave = (because: LeftOut["because"], rest: Partial<LeftOut> = {}) =>
      left_out.push({ exercise, because, hidden_by: [], tried: [], ...rest });
    if (item === null) {
      leave("unknown");
      continue;
    }
    if (!isOpen(item)) {
      leave("closed_phase");
      continue;
    }
    const { effect, hidden_by } = verdictOn(item, input);
    if (effect === "hide") {
      const tried = isExerciseId(exercise) ? [...(ALTERNATIVES[exercise] ?? [])] : [];
      const found = tried
        .map((id) => exerciseById(id))
        .find((other) => !isTaken(other.id) && isOpen(other) && verdictOn(other, input).effect !== "hide");
      if (found === undefined) leave("hidden", { hidden_by, tried });
      else fitted.push(fitItem(found, input, undefined, exercise));
      continue;
    }
    const row = fitItem(item, input, planned(item));
    if (row.until !== null && row.until < input.from) leave("time_over");
    else fitted.push(row);
  }
  return { items: fitted, left_out };
}

/** A running item as a proposal, so that a flare's plan is read like any other. */
function running(item: PlanItem, input: ProposalInput): ProposedItem | null {
  const fitted = catalogueItem(item.exercise, input.own);
  if (fitted === null) return null;
  const { exercise, from, until, pain_limit, note } = item;
  const dose = doseOn(item, input.from);
  const verdict = verdictOn(fitted, input);
  return { exercise, instead_of: null, dose, uncapped: item.dose, from, until, pain_limit, note, verdict };
}

/** null when nothing can be proposed: on hold, blocked, before entry. Nothing is ever assigned by the app. */
export function proposePlan(input: ProposalInput): Proposal | null {
  if (input.blocked || input.phase === "hold") return null;
  const isRunning = input.current.some((item) => item.paused === null && isWithinDates(item, input.from));
  const match = matchTemplate({ ...input, flare: input.flare && isRunning });
  if (typeof input.template === "object") {
    const { id, items } = input.template;
    const fitted = fitTemplate(items.map(clinicRow), input);
    return { template: id, reasons: ["chosen"], ...fitted, clinician_items: [], flare: null };
  }
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
    return {
      template: id,
      reasons,
      ...fitTemplate(template.items.map(libraryRow), input),
      clinician_items,
      flare: null,
    };
  }
  const flare = reduceForFlare(input.current, input.from, { rules: input.rules });
  const items = flare.filter((item) => isWithinDates(item, input.from)).flatMap((item) => running(item, input) ?? []);
  return { template: id, reasons, items, left_out: [], clinician_items, flare };
}
