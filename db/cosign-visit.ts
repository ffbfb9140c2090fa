/** Co-signing or returning the visit of a supervised clinician: until then its decision counts as "keep" (CLINICAL 11.9). */
import "server-only";
import type { ConfirmedBy } from "@/domain/confirmation";
import { newId } from "@/domain/new-id";
import { type FoldedVisit, foldVisit } from "@/domain/rules/course";
import { isReason } from "@/domain/rules/reason";
import type { Phase } from "@/domain/vocabulary/phases";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { type CourseVisit, episodeOf, patientOn, stateBefore } from "./course";
import { moveOf, recordMove } from "./phase-move";
import { foldLater, storeRechecks } from "./recheck";
import { currentRuleSetIn } from "./rule-set";
import { assessmentRecheck } from "./schema/assessment";
import type { Actor } from "./scope";
import { canonicalJson } from "./signature";
import { recheckCover } from "./signed-content";
import { staffNameIn } from "./staff";
import { type VisitContext, visitContext } from "./visit-context";
import { appendEvent, type LockedRecord, lockRecord } from "./visit-event";

type Refusal = "not_found" | "not_signed" | "voided" | "not_supervised" | "already_cosigned" | "not_yours";

export type Cosigned =
  | {
      ok: true;
      patientId: string;
      phaseBefore: Phase | null;
      phaseAfter: Phase | null;
      /** false: a later visit was decided in between, so what differs is only flagged. */
      applied: boolean;
    }
  | { ok: false; reason: Refusal };

export type Returned = { ok: true; patientId: string } | { ok: false; reason: Refusal | "reason_too_short" };

/** The proposal applies from the visit's date, unless a clinician has decided at a later visit. */
export function coSign(actor: Actor, visitId: string, by: ConfirmedBy | null = null): Promise<Cosigned> {
  return transaction(actor, (tx) => coSignIn(tx, actor, visitId, by));
}

/** Sends it back to who signed it, with the reason; the phase stays kept. Once amended it waits again. */
export function returnVisit(
  actor: Actor,
  visitId: string,
  reason: string,
  by: ConfirmedBy | null = null,
): Promise<Returned> {
  return transaction(actor, async (tx): Promise<Returned> => {
    const found = await lockAwaiting(tx, actor, visitId);
    if (!found.ok) return found;
    const { values } = await currentRuleSetIn(tx, actor);
    if (!isReason(reason, values)) return { ok: false, reason: "reason_too_short" };
    const { record } = found;
    await appendEvent(tx, actor, record, { kind: "return", reason: reason.trim() });
    await refreshCaseload(tx, actor, record.row.patientId);
    await audit(tx, actor, record, "visit.return", { confirmed_by: by });
    return { ok: true, patientId: record.row.patientId };
  });
}

async function coSignIn(tx: Tx, actor: Actor, visitId: string, confirmedBy: ConfirmedBy | null): Promise<Cosigned> {
  const found = await lockAwaiting(tx, actor, visitId);
  if (!found.ok) return found;
  const { record } = found;
  const context = await visitContext(tx, actor, record.row, await staffNameIn(tx, actor));
  const { own } = context;
  const outcome = own ? await apply(tx, actor, record, context, own) : await signOnly(tx, actor, record);
  await refreshCaseload(tx, actor, record.row.patientId);
  await audit(tx, actor, record, "visit.co_sign", {
    phase_before: outcome.phaseBefore,
    phase_after: outcome.phaseAfter,
    applied: outcome.applied,
    confirmed_by: confirmedBy,
  });
  return { ok: true, patientId: record.row.patientId, ...outcome };
}

type Outcome = { phaseBefore: Phase | null; phaseAfter: Phase | null; applied: boolean };

async function signOnly(tx: Tx, actor: Actor, record: LockedRecord): Promise<Outcome> {
  await appendEvent(tx, actor, record, { kind: "co_sign", reason: null });
  return { phaseBefore: null, phaseAfter: null, applied: true };
}

async function apply(
  tx: Tx,
  actor: Actor,
  record: LockedRecord,
  context: VisitContext,
  own: CourseVisit,
): Promise<Outcome> {
  const folded = foldCosigned(context, own);
  // Visits that wait for their own co-signature decided nothing: they follow.
  const applied = context.later.every((visit) => visit.supervised);
  const recheck = {
    id: newId(),
    input: own.record,
    result: folded.assessment,
    foldState: applied ? folded.state : null,
    evidence: applied ? folded.evidence : null,
  };
  await tx.insert(assessmentRecheck).values({
    clinicId: actor.clinicId,
    ...recheck,
    patientId: record.row.patientId,
    visitId: own.visitId,
    cause: "co_sign",
    ruleSetVersion: context.rules.version,
    differs: canonicalJson(folded.assessment) !== canonicalJson(own.result),
  });
  const later = foldLater(context, { record: own.record, state: folded.state });
  const covers = await storeRechecks(tx, actor, context, "co_sign", later, applied);
  await appendEvent(tx, actor, record, { kind: "co_sign", reason: null, rechecks: [recheckCover(recheck), ...covers] });
  const from = (context.later.at(-1) ?? own).state.phase;
  const to = applied ? (later.at(-1)?.folded ?? folded).state.phase : from;
  if (from !== to) {
    const move = { ...moveOf(folded.assessment, own.record), from, to };
    await recordMove(tx, actor, { ...record.row, visitId: own.visitId }, move, new Date());
  }
  return { phaseBefore: from, phaseAfter: to, applied };
}

/** The visit as it reads with the decision counted. */
export function foldCosigned(context: VisitContext, own: CourseVisit): FoldedVisit {
  const { onset_day } = episodeOf(context.origin);
  return foldVisit({
    patient: patientOn(context.origin, own.visitOn),
    ...(onset_day !== undefined && { onset_day }),
    earlier: context.earlier.map((visit) => visit.record),
    state: stateBefore(context.origin, context.earlier),
    visit: own.record,
    rules: context.rules,
  });
}

async function lockAwaiting(
  tx: Tx,
  actor: Actor,
  visitId: string,
): Promise<{ ok: true; record: LockedRecord } | { ok: false; reason: Refusal }> {
  const record = await lockRecord(tx, actor, visitId);
  if (!record) return { ok: false, reason: "not_found" };
  if (record.row.state !== "signed") return { ok: false, reason: "not_signed" };
  if (record.isVoid) return { ok: false, reason: "voided" };
  if (!record.isSupervised) return { ok: false, reason: "not_supervised" };
  if (record.isCosigned) return { ok: false, reason: "already_cosigned" };
  // Neither another supervised clinician nor whoever signed it.
  if (actor.role === "supervised_clinician" || record.signedById === actor.membershipId) {
    return { ok: false, reason: "not_yours" };
  }
  return { ok: true, record };
}

function audit(
  tx: Tx,
  actor: Actor,
  { row }: LockedRecord,
  action: string,
  detail: Record<string, string | boolean | null> = {},
): Promise<void> {
  return appendAudit(tx, actor, { action, objectKind: "visit", objectId: row.id, patientId: row.patientId, detail });
}
