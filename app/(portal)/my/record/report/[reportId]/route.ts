/** The patient's copy of a report that was shared with them. Not shared, taken back and another's are the same answer. */
import { attachment } from "@/app/api/exports/attachment";
import { writePdf } from "@/app/api/exports/pdf-writing";
import { findActor } from "@/auth/actor";
import { openSharedReport } from "@/db/report-share";
import { isUuid } from "@/domain/new-id";
import { renderPatientPdf } from "@/report/patient-pdf";
import { reportSnapshot } from "@/report/snapshot";

const HEADERS = { "Cache-Control": "private, no-store" };

export async function GET(_request: Request, { params }: { params: Promise<{ reportId: string }> }): Promise<Response> {
  const actor = await findActor();
  const { reportId } = await params;
  const stored =
    actor?.role === "patient" && actor.patientId !== null && isUuid(reportId)
      ? await openSharedReport({ ...actor, patientId: actor.patientId }, reportId)
      : null;
  if (stored === null) return new Response(null, { status: 404, headers: HEADERS });
  const snapshot = reportSnapshot.parse(stored.snapshot);
  const pdf = await writePdf(() => renderPatientPdf(snapshot, "A4"));
  if (pdf === null) return new Response(null, { status: 503, headers: { ...HEADERS, "Retry-After": "2" } });
  const name = `${snapshot.patient.name} ${snapshot.period.to}.pdf`;
  return new Response(Buffer.from(pdf), { headers: attachment(name, "application/pdf") });
}
