/** A stored report as a PDF. Not found and not yours are the same answer. */
import type { NextRequest } from "next/server";
import { findActor } from "@/auth/actor";
import { openReport } from "@/db/report";
import { isUuid } from "@/domain/new-id";
import words from "@/messages/en/progress.json";
import { renderReportPdf } from "@/report/pdf";
import type { PaperSize } from "@/report/report-frame";
import { reportSnapshot } from "@/report/snapshot";
import { attachment } from "../../attachment";
import { writePdf } from "../../pdf-writing";

const NOT_FOUND = () => new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });

export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ reportId: string }> },
): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.role === "patient" || actor.role === "reception") return NOT_FOUND();
  const { reportId } = await params;
  const stored = isUuid(reportId) ? await openReport(actor, reportId) : null;
  if (!stored) return NOT_FOUND();
  const size: PaperSize = request.nextUrl.searchParams.get("paper") === "LETTER" ? "LETTER" : "A4";
  const snapshot = reportSnapshot.parse(stored.snapshot);
  const pdf = await writePdf(() => renderReportPdf(snapshot, { size, hash: stored.hash }));
  if (pdf === null) {
    return new Response(words.reports.busy, {
      status: 503,
      headers: { "Retry-After": "2", "Cache-Control": "no-store" },
    });
  }
  return new Response(Buffer.from(pdf), {
    headers: attachment(`${snapshot.patient.name} ${snapshot.period.to}.pdf`, "application/pdf"),
  });
}
