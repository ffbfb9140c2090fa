/** Everything the plan page shows of one patient, gathered in one go. */
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { VisitAssessment } from "@/domain/assessment";
import { beginVersion } from "@/domain/plan/begin";
import type { ClinicTemplate } from "@/domain/plan/clinic-template";
import { planDifference } from "@/domain/plan/difference";
import type { PlanItem } from "@/domain/plan/item";
import { proposePlan } from "@/domain/plan/propose";
import { planShelf } from "@/domain/plan/shelf";
import { type GateAhead, gateAhead } from "@/domain/rules/course";
import type { AssignTickId } from "@/domain/vocabulary/contraindications";
import { type Phase, TREATMENT_PHASES, type TreatmentPhase } from "@/domain/vocabulary/phases";
import { isTemplateId, PLAN_TEMPLATES, type TemplateId } from "@/domain/vocabulary/templates";
import type { Tx } from "./client";
import { clinicTemplates } from "./clinic-template";
import { episodeOf, patientOn, stateBefore } from "./course";
import { favouritesIn } from "./favourite";
import { pageRead } from "./page-read";
import { isSupervisionPending } from "./plan-cosign";
import { type PlanFacts, planFacts, planPlace, withTicks } from "./plan-facts";
import type { RunningPlan } from "./plan-history";
import { staffMember } from "./schema/clinic";
import { planItem, planVersion } from "./schema/plan";
import type { Actor } from "./scope";
import { newestEvidence } from "./standing";

export type ItemOverride = { conditions: string[]; reason: string };

/** null when there is no such patient in care: not the actor's to see, or no open episode. */
export function planDesk(
  actor: Actor,
  patientId: string,
  choice: { template?: string; ticks?: readonly AssignTickId[] } = {},
) {
  return pageRead(actor, async (tx) => {
    const place = await planPlace(tx, actor, patientId);
    if (!place) return null;
    const read = await planFacts(tx, actor, place);
    const facts = choice.ticks === undefined ? read : withTicks(read, { ids: choice.ticks, on: place.today });
    const last = facts.basis;
    const [evidence, told, overrides, supervised, favourites] = await Promise.all([
      newestEvidence(tx, actor, place.episodeId),
      facts.running ? versionWords(tx, actor, facts.running.planId) : [],
      facts.running ? standingOverrides(tx, actor, facts.running) : new Map<string, ItemOverride>(),
      isSupervisionPending(tx, actor, last?.visitId ?? null),
      favouritesIn(tx, actor),
    ]);
    const [chosen, clinicOwn] = await Promise.all([
      choice.template === undefined ? null : chosenTemplate(tx, actor, choice.template, facts),
      clinicTemplates(tx, actor),
    ]);
    const proposal = proposePlan({ ...facts.proposing, ...(chosen && { template: chosen }) });
    const begin = beginVersion(proposal, runningNow(facts), {
      phase: facts.phase,
      visitId: last?.visitId ?? null,
      today: place.today,
      isChosen: chosen !== null,
    });
    const newest = facts.running?.versions.at(-1);
    const exercises = [...begin.items, ...(newest?.items ?? [])].map((item) => item.exercise);
    return {
      ...place,
      phase: facts.phase,
      signedPhase: facts.signedPhase,
      phaseSince: facts.phaseSince,
      outsideModel: facts.outsideModel,
      lastVisit: last && {
        id: last.visitId,
        number: last.number,
        on: last.visitOn,
        result: last.result satisfies VisitAssessment,
      },
      dayZero: facts.origin.dayZero,
      visits: facts.course.map(({ visitOn, number }) => ({ visitOn, number })),
      criteria: evidence?.gate ?? [],
      ahead: aheadOf(facts),
      rules: { values: facts.rules.values, adopted: facts.rules.adopted },
      conditions: facts.proposing.conditions,
      flags: facts.flags,
      ticks: read.ticks,
      mass_kg: facts.proposing.mass_kg,
      isBlocked: facts.proposing.blocked,
      restartsAtHalf: facts.proposing.restart_half_dose,
      /** Phases this episode has been in. */
      visited: visitedPhases(facts),
      /** The template that fits the findings, whatever was chosen. */
      matched: chosen === null ? (proposal?.template ?? null) : (proposePlan(facts.proposing)?.template ?? null),
      proposal,
      /** Fitting the phase, for choosing another one. */
      templates: templatesOf(facts),
      ownTemplates: clinicOwn.filter((template) => fits(template, facts)),
      begin,
      overrides: Object.fromEntries(overrides),
      shelf: planShelf(facts.proposing, {
        outsideModel: facts.outsideModel,
        own: facts.ownNow,
        also: exercises,
      }),
      /** The clinic's own exercises by id: their names, photos and steps. */
      own: facts.proposing.own,
      favourites,
      previews: previewsOf(facts),
      running: newest
        ? {
            planId: facts.running?.planId ?? "",
            number: newest.number,
            assignedOn: newest.effective_from,
            phase: newest.phase,
            items: newest.items,
            isHeld: runningNow(facts)?.isHeld ?? false,
          }
        : null,
      versions: facts.running ? versionsOf(facts.running, told) : [],
      /** A supervised clinician waits for the co-signature of the visit this plan follows. */
      awaitsCosign: supervised,
      isSupervised: actor.role === "supervised_clinician",
    };
  });
}

export type PlanDesk = NonNullable<Awaited<ReturnType<typeof planDesk>>>;

export function runningNow({ running }: PlanFacts) {
  const newest = running?.versions.at(-1);
  if (!running || !newest) return null;
  const isHeld = running.pauses.some((pause) => pause.itemKey === null && pause.endedAt === null);
  return { items: newest.items, phase: newest.phase, visitId: newest.visitId, isHeld };
}

