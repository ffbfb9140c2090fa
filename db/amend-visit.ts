/** Amending a signed visit: old and new side by side, signed; what it would change is flagged, and no phase moves. */
import "server-only";
import type { ConfirmedBy } from "@/domain/confirmation";
import { newId } from "@/domain/new-id";
import { isReason } from "@/domain/rules/reason";
import { isAmendable } from "@/domain/visit/amendable";
import { checkDraftField, hasDraftShape } from "@/domain/visit/check-field";
import { type Blocking, completeness } from "@/domain/visit/completeness";
import { type JudgedDraft, judgeDraft } from "@/domain/visit/judge-draft";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { recheckLater } from "./recheck";
import { assessmentRecheck } from "./schema/assessment";
import type { Actor } from "./scope";
import { canonicalJson } from "./signature";
import { recheckCover, type SignedVisitContent } from "./signed-content";
import { standingConsents } from "./standing-consent";
import { type VisitContext, visitContext } from "./visit-context";
import {
  amendedFields,
  appendEvent,
  type FieldAmendment,
  type LockedRecord,
  lockRecord,
  mayAmend,
} from "./visit-event";

export type Amended =
  | {
      ok: true;
      patientId: string /** Visits, this one included, that would read differently now. */;
      differing: number;
    }
  | {
      ok: false;
      reason: "not_found" | "not_signed" | "voided" | "needs_supervisor" | "reason_too_short" | "nothing_changed";
    }
  /** Paths that are unknown, of another shape, twice there, or matters of a decision of its own (`isAmendable`). */
  | { ok: false; reason: "refused_fields"; paths: string[] }
  | { ok: false; reason: "incomplete"; blocking: Blocking[] };

/**
 * @param changes new values of draft fields; null = not recorded after all
 * @param reason why, at least as long as the threshold `override_reason_min_chars`
 * @param confirmedBy how the person was confirmed for it
 */
export function amendVisit(
  actor: Actor,
  visitId: string,
  changes: readonly { path: string; new: unknown }[],
  reason: string,
  confirmedBy: ConfirmedBy | null = null,
): Promise<Amended> {
  return transaction(actor, (tx) => amendVisitIn(tx, actor, visitId, changes, reason, confirmedBy));
}

async function amendVisitIn(
  tx: Tx,
  actor: Actor,
  visitId: string,
  changes: readonly { path: string; new: unknown }[],
  reason: string,
  confirmedBy: ConfirmedBy | null,
): Promise<Amended> {
  const record = await lockRecord(tx, actor, visitId);
  if (!record) return { ok: false, reason: "not_found" };
  if (record.row.state !== "signed" || record.signedText === null) return { ok: false, reason: "not_signed" };
  if (record.isVoid) return { ok: false, reason: "voided" };
  if (!mayAmend(actor, record)) return { ok: false, reason: "needs_supervisor" };

  const signed = JSON.parse(record.signedText) as SignedVisitContent;
  const before = amendedFields(signed.fields, record.events);
  const [context, consents] = await Promise.all([
    visitContext(tx, actor, record.row, signed.signed_by.name),
    standingConsents(tx, actor, record.row.patientId),
  ]);
  if (!isReason(reason, context.rules.values)) return { ok: false, reason: "reason_too_short" };
  const checked = checkChanges(changes, before);
  if (checked.refused.length > 0) return { ok: false, reason: "refused_fields", paths: checked.refused };
  if (checked.amendments.length === 0) return { ok: false, reason: "nothing_changed" };

  const after = new Map(before);
  for (const { path, new: value } of checked.amendments) after.set(path, value);
  const judging = judgingOf(context);
  const [was, now] = [
    judgeDraft(before, judging, { hasShape: hasDraftShape }),
    judgeDraft(after, judging, { hasShape: hasDraftShape }),
  ];
  const signing = { ...judging.context, standing_consents: consents };
  const blocking = newlyBlocking(was, now, (of) => completeness(of.read, of.judged?.assessment ?? null, signing));
  if (blocking.length > 0) return { ok: false, reason: "incomplete", blocking };
  // A contact that begins or ceases to hold something for the rules is another visit.
  if ((now.read.visit === null) !== (context.own === null)) {
    return { ok: false, reason: "refused_fields", paths: checked.amendments.map(({ path }) => path) };
  }

  const differing = await store(tx, actor, { record, context, now }, checked.amendments, reason.trim());
  await refreshCaseload(tx, actor, record.row.patientId);
  await appendAudit(tx, actor, {
    action: "visit.amend",
    objectKind: "visit",
    objectId: visitId,
    patientId: record.row.patientId,
    fields: checked.amendments.map(({ path }) => path),
    detail: { differing, confirmed_by: confirmedBy },
  });
  return { ok: true, patientId: record.row.patientId, differing };
}

