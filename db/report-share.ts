/** Reports meant for the patient: shared by a named clinician, taken back at any time, read on the phone until then. */
import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import { appendAudit } from "./audit";
import { transaction } from "./client";
import { isPaused, type PatientActor, placeOf } from "./portal-place";
import { reportShare, reportSnapshot } from "./schema/report";
import type { Actor } from "./scope";

/** false: no such report of this patient. Shared twice is shared once, by the first who did. */
export function shareReport(actor: Actor, patientId: string, reportId: string): Promise<boolean> {
  return transaction(actor, async (tx) => {
    const [report] = await tx
      .select({ id: reportSnapshot.id })
      .from(reportSnapshot)
      .where(
        and(
          eq(reportSnapshot.clinicId, actor.clinicId),
          eq(reportSnapshot.patientId, patientId),
          eq(reportSnapshot.id, reportId),
        ),
      );
    if (!report) return false;
    const shared = await tx
      .insert(reportShare)
      .values({ clinicId: actor.clinicId, id: newId(), patientId, reportId, sharedById: actor.membershipId })
      .onConflictDoNothing()
      .returning({ id: reportShare.id });
    if (shared.length > 0) {
      await appendAudit(tx, actor, { action: "report.share", objectKind: "report", objectId: reportId, patientId });
    }
    return true;
  });
}

export function takeReportBack(actor: Actor, patientId: string, reportId: string): Promise<void> {
  return transaction(actor, async (tx) => {
    const ended = await tx
      .update(reportShare)
      .set({ endedAt: sql`now()` })
      .where(
        and(
          eq(reportShare.clinicId, actor.clinicId),
          eq(reportShare.patientId, patientId),
          eq(reportShare.reportId, reportId),
          isNull(reportShare.endedAt),
        ),
      )
      .returning({ id: reportShare.id });
    if (ended.length > 0) {
      await appendAudit(tx, actor, { action: "report.unshare", objectKind: "report", objectId: reportId, patientId });
    }
  });
}

export type SharedReport = { id: string; number: number; from: CalendarDay; to: CalendarDay; sharedAt: Date };

/** Newest first; none on hold, since a report holds the exercises too. */
export function sharedReports(actor: PatientActor): Promise<SharedReport[]> {
  return transaction(actor, async (tx) => {
    if (await isPaused(tx, actor, await placeOf(tx, actor, new Date()))) return [];
    return tx
      .select({
        id: reportSnapshot.id,
        number: reportSnapshot.number,
        from: reportSnapshot.fromOn,
        to: reportSnapshot.toOn,
        sharedAt: reportShare.sharedAt,
      })
      .from(reportShare)
      .innerJoin(
        reportSnapshot,
        and(eq(reportSnapshot.clinicId, reportShare.clinicId), eq(reportSnapshot.id, reportShare.reportId)),
      )
      .where(ownShares(actor))
      .orderBy(desc(reportShare.sharedAt));
  });
}

const ownShares = (actor: PatientActor) =>
  and(
    eq(reportShare.clinicId, actor.clinicId),
    eq(reportShare.patientId, actor.patientId),
    eq(reportSnapshot.patientId, actor.patientId),
    isNull(reportShare.endedAt),
  );

/** The stored snapshot, of which the patient's edition alone may leave; audited. null: not shared, not theirs, on hold. */
export function openSharedReport(actor: PatientActor, reportId: string): Promise<{ snapshot: unknown } | null> {
  return transaction(actor, async (tx) => {
    if (await isPaused(tx, actor, await placeOf(tx, actor, new Date()))) return null;
    const [row] = await tx
      .select({ snapshot: reportSnapshot.snapshot })
      .from(reportShare)
      .innerJoin(
        reportSnapshot,
        and(eq(reportSnapshot.clinicId, reportShare.clinicId), eq(reportSnapshot.id, reportShare.reportId)),
      )
      .where(and(ownShares(actor), eq(reportShare.reportId, reportId)));
    if (!row) return null;
    const { patientId } = actor;
    await appendAudit(tx, actor, { action: "report.download", objectKind: "report", objectId: reportId, patientId });
    return row;
  });
}
