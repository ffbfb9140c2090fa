/** Reasons put to sleep for a while, and woken: never longer than the table of reasons allows (CLINICAL 13). */
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import { asksForSnoozeReason, snoozeLimit, snoozeOf } from "@/domain/caseload/caseload";
import { newId } from "@/domain/new-id";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { clinicToday } from "./hold";
import { caseloadRow, snooze } from "./schema/caseload";
import type { Actor } from "./scope";

export type NewSnooze = {
  patientId: string;
  reason: CaseloadReasonId;
  /** The trigger as it was shown: a newer one is not put to sleep unseen. */
  since: CalendarDay;
  /** Shown again on this day. */
  until: CalendarDay;
  why: string | null;
};

export type Snoozed =
  | { ok: true }
  | { ok: false; reason: "gone" | "never" | "needs_why" }
  | { ok: false; reason: "out_of_range"; limit: CalendarDay };

export function snoozeReason(actor: Actor, input: NewSnooze): Promise<Snoozed> {
  return transaction(actor, async (tx) => {
    const row = await lockRow(tx, actor, input.patientId);
    const standing = row?.reasons.find(({ id, since }) => id === input.reason && since === input.since);
    if (!row || !standing) return { ok: false, reason: "gone" };
    const today = await clinicToday(tx, actor);
    const limit = snoozeLimit(standing, { today, next_review: row.nextReviewOn });
    if (limit === null) return { ok: false, reason: "never" };
    if (input.until <= today || input.until > limit) return { ok: false, reason: "out_of_range", limit };
    if (asksForSnoozeReason(standing.id) && input.why === null) return { ok: false, reason: "needs_why" };
    const { above } = snoozeOf(standing, input.until, { reasons: row.reasons, snoozed: [], next_change_at: null });
    const id = newId();
    await endSnoozes(tx, actor, input);
    await tx.insert(snooze).values({
      clinicId: actor.clinicId,
      id,
      patientId: input.patientId,
      reasonId: input.reason,
      triggerOn: input.since,
      until: input.until,
      why: input.why,
      above: [...above],
      byId: actor.membershipId,
    });
    await finish(tx, actor, "caseload.snooze", input, { until: input.until });
    return { ok: true };
  });
}

/** Shows a sleeping reason again; false when it wasn't asleep. */
export function wakeReason(actor: Actor, input: Pick<NewSnooze, "patientId" | "reason" | "since">): Promise<boolean> {
  return transaction(actor, async (tx) => {
    if (!(await lockRow(tx, actor, input.patientId))) return false;
    if ((await endSnoozes(tx, actor, input)) === 0) return false;
    await finish(tx, actor, "caseload.wake", input, {});
    return true;
  });
}

async function lockRow(tx: Tx, actor: Actor, patientId: string) {
  const [row] = await tx
    .select({ reasons: caseloadRow.reasons, nextReviewOn: caseloadRow.nextReviewOn })
    .from(caseloadRow)
    .where(and(eq(caseloadRow.clinicId, actor.clinicId), eq(caseloadRow.patientId, patientId)))
    .for("update");
  return row;
}

async function endSnoozes(
  tx: Tx,
  actor: Actor,
  { patientId, reason, since }: Pick<NewSnooze, "patientId" | "reason" | "since">,
) {
  const ended = await tx
    .update(snooze)
    .set({ endedAt: new Date() })
    .where(
      and(
        eq(snooze.clinicId, actor.clinicId),
        eq(snooze.patientId, patientId),
        eq(snooze.reasonId, reason),
        eq(snooze.triggerOn, since),
        isNull(snooze.endedAt),
      ),
    )
    .returning({ id: snooze.id });
  return ended.length;
}

async function finish(
  tx: Tx,
  actor: Actor,
  action: string,
  { patientId, reason }: Pick<NewSnooze, "patientId" | "reason">,
  detail: Record<string, string>,
) {
  await refreshCaseload(tx, actor, patientId);
  const object = { objectKind: "patient", objectId: patientId, patientId };
  await appendAudit(tx, actor, { action, ...object, detail: { reason, ...detail } });
}
