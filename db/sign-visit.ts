/** Signing: in one transaction the draft becomes record, judged, hashed, signed and acted on; then it never changes. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { ConfirmedBy } from "@/domain/confirmation";
import type { VisitRecord } from "@/domain/record";
import { hasDraftShape } from "@/domain/visit/check-field";
import { type Blocking, completeness } from "@/domain/visit/completeness";
import { type JudgedDraft, judgeDraft } from "@/domain/visit/judge-draft";
import { type DayRefusal, refuseVisitDay } from "@/domain/visit/visit-day";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { Phase } from "@/domain/vocabulary/phases";
import { acceptResponses } from "./accepted-response";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { handToFold } from "./hold";
import { holdLate } from "./late-hold";
import { moveOf, recordMove } from "./phase-move";
import { keepActivities } from "./psfs-activity";
import { recheckLater } from "./recheck";
import { assessment } from "./schema/assessment";
import { episode, patient } from "./schema/patient";
import { visit } from "./schema/visit";
import type { Actor } from "./scope";
import { sign } from "./signature";
import { type Cover, digestOf, type SignedVisitContent, visitColumns } from "./signed-content";
import { staffNameIn } from "./staff";
import { standingConsents } from "./standing-consent";
import { lockVisit, type Replay } from "./visit";
import { basisOf, type VisitContext, visitContext } from "./visit-context";
import { dayBounds } from "./visit-day";
import { writeVisitRows } from "./visit-rows";

export type SigningOutcome =
  | { ok: true; patientId: string; phaseBefore: Phase | null; phaseAfter: Phase | null; notices: string[] }
  | { ok: false; reason: "not_found" | "not_a_draft" | "stale" | "course_changed" | "did_not_attend" | DayRefusal }
  | { ok: false; reason: "incomplete"; blocking: Blocking[]; unconfirmed: string[] }
  | { ok: false; reason: "needs_supervisor"; acts: ("override" | "clearance")[] };

/**
 * @param version the draft's version the clinician read; another one is refused, so that nobody signs unseen text
 * @param confirmedBy how the person was confirmed for it; null where nobody was asked
 * @param basis what of the course the draft was shown with (visit-context); another one is refused likewise
 */
export function signVisit(
  actor: Actor,
  visitId: string,
  version: number,
  confirmedBy: ConfirmedBy | null = null,
  basis?: string,
): Promise<SigningOutcome> {
  return transaction(actor, (tx) => signVisitIn(tx, actor, visitId, version, undefined, confirmedBy, basis));
}

