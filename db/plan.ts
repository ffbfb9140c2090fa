/** Assigning, changing and ending a plan: checked again on the server, written as a version that never changes. */
import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { newId } from "@/domain/new-id";
import { catalogueItem } from "@/domain/plan/catalogue";
import { assignRefusals, type Refusal } from "@/domain/plan/checks";
import { planItemSchema } from "@/domain/plan/item";
import { type Proposal, proposePlan } from "@/domain/plan/propose";
import { verdictOn } from "@/domain/plan/verdict";
import { isReason } from "@/domain/rules/reason";
import { ASSIGN_TICKS, type ConditionId } from "@/domain/vocabulary/contraindications";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { isSupervisionPending } from "./plan-cosign";
import { chosenTemplate, type ItemOverride, standingOverrides, templateKey } from "./plan-desk";
import { assignContext, type PlanFacts, type PlanPlace, planFacts, planPlace, withTicks } from "./plan-facts";
import { plan, planItem, planPause, planVersion } from "./schema/plan";
import type { Actor } from "./scope";
import type { Replay } from "./visit";
import { once } from "./write-receipt";

const TICK_IDS = ASSIGN_TICKS.map(({ id }) => id);
const ITEMS_MAX = 30;

/** What a clinician sends; ids and doses are hostile input until parsed. */
export const assignSchema = z.strictObject({
  /** Made by the browser: a retry names the same version. */
  versionId: z.uuid(),
  patientId: z.uuid(),
  /** The version the clinician read; 0 = none running. */
  base: z.int().min(0),
  template: z.string().max(80).nullable(),
  /** Newly answered; [] is "None of these", null keeps the answers still valid. */
  ticks: z.array(z.enum(TICK_IDS)).nullable(),
  note: z.string().trim().max(1000).nullable(),
  items: z
    .array(
      planItemSchema.extend({
        /** Names every condition that hides this item, with why it is given all the same. */
        override: z
          .strictObject({ conditions: z.array(z.string().max(80)).min(1), reason: z.string().max(1000) })
          .nullable(),
      }),
    )
    .max(ITEMS_MAX),
});
export type AssignInput = z.infer<typeof assignSchema>;

export type AssignRefusal = Refusal | { item: string; code: "override_reason" };
export type AssignOutcome =
  | { ok: true; number: number; changed: boolean }
  | {
      ok: false;
      reason:
        | "not_found"
        | "stale"
        | "other_body"
        | "restricted"
        | "ticks_unanswered"
        | "empty"
        | "repeated_item"
        | "needs_cosignature"
        | "needs_supervisor";
    }
  | { ok: false; reason: "refused"; refusals: AssignRefusal[] };

type Item = AssignInput["items"][number];

/** Assigns a first plan or the next version. Nothing is written when anything is refused. */
export function assignPlan(actor: Actor, input: AssignInput): Promise<AssignOutcome> {
  return transaction(actor, async (tx) => {
    const answer = await once<AssignOutcome>(
      tx,
      actor,
      { id: input.versionId, kind: "plan.assign", body: input },
      async () => {
        const outcome = await assignPlanIn(tx, actor, input);
        // What is sent once a refusal is settled is another version, with an id of its own.
        return { status: outcome.ok ? 200 : 409, answer: outcome };
      },
    );
    return answer.kind === "other_body" ? { ok: false, reason: "other_body" } : answer.answer;
  });
}