/** A template of the present phase, or the own plan where there is no gate; anything else is no choice. */
export async function chosenTemplate(
  tx: Tx,
  actor: Actor,
  template: string,
  facts: PlanFacts,
): Promise<TemplateId | ClinicTemplate | null> {
  if (isTemplateId(template)) return templatesOf(facts).includes(template) ? template : null;
  const found = (await clinicTemplates(tx, actor)).find(({ id }) => id === template);
  return found && fits(found, facts) ? found : null;
}

export const templateKey = (chosen: TemplateId | ClinicTemplate | null): string | null =>
  typeof chosen === "object" ? (chosen?.id ?? null) : chosen;

/** A clinic's template is offered in the phase it was saved in, and outside the model where it was saved there. */
const fits = (template: ClinicTemplate, { phase, outsideModel }: PlanFacts): boolean =>
  outsideModel ? template.outside_model : !template.outside_model && template.phase === phase;

function visitedPhases({ course, origin, phase }: PlanFacts): Phase[] {
  const seen = course.flatMap(({ result }) => [result.phase_before, result.phase_after]);
  return [...new Set([...seen, ...(origin.initialState ? [origin.initialState.phase] : []), phase])];
}

function templatesOf({ phase, outsideModel }: PlanFacts): TemplateId[] {
  if (outsideModel) return ["own_outside_model"];
  return PLAN_TEMPLATES.filter((template) => template.phase === phase).map(({ id }) => id);
}

/** Right after a move the last visit judged the gate behind: how its findings stand to the next one. */
function aheadOf({ course, origin, basis, rules, signedPhase }: PlanFacts): GateAhead | null {
  if (!basis || basis.result.phase_after !== signedPhase || basis.result.phase_before === signedPhase) return null;
  const earlier = course.slice(0, course.indexOf(basis));
  const { onset_day } = episodeOf(origin);
  const input = {
    patient: patientOn(origin, basis.visitOn),
    ...(onset_day !== undefined && { onset_day }),
    earlier: earlier.map(({ record }) => record),
    state: stateBefore(origin, earlier),
    visit: basis.record,
    rules,
  };
  return gateAhead(input, signedPhase);
}

/** What later phases would hold by today's findings: shown locked, never assigned. */
function previewsOf({ proposing, phase, outsideModel, signedPhase }: PlanFacts) {
  const ids = TREATMENT_PHASES.map(({ id }) => id);
  const current = ids.indexOf((phase === "hold" ? signedPhase : phase) as TreatmentPhase);
  if (outsideModel || current < 0) return [];
  return ids.slice(current + 1).map((later, index) => {
    const entered_from = ids[current + index] ?? null;
    const shown = proposePlan({
      ...proposing,
      ...{ phase: later, entered_from, blocked: false, current: [], flare: false, restart_half_dose: false },
    });
    return {
      phase: later,
      template: shown?.template ?? null,
      items: (shown?.items ?? []).map(({ exercise, dose }) => ({ exercise, dose })),
    };
  });
}

function versionWords(tx: Tx, actor: Actor, planId: string) {
  return tx
    .select({
      number: planVersion.number,
      by: staffMember.displayName,
      template: planVersion.templateId,
      note: planVersion.note,
      leftOut: planVersion.leftOut,
    })
    .from(planVersion)
    .innerJoin(
      staffMember,
      and(eq(staffMember.clinicId, planVersion.clinicId), eq(staffMember.id, planVersion.assignedById)),
    )
    .where(and(eq(planVersion.clinicId, actor.clinicId), eq(planVersion.planId, planId)))
    .orderBy(asc(planVersion.number));
}

/** Overrides of the newest version by item key: asked again with each version, so they come prefilled. */
export async function standingOverrides(
  tx: Tx,
  actor: Actor,
  running: RunningPlan,
): Promise<Map<string, ItemOverride>> {
  const newest = running.versions.at(-1);
  if (!newest) return new Map();
  const rows = await tx
    .select({ key: planItem.itemKey, conditions: planItem.overriddenCondition, reason: planItem.overrideReason })
    .from(planItem)
    .where(and(eq(planItem.clinicId, actor.clinicId), eq(planItem.planVersionId, newest.id)));
  return new Map(
    rows.flatMap(({ key, conditions, reason }) =>
      conditions === null || reason === null ? [] : [[key, { conditions: conditions.split(" "), reason }] as const],
    ),
  );
}

type Told = Awaited<ReturnType<typeof versionWords>>;

/** Newest first, each with what changed against the one before it. */
function versionsOf(running: RunningPlan, told: Told) {
  const words = new Map(told.map((row) => [row.number, row]));
  const versions = running.versions.map((version) => ({ ...version, items: pausedThen(running, version) }));
  return versions
    .map((version, index) => ({
      number: version.number,
      on: version.effective_from,
      phase: version.phase,
      by: words.get(version.number)?.by ?? "",
      template: words.get(version.number)?.template ?? null,
      note: words.get(version.number)?.note ?? null,
      leftOut: words.get(version.number)?.leftOut ?? [],
      count: version.items.length,
      changes: index === 0 ? null : planDifference(versions[index - 1]?.items ?? [], version.items),
    }))
    .reverse();
}

/** Items as they stood when the version was assigned: its pauses begin in the same transaction. */
function pausedThen(running: RunningPlan, version: RunningPlan["versions"][number]): PlanItem[] {
  const at = version.assignedAt.getTime();
  return version.items.map((item) => {
    const pause = running.pauses.find(
      ({ itemKey, startedAt, endedAt }) =>
        itemKey === item.id && startedAt.getTime() <= at && (endedAt === null || endedAt.getTime() > at),
    );
    return { ...item, paused: pause?.cause ?? null };
  });
}
