/** The result that the database keeps with a signed visit. */
import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { assessment } from "@/db/schema/assessment";
import type { VisitAssessment } from "@/domain/assessment";
import type { TestClinic } from "./clinic";

export async function storedResult({ owner }: TestClinic, visitId: string): Promise<VisitAssessment> {
  const [row] = await transaction(owner, (tx) =>
    tx
      .select({ result: assessment.result })
      .from(assessment)
      .where(and(eq(assessment.clinicId, owner.clinicId), eq(assessment.visitId, visitId))),
  );
  if (!row) throw new Error(`no result of visit ${visitId}`);
  return row.result;
}
