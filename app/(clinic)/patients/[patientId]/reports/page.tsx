/** A patient's reports: make one, take one along. */
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/screen-state";
import { progressOf } from "@/db/progress";
import { listReports } from "@/db/report";
import { isUuid } from "@/domain/new-id";
import words from "@/messages/en/progress.json";
import { fill } from "@/messages/fill";
import { createReport } from "./actions";
import { ReportForm } from "./report-form";
import { ReportRow } from "./report-row";

export const metadata: Metadata = { title: words.reports.title };

type Props = { params: Promise<{ patientId: string }>; searchParams: Promise<{ episode?: string }> };

export default async function ReportsPage({ params, searchParams }: Props) {
  const actor = await requireClinician();
  const [{ patientId }, { episode }] = await Promise.all([params, searchParams]);
  if (!isUuid(patientId) || (episode !== undefined && !isUuid(episode))) notFound();
  const progress = await progressOf(actor, patientId, episode);
  if (!progress) notFound();
  const reports = await listReports(actor, patientId);
  return (
    <div className="grid max-w-3xl gap-4">
      {progress.closedOn === null ? null : (
        <Banner tone="same">{fill(words.closed, { on: dayText(progress.closedOn) })}</Banner>
      )}
      <Card title={words.reports.new}>
        <ReportForm
          create={createReport.bind(null, patientId, episode ?? null)}
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
