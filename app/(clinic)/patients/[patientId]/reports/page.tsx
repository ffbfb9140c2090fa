/** A patient's reports: make one, take one along. */
import { FileText } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { dayWords } from "@/components/assessment/criterion-words";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/screen-state";
import { progressOf } from "@/db/progress";
import { listReports } from "@/db/report";
import { dayIn } from "@/domain/clinic-clock";
import { isUuid } from "@/domain/new-id";
import words from "@/messages/en/progress.json";
import { fill } from "@/messages/fill";
import { createReport } from "./actions";
import { ReportForm } from "./report-form";

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
              <li
                key={report.id}
                id={`report-${report.id}`}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2 target:bg-brand-wash"
              >
                <div className="min-w-0 flex-1">
                  <p className="font-bold">{fill(words.reports.number, { n: report.number })}</p>
                  <p className="text-secondary text-muted">
                    {fill(words.reports.covers, { from: dayWords(report.from), to: dayWords(report.to) })},{" "}
                    {fill(words.reports.made, {
                      on: dayWords(dayIn(progress.timeZone, report.createdAt)),
                      name: report.createdBy,
                    })}
                  </p>
                </div>
                <form method="get" action={`/api/exports/report/${report.id}`} className="flex items-center gap-2">
                  <label className="text-secondary text-muted">
                    {words.reports.paper}{" "}
                    <select
                      name="paper"
                      defaultValue="A4"
                      className="h-9 rounded-card border border-field bg-surface px-2 text-ink max-sm:h-11"
                    >
                      <option value="A4">{words.reports.paper_sizes.A4}</option>
                      <option value="LETTER">{words.reports.paper_sizes.LETTER}</option>
                    </select>
                  </label>
                  <button type="submit" className={buttonClass("plain")}>
                    {words.reports.download}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