/** As signVisit, inside the caller's transaction. */
export async function signVisitIn(
  tx: Tx,
  actor: Actor,
  visitId: string,
  version: number,
  replay?: Replay,
  confirmedBy: ConfirmedBy | null = null,
  basis?: string,
): Promise<SigningOutcome> {
  const signedAt = replay?.at ?? new Date();
  const row = await lockVisit(tx, actor, visitId);
  if (!row) return { ok: false, reason: "not_found" };
  if (row.state !== "draft") return { ok: false, reason: "not_a_draft" };
  if (row.version !== version) return { ok: false, reason: "stale" };
  // Kept as an unsigned, voidable row (CLINICAL 11.4).
  if (row.kind === "did_not_attend") return { ok: false, reason: "did_not_attend" };

  const refusal = refuseVisitDay(row.visitOn, await dayBounds(tx, actor, row, signedAt));
  if (refusal !== null) return { ok: false, reason: refusal };

  const clinician = await staffNameIn(tx, actor);
  const [context, standing, [person]] = await Promise.all([
    visitContext(tx, actor, row, clinician),
    standingConsents(tx, actor, row.patientId),
    tx
      .select({ language: patient.language })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, row.patientId))),
  ]);
  if (basis !== undefined && basis !== basisOf(context, visitId)) return { ok: false, reason: "course_changed" };
  const fields = new Map(context.fields.map((field) => [field.path, field.value]));
  const { read, judged } = judgeDraft(fields, context.judging, { hasShape: hasDraftShape });
  const { seconds, ...known } = context.judging.context;
  const { blocking, unconfirmed } = completeness(read, judged?.assessment ?? null, {
    ...known,
    // Who worked there when a record from elsewhere was made isn't known here.
    ...(seconds && !replay && { seconds }),
    standing_consents: standing,
  });
  if (blocking.length > 0) return { ok: false, reason: "incomplete", blocking, unconfirmed };
  const unsupervised = actsNeedingSupervisor(actor, read.entries);
  if (unsupervised.length > 0) return { ok: false, reason: "needs_supervisor", acts: unsupervised };

  const { entries } = read;
  const isLate = context.later.length > 0;
  const place = { ...row, visitId, language: person?.language ?? "en" };
  let rechecks: Cover[] = [];
  await writeVisitRows(tx, actor, place, entries);
  const accepted = await acceptResponses(tx, actor, place, entries, signedAt);
  if (!isLate) await keepActivities(tx, actor, row, entries);
  if (judged && read.visit) {
    await tx.insert(assessment).values({
      clinicId: actor.clinicId,
      visitId,
      patientId: row.patientId,
      episodeId: row.episodeId,
      ruleSetVersion: context.rules.version,
      ruleSetAdopted: context.rules.adopted !== null,
      input: read.visit,
      result: judged.assessment,
      evidence: judged.evidence,
      foldState: judged.state,
    });
    if (isLate) {
      const later = await recheckLater(tx, actor, context, "late_entry", { record: read.visit, state: judged.state });
      rechecks = later.covers;
      await holdLate(tx, actor, place, { context, end: later.end, signedAt });
    } else {
      const taken = context.blocks.filter((block) => block.visitId === visitId || !block.isOfDraft);
      await handToFold(tx, actor, row.episodeId, taken, signedAt);
      await recordMove(tx, actor, place, moveOf(judged.assessment, read.visit), signedAt);
    }
  }
  await closeDraft(tx, actor, {
    ...{ row, context, entries, record: read.visit, judged, rechecks, accepted, clinician, signedAt },
  });
  if (!replay) await refreshCaseload(tx, actor, row.patientId);
  await appendAudit(tx, actor, {
    action: "visit.sign",
    objectKind: "visit",
    objectId: visitId,
    patientId: row.patientId,
    detail: {
      phase_before: judged?.assessment.phase_before ?? null,
      phase_after: judged?.assessment.phase_after ?? null,
      late: isLate,
      confirmed_by: confirmedBy,
    },
  });
  return {
    ok: true,
    patientId: row.patientId,
    phaseBefore: judged?.assessment.phase_before ?? null,
    phaseAfter: judged?.assessment.phase_after ?? null,
    notices: judged?.assessment.notices ?? [],
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof lockVisit>>>;

/** A supervised clinician neither overrides nor clears before co-signature (CLINICAL 11.9). */
function actsNeedingSupervisor(actor: Actor, entries: VisitEntries): ("override" | "clearance")[] {
  if (actor.role !== "supervised_clinician") return [];
  return [
    ...(entries.override ? (["override"] as const) : []),
    ...(entries.clearance || entries.flag_errors.length > 0 ? (["clearance"] as const) : []),
  ];
}

async function closeDraft(
  tx: Tx,
  actor: Actor,
  signing: {
    row: Row;
    context: VisitContext;
    entries: VisitEntries;
    record: VisitRecord | null;
    judged: JudgedDraft["judged"];
    rechecks: Cover[];
    accepted: Cover[] | undefined;
    clinician: string;
    signedAt: Date;
  },
): Promise<void> {
  const { row, context, entries, record, judged, rechecks, accepted, clinician, signedAt } = signing;
  const supervised = actor.role === "supervised_clinician";
  const columns = visitColumns(entries);
  const { nextReviewOn, nextReviewOpen } = columns;
  const signature = sign({
    visit: { id: row.id, kind: row.kind, on: row.visitOn, number: row.number, patient: row.patientId },
    fields: Object.fromEntries(context.fields.map(({ path, value }) => [path, value])),
    entries,
    assessment: judged?.assessment ?? null,
    fold: judged && digestOf({ input: record, evidence: judged.evidence, state: judged.state }),
    rule_set: context.rules.version,
    rechecks,
    accepted,
    signed_by: { membership: actor.membershipId, name: clinician, supervised, at: signedAt.toISOString() },
  } satisfies SignedVisitContent);
  await tx
    .update(visit)
    .set({
      ...columns,
      state: "signed",
      version: sql`${visit.version} + 1`,
      signedAt,
      signedById: actor.membershipId,
      signedSupervised: supervised,
      signedText: signature.text,
      signedHash: signature.hash,
      signedMac: signature.mac,
      signedKey: signature.key,
    })
    .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, row.id)));
  if (entries.next_review !== null && context.later.length === 0) {
    await tx
      .update(episode)
      .set({ nextReviewOn, nextReviewOpen, version: sql`${episode.version} + 1` })
      .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, row.episodeId)));
  }
  if (entries.height_cm !== null) {
    await tx
      .update(patient)
      .set({ heightCm: entries.height_cm, version: sql`${patient.version} + 1` })
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, row.patientId)));
  }
}
