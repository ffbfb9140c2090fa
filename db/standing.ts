/** What stands of a signed visit, concluded at signing or since its co-signature (CLINICAL 11.9), and what would read differently now. */
import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { VisitAssessment } from "@/domain/assessment";
import type { Evidence } from "@/domain/rules/evidence";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Tx } from "./client";
import { assessment, assessmentRecheck } from "./schema/assessment";
import { visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";

/** Of a query that reads `visit`, or another table by its column that names the visit. */
export const isNotVoided = (visitId: PgColumn = visit.id, clinicId: PgColumn = visit.clinicId) =>
  sql`not exists (select 1 from ${visitEvent} e where e.clinic_id = ${clinicId} and e.visit_id = ${visitId}
    and e.kind = 'void')`;

/** Rechecks that hold a state are what later visits start from; the others only flag. */
const restated = (part: "result" | "evidence") => sql`(select r.${sql.identifier(part)} from ${assessmentRecheck} r
  where r.clinic_id = ${assessment.clinicId} and r.visit_id = ${assessment.visitId} and r.fold_state is not null
  order by r.created_at desc, r.id desc limit 1)`;

/** Column of a query that reads or left-joins `assessment`. */
export const standingResult = () => sql<VisitAssessment>`coalesce(${restated("result")}, ${assessment.result})`;

/** As `standingResult`, what its criteria rested on. */
export const standingEvidence = () => sql<Evidence>`coalesce(${restated("evidence")}, ${assessment.evidence})`;

/** What the visit whose conclusion stands rested on, as `lastConclusion` finds it; null without one. */
export async function newestEvidence(tx: Tx, actor: Actor, episodeId: string): Promise<Evidence | null> {
  const [row] = await tx
    .select({ evidence: standingEvidence() })
    .from(assessment)
    .innerJoin(visit, and(eq(visit.clinicId, assessment.clinicId), eq(visit.id, assessment.visitId)))
    .where(
      and(
        eq(assessment.clinicId, actor.clinicId),
        eq(assessment.episodeId, episodeId),
        isNotVoided(),
        sql`(${visit.kind} <> 'contact'
          or ${standingResult()} ->> 'phase_before' <> ${standingResult()} ->> 'phase_after')`,
      ),
    )
    .orderBy(desc(visit.visitOn), desc(visit.seq))
    .limit(1);
  return row?.evidence ?? null;
}

/**
 * Visits of an episode whose newest recheck differs from what stands, while nobody has signed a visit since: each asks
 * for a new decision.
 */
export function visitsReadingDifferently(
  tx: Tx,
  actor: Actor,
  episodeId: string,
): Promise<{ id: string; number: number | null; visitOn: string; phaseStands: Phase; phaseNow: Phase }[]> {
  return tx
    .select({
      id: visit.id,
      number: visit.number,
      visitOn: visit.visitOn,
      phaseStands: sql<Phase>`${standingResult()} ->> 'phase_after'`,
      phaseNow: sql<Phase>`${assessmentRecheck.result} ->> 'phase_after'`,
    })
    .from(assessmentRecheck)
    .innerJoin(visit, and(eq(visit.clinicId, assessmentRecheck.clinicId), eq(visit.id, assessmentRecheck.visitId)))
    .innerJoin(assessment, and(eq(assessment.clinicId, visit.clinicId), eq(assessment.visitId, visit.id)))
    .where(
      and(
        eq(assessmentRecheck.clinicId, actor.clinicId),
        eq(visit.episodeId, episodeId),
        eq(assessmentRecheck.differs, true),
        isNull(assessmentRecheck.foldState),
        sql`not exists (select 1 from assessment_recheck n where n.clinic_id = ${assessmentRecheck.clinicId}
            and n.visit_id = ${assessmentRecheck.visitId}
            and (n.created_at, n.id) > (${assessmentRecheck.createdAt}, ${assessmentRecheck.id}))`,
        sql`not exists (select 1 from assessment s where s.clinic_id = ${assessmentRecheck.clinicId}
            and s.episode_id = ${visit.episodeId} and s.created_at > ${assessmentRecheck.createdAt})`,
        isNotVoided(),
      ),
    )
    .orderBy(asc(visit.visitOn), asc(visit.seq));
}