function checkChanges(changes: readonly { path: string; new: unknown }[], before: ReadonlyMap<string, unknown>) {
  const refused: string[] = [];
  const amendments: FieldAmendment[] = [];
  const seen = new Set<string>();
  for (const change of changes) {
    const checked = checkDraftField(change.path, change.new);
    const old = before.get(change.path) ?? null;
    if (!checked.ok || seen.has(change.path) || !isAmendable(checked.path, old, checked.value)) {
      refused.push(change.path);
      continue;
    }
    seen.add(change.path);
    if (canonicalJson(old) !== canonicalJson(checked.value)) {
      amendments.push({ path: change.path, old, new: checked.value });
    }
  }
  return { refused, amendments };
}

/** The adherence of the day it was signed stands: the log may have grown since. */
function judgingOf({ judging, own }: VisitContext): VisitContext["judging"] {
  const { adherence: _today, ...context } = judging.context;
  const adherence = own?.record.adherence;
  return {
    ...judging,
    supervised: own?.supervised ?? false,
    context: { ...context, ...(adherence && { adherence }) },
  };
}

/** What an amendment may not leave behind; what the visit lacked before stays as it was signed. */
function newlyBlocking(
  was: JudgedDraft,
  now: JudgedDraft,
  check: (draft: JudgedDraft) => { blocking: Blocking[]; unconfirmed: string[] },
): Blocking[] {
  const before = new Set(check(was).blocking.map(({ path, code }) => `${path} ${code}`));
  const { blocking, unconfirmed } = check(now);
  const carried = unconfirmed
    .filter((path) => !was.read.unconfirmed.includes(path))
    .map((path): Blocking => ({ path, code: "field_refused" }));
  return [...blocking.filter(({ path, code }) => !before.has(`${path} ${code}`)), ...carried];
}

async function store(
  tx: Tx,
  actor: Actor,
  { record, context, now }: { record: LockedRecord; context: VisitContext; now: JudgedDraft },
  amendments: FieldAmendment[],
  reason: string,
): Promise<number> {
  const { own } = context;
  const { judged } = now;
  if (!own || !judged || !now.read.visit) {
    await appendEvent(tx, actor, record, { kind: "amend", reason, changes: amendments });
    return 0;
  }
  const recheck = { id: newId(), input: now.read.visit, result: judged.assessment, foldState: null, evidence: null };
  const differs = canonicalJson(judged.assessment) !== canonicalJson(own.result);
  await tx.insert(assessmentRecheck).values({
    clinicId: actor.clinicId,
    ...recheck,
    patientId: record.row.patientId,
    visitId: record.row.id,
    cause: "amendment",
    ruleSetVersion: context.rules.version,
    differs,
  });
  const later = await recheckLater(tx, actor, context, "amendment", { record: now.read.visit, state: judged.state });
  const rechecks = [recheckCover(recheck), ...later.covers];
  await appendEvent(tx, actor, record, { kind: "amend", reason, changes: amendments, rechecks });
  return later.differing + (differs ? 1 : 0);
}