/** As assignPlan, inside the caller's transaction and without a receipt. */
export async function assignPlanIn(tx: Tx, actor: Actor, input: AssignInput, replay?: Replay): Promise<AssignOutcome> {
  const place = await planPlace(tx, actor, input.patientId, true, replay?.at);
  if (!place) return { ok: false, reason: "not_found" };
  if (place.isRestricted) return { ok: false, reason: "restricted" };
  const read = await planFacts(tx, actor, place);
  const newest = read.running?.versions.at(-1);
  if ((newest?.number ?? 0) !== input.base) return { ok: false, reason: "stale" };
  if (input.items.length === 0) return { ok: false, reason: "empty" };
  if (new Set(input.items.map(({ id }) => id)).size < input.items.length) return { ok: false, reason: "repeated_item" };
  const facts = input.ticks === null ? read : withTicks(read, { ids: input.ticks, on: place.today });
  if (facts.ticks === null) return { ok: false, reason: "ticks_unanswered" };
  const refusals = refusalsOf(input.items, facts);
  if (refusals.length > 0) return { ok: false, reason: "refused", refusals };
  const overridden = input.items.filter((item) => hiddenBy(item, facts).length > 0);
  if (await overridesAlone(tx, actor, overridden, facts)) return { ok: false, reason: "needs_supervisor" };
  if (!newest || overridden.length > 0) {
    const visitId = facts.basis?.visitId ?? null;
    if (await isSupervisionPending(tx, actor, visitId)) return { ok: false, reason: "needs_cosignature" };
  }
  const planId = read.running?.planId ?? newId();
  const number = await writeVersion(tx, actor, { input, facts, place, planId });
  await setPauses(tx, actor, { input, facts, place, planId });
  if (!replay) await refreshCaseload(tx, actor, place.patientId);
  await appendAudit(tx, actor, {
    action: "plan.assign",
    objectKind: "plan_version",
    objectId: input.versionId,
    patientId: place.patientId,
    fields: overridden.map(({ exercise }) => `override:${exercise}`),
    detail: { version: number, phase: facts.phase, items: input.items.length, outside_model: facts.outsideModel },
  });
  return { ok: true, number, changed: newest !== undefined };
}

function hiddenBy(item: Item, { proposing }: PlanFacts): ConditionId[] {
  const found = catalogueItem(item.exercise, proposing.own);
  return found === null || item.paused !== null ? [] : verdictOn(found, proposing).hidden_by;
}

/** A supervised clinician goes on with what was overridden already and overrides nothing more (CLINICAL 11.9). */
async function overridesAlone(tx: Tx, actor: Actor, items: readonly Item[], facts: PlanFacts): Promise<boolean> {
  if (actor.role !== "supervised_clinician" || items.length === 0) return false;
  const { running } = facts;
  const standing = running ? await standingOverrides(tx, actor, running) : new Map<string, ItemOverride>();
  const exercises = new Map(running?.versions.at(-1)?.items.map(({ id, exercise }) => [id, exercise]));
  return items.some((item) => {
    const known = exercises.get(item.id) === item.exercise ? (standing.get(item.id)?.conditions ?? []) : [];
    return hiddenBy(item, facts).some((condition) => !known.includes(condition));
  });
}

/** Each item under its own override: naming a condition for one exercise opens no other. */
function refusalsOf(items: readonly Item[], facts: PlanFacts): AssignRefusal[] {
  const context = assignContext(facts);
  return items.flatMap((item): AssignRefusal[] => {
    const { override, ...line } = item;
    const waived = context.conditions.filter((condition) => override?.conditions.includes(condition));
    const refusals: AssignRefusal[] = assignRefusals([line], { ...context, waived });
    // A reduced dose is a dose too: it stays inside the same limits.
    if (line.reduced !== null && refusals.length === 0) {
      refusals.push(...assignRefusals([{ ...line, dose: line.reduced.dose }], { ...context, waived }));
    }
    if (waived.length > 0 && !isReason(override?.reason, facts.rules.values)) {
      refusals.push({ item: item.id, code: "override_reason" });
    }
    return refusals;
  });
}

type Writing = { input: AssignInput; facts: PlanFacts; place: PlanPlace; planId: string };

async function writeVersion(tx: Tx, actor: Actor, { input, facts, place, planId }: Writing): Promise<number> {
  const { clinicId } = actor;
  const { patientId, episodeId, now, today } = place;
  const outsideModel = facts.outsideModel;
  if (facts.running === null)
    await tx.insert(plan).values({ clinicId, id: planId, patientId, episodeId, outsideModel });
  else if (facts.running.outsideModel !== outsideModel) {
    await tx
      .update(plan)
      .set({ outsideModel })
      .where(and(eq(plan.clinicId, clinicId), eq(plan.id, planId)));
  }
  const chosen = input.template === null ? null : await chosenTemplate(tx, actor, input.template, facts);
  const proposal = proposePlan({ ...facts.proposing, ...(chosen && { template: chosen }) });
  const isOfProposal = proposal !== null && proposal.template === input.template;
  const number = input.base + 1;
  await tx.insert(planVersion).values({
    clinicId,
    id: input.versionId,
    patientId,
    planId,
    number,
    phase: facts.phase,
    templateId: isOfProposal ? proposal.template : templateKey(chosen),
    ticks: [...(facts.ticks?.ids ?? [])],
    tickedOn: facts.ticks?.on ?? today,
    leftOut: isOfProposal ? leftOutOf(proposal) : [],
    note: input.note === "" ? null : input.note,
    visitId: facts.basis?.visitId ?? null,
    assignedById: actor.membershipId,
    assignedOn: today,
    assignedAt: now,
  });
  await tx.insert(planItem).values(
    input.items.map((item, position) => {
      const found = catalogueItem(item.exercise, facts.proposing.own);
      const hidden = hiddenBy(item, facts);
      return {
        clinicId,
        id: newId(),
        patientId,
        planVersionId: input.versionId,
        itemKey: item.id,
        exercise: item.exercise,
        position,
        dose: item.dose,
        fromOn: item.from,
        untilOn: item.until,
        painLimit: item.pain_limit,
        limitText: item.limit_text,
        note: item.note,
        reduced: item.reduced,
        cautions: found === null ? [] : verdictOn(found, facts.proposing).texts,
        overriddenCondition: hidden.length === 0 ? null : hidden.join(" "),
        overrideReason: hidden.length === 0 ? null : (item.override?.reason.trim() ?? null),
      };
    }),
  );
  return number;
}

