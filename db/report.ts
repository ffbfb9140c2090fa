/** Reports as stored snapshots: made once, numbered, never changed; whoever reads one reads exactly what was stored. */
import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import { appendAudit } from "./audit";
import { transaction } from "./client";
import { staffMember } from "./schema/clinic";
import { episode } from "./schema/patient";
import { reportShare, reportSnapshot } from "./schema/report";
import type { Actor } from "./scope";
import { canonicalJson, sha256 } from "./signature";

export type NewReport = {
  patientId: string;
  episodeId: string;
  from: CalendarDay;
  to: CalendarDay;
  /** Plain data, already built; stored as it is. */
  snapshot: unknown;
};

/** @returns null when the episode isn't this patient's, or not the actor's to see */
export async function storeReport(actor: Actor, report: NewReport): Promise<{ reportId: string } | null> {
  return transaction(actor, async (tx) => {
    const [owned] = await tx
      .select({ id: episode.id })
      .from(episode)
      .where(
        and(
          eq(episode.clinicId, actor.clinicId),
          eq(episode.patientId, report.patientId),
          eq(episode.id, report.episodeId),
        ),
      )
      .for("update");
    if (!owned) return null;
    const reportId = newId();
    await tx.insert(reportSnapshot).values({
      clinicId: actor.clinicId,
      id: reportId,
      patientId: report.patientId,
      episodeId: report.episodeId,
      kind: "progress",
      // The episode's row is locked: numbers can't be taken twice.
      number: sql`(select coalesce(max(r.number), 0) + 1 from ${reportSnapshot} r
        where r.clinic_id = ${actor.clinicId} and r.patient_id = ${report.patientId})`,
      fromOn: report.from,
      toOn: report.to,
      sections: ["all"],
      snapshot: report.snapshot,
      snapshotHash: sha256(canonicalJson(report.snapshot)),
      createdById: actor.membershipId,
    });
    await appendAudit(tx, actor, {
      action: "report.create",
      objectKind: "report",
      objectId: reportId,
      patientId: report.patientId,
    });
    return { reportId };
  });
}

export type ListedReport = {
  id: string;
  number: number;
  from: CalendarDay;
  to: CalendarDay;
  createdAt: Date;
  createdBy: string;
  /** With the patient, until it is taken back. */
  shared: { at: Date; by: string } | null;
};

/** Newest first. */
export async function listReports(actor: Actor, patientId: string): Promise<ListedReport[]> {
  const sharer = alias(staffMember, "sharer");
  return transaction(actor, async (tx) => {
    const rows = await tx
      .select({
        id: reportSnapshot.id,
        number: reportSnapshot.number,
        from: reportSnapshot.fromOn,
        to: reportSnapshot.toOn,
        createdAt: reportSnapshot.createdAt,
        createdBy: staffMember.displayName,
        sharedAt: reportShare.sharedAt,
        sharedBy: sharer.displayName,
      })
      .from(reportSnapshot)
      .innerJoin(
        staffMember,
        and(eq(staffMember.clinicId, reportSnapshot.clinicId), eq(staffMember.id, reportSnapshot.createdById)),
      )
      .leftJoin(
        reportShare,
        and(
          eq(reportShare.clinicId, reportSnapshot.clinicId),
          eq(reportShare.reportId, reportSnapshot.id),
          isNull(reportShare.endedAt),
        ),
      )
      .leftJoin(sharer, and(eq(sharer.clinicId, reportShare.clinicId), eq(sharer.id, reportShare.sharedById)))
      .where(and(eq(reportSnapshot.clinicId, actor.clinicId), eq(reportSnapshot.patientId, patientId)))
      .orderBy(desc(reportSnapshot.createdAt));
    return rows.map(({ sharedAt, sharedBy, ...report }) => ({
      ...report,
      shared: sharedAt === null ? null : { at: sharedAt, by: sharedBy ?? "" },
    }));
  });
}

/** The snapshot with its hash, for the writers; the download is audited. null = not there or not the actor's. */
export async function openReport(actor: Actor, reportId: string) {
  return transaction(actor, async (tx) => {
    const [row] = await tx
      .select({
        patientId: reportSnapshot.patientId,
        number: reportSnapshot.number,
        snapshot: reportSnapshot.snapshot,
        hash: reportSnapshot.snapshotHash,
      })
      .from(reportSnapshot)
      .where(and(eq(reportSnapshot.clinicId, actor.clinicId), eq(reportSnapshot.id, reportId)));
    if (!row) return null;
    await appendAudit(tx, actor, {
      action: "report.download",
      objectKind: "report",
      objectId: reportId,
      patientId: row.patientId,
    });
    return row;
  });
}
