/** A patient's reports: make one, take one along. */
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/screen-state";
import { progressOf } from "@/db/progress";
import { listReports } from "@/db/report";
import { isUuid } from "@/domain/new-id";
import words from "@/messages/en/progress.json";
import { createReport } from "./actions";
import { ReportForm } from "./report-form";
import { ReportRow } from "./report-row";

export const metadata: Metadata = { title: words.reports.title };

export default async function ReportsPage({ params }: { params: Promise<{ patientId: string }> }) {
  const actor = await requireClinician();
  const { patientId } = await params;
  if (!isUuid(patientId)) notFound();
  const progress = await progressOf(actor, patientId);
  if (!progress) notFound();
  const reports = await listReports(actor, patientId);
  return (
    <div className="grid max-w-3xl gap-4">
      <Card title={words.reports.new}>
        <ReportForm
          create={createReport.bind(null, patientId)}
          from={progress.startedOn}
          to={progress.closedOn ?? progress.today}
        />
      </Card>
      {reports.length === 0 ? (
        <EmptyState icon={FileText} title={words.reports.none} text={words.reports.none_text} />
      ) : (
        <Card title={words.reports.list}>
          <ul className="divide-y divide-line">
            {reports.map((report) => (
              <ReportRow key={report.id} {...{ patientId, report, timeZone: progress.timeZone }} />
            ))}
          </ul>
          <p id="share-hint" className="mt-2 text-caption text-muted">
            {words.reports.share_hint}
          </p>
        </Card>
      )}
    </div>
  );
}