function leftOutOf(proposal: Proposal): (typeof planVersion.$inferInsert)["leftOut"] {
  return [
    ...proposal.left_out.map(({ exercise, because, hidden_by }) => ({
      exercise,
      condition: hidden_by.length > 0 ? hidden_by.join(" ") : because,
    })),
    ...proposal.items.flatMap(({ exercise, instead_of }) =>
      instead_of === null ? [] : [{ exercise: instead_of, condition: "hidden", replacedBy: exercise }],
    ),
  ];
}

/** Assigning ends the hold's pause; items given again resume, items set aside pause, whatever paused them before stands. */
async function setPauses(tx: Tx, actor: Actor, { input, facts, place, planId }: Writing): Promise<void> {
  const open = facts.running?.pauses.filter((pause) => pause.endedAt === null) ?? [];
  const kept = new Set(input.items.filter((item) => item.paused !== null).map(({ id }) => id));
  const ending = open.filter(({ itemKey }) => itemKey === null || !kept.has(itemKey));
  const keys = ending.flatMap(({ itemKey }) => itemKey ?? []);
  const ofPlan = and(eq(planPause.clinicId, actor.clinicId), eq(planPause.planId, planId), isNull(planPause.endedAt));
  const end = { endedAt: place.now, endedOn: place.today };
  if (ending.some(({ itemKey }) => itemKey === null)) {
    await tx
      .update(planPause)
      .set(end)
      .where(and(ofPlan, isNull(planPause.itemKey)));
  }
  if (keys.length > 0)
    await tx
      .update(planPause)
      .set(end)
      .where(and(ofPlan, inArray(planPause.itemKey, keys)));
  const standing = new Set(open.flatMap(({ itemKey }) => itemKey ?? []));
  const begun = [...kept].filter((key) => !standing.has(key));
  if (begun.length === 0) return;
  await tx.insert(planPause).values(
    begun.map((itemKey) => ({
      clinicId: actor.clinicId,
      id: newId(),
      patientId: place.patientId,
      planId,
      itemKey,
      cause: "clinician" as const,
      startedAt: place.now,
      startedOn: place.today,
    })),
  );
}

export type EndOutcome = { ok: true } | { ok: false; reason: "not_found" | "stale" | "no_plan" };

/** Ends the running plan today; its versions stay. @param base the version the clinician read */
export function endPlan(actor: Actor, patientId: string, base: number): Promise<EndOutcome> {
  return transaction(actor, async (tx) => {
    const place = await planPlace(tx, actor, patientId, true);
    if (!place) return { ok: false, reason: "not_found" };
    const { running } = await planFacts(tx, actor, place);
    if (!running) return { ok: false, reason: "no_plan" };
    if (running.versions.at(-1)?.number !== base) return { ok: false, reason: "stale" };
    await tx
      .update(plan)
      .set({ endedOn: place.today })
      .where(and(eq(plan.clinicId, actor.clinicId), eq(plan.id, running.planId)));
    await refreshCaseload(tx, actor, patientId);
    await appendAudit(tx, actor, {
      action: "plan.end",
      objectKind: "plan",
      objectId: running.planId,
      patientId,
      detail: { version: base },
    });
    return { ok: true };
  });
}
