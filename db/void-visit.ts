/** Voiding: the visit stays readable and stops counting; later visits are rechecked without it. */
import "server-only";
import type { ConfirmedBy } from "@/domain/confirmation";
import { isReason } from "@/domain/rules/reason";
import { blockingFlags } from "@/domain/rules/safety";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { takeBackFromFold } from "./hold";
import { recordMove } from "./phase-move";
import { recheckLater } from "./recheck";
import { currentRuleSetIn } from "./rule-set";
import type { Actor } from "./scope";
import { staffNameIn } from "./staff";
import { type VisitContext, visitContext } from "./visit-context";
import { appendEvent, type LockedRecord, lockRecord } from "./visit-event";

export type Voided =
  | { ok: true; patientId: string /** Later visits that would read differently now. */; differing: number }
  | {
      ok: false;
      reason:
        | "not_found"
        /** A draft is discarded instead. */
        | "not_signed"
        | "voided"
        | "needs_supervisor"
        | "reason_too_short"
        /** The hold this visit began is going on: it ends by a clearance or as entered in error, at a visit. */
        | "holds_block";
    };

/** A signed visit, or one that the patient did not attend (kept unsigned, CLINICAL 11.4). Once. */
export function voidVisit(
  actor: Actor,
  visitId: string,
  reason: string,
  by: ConfirmedBy | null = null,
): Promise<Voided> {
  return transaction(actor, (tx) => voidVisitIn(tx, actor, visitId, reason, by));
}

async function voidVisitIn(
  tx: Tx,
  actor: Actor,
  visitId: string,
  reason: string,
  confirmedBy: ConfirmedBy | null,
): Promise<Voided> {
  const record = await lockRecord(tx, actor, visitId);
  if (!record) return { ok: false, reason: "not_found" };
  const { row } = record;
  const isNoShow = row.kind === "did_not_attend" && row.state === "draft";
  if (row.state !== "signed" && !isNoShow) return { ok: false, reason: "not_signed" };
  if (record.isVoid) return { ok: false, reason: "voided" };
  if (actor.role === "supervised_clinician" && !isNoShow) return { ok: false, reason: "needs_supervisor" };
  const rules = await currentRuleSetIn(tx, actor);
  if (!isReason(reason, rules.values)) return { ok: false, reason: "reason_too_short" };

  const context = isNoShow ? null : await visitContext(tx, actor, row, await staffNameIn(tx, actor));
  if (context && holdsBlock(context, visitId)) return { ok: false, reason: "holds_block" };
  const later = context?.own ? await recheckLater(tx, actor, context, "void", null) : { differing: 0, covers: [] };
  await appendEvent(tx, actor, record, { kind: "void", reason: reason.trim(), rechecks: later.covers });
  if (context) await undoMove(tx, actor, record, context, reason.trim());
  await refreshCaseload(tx, actor, row.patientId);
  await appendAudit(tx, actor, {
    action: "visit.void",
    objectKind: "visit",
    objectId: visitId,
    patientId: row.patientId,
    detail: { differing: later.differing, confirmed_by: confirmedBy },
  });
  return { ok: true, patientId: row.patientId, differing: later.differing };
}

/** Voiding must not be a way around a clearance. */
function holdsBlock({ own, later, blocks }: VisitContext, visitId: string): boolean {
  // Entered late, it stands beside the fold.
  if (blocks.some((block) => block.visitId === visitId)) return true;
  const now = (later.at(-1) ?? own)?.state;
  if (!own || now?.phase !== "hold") return false;
  const suspected = (own.record.screening ?? []).flatMap(({ flag, decision }) =>
    decision === "suspected" ? [flag] : [],
  );
  return blockingFlags([...own.record.flags, ...suspected]).some((flag) => now.hold?.flags.includes(flag));
}

/** Of the last visit the decision goes with it: the patient stands where the visit before left them. */
async function undoMove(tx: Tx, actor: Actor, { row }: LockedRecord, context: VisitContext, reason: string) {
  const { own, later, judging } = context;
  if (!own || later.length > 0) return;
  if (own.record.late_hold) await takeBackFromFold(tx, actor, { visitId: row.id, episodeId: row.episodeId });
  const move = { from: own.state.phase, to: judging.state.phase, kind: "void", reason } as const;
  if (move.from !== move.to) await recordMove(tx, actor, { ...row, visitId: own.visitId }, move, new Date());
}
