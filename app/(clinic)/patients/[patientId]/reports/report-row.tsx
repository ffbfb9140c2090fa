/** One stored report: what it covers, its download, and whether its patient may read it. */
import { dayText } from "@/components/chart/value-text";
import { buttonClass } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ListedReport } from "@/db/report";
import { dayIn } from "@/domain/clinic-clock";
import words from "@/messages/en/progress.json";
import { fill } from "@/messages/fill";
import { share, takeBack } from "./share-actions";

const text = words.reports;

type Props = { patientId: string; report: ListedReport; timeZone: string };

export function ReportRow({ patientId, report, timeZone }: Props) {
  const { shared } = report;
  const made = fill(text.made, { on: dayText(dayIn(timeZone, report.createdAt)), name: report.createdBy });
  const change = (shared === null ? share : takeBack).bind(null, patientId, report.id);
  return (
    <li id={`report-${report.id}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2 target:bg-brand-wash">
      <div className="min-w-0 flex-1">
        <p className="font-bold">{fill(text.number, { n: report.number })}</p>
        <p className="text-secondary text-muted">
          {fill(text.covers, { from: dayText(report.from), to: dayText(report.to) })}, {made}
        </p>
        {shared === null ? null : (
          <p className="text-secondary">
            {fill(text.shared, { on: dayText(dayIn(timeZone, shared.at)), name: shared.by })}
          </p>
        )}
      </div>
      <form action={change}>
        <SubmitButton variant="plain" aria-describedby="share-hint">
          {shared === null ? text.share : text.take_back}
        </SubmitButton>
      </form>
      <form method="get" action={`/api/exports/report/${report.id}`} className="flex items-center gap-2">
        <label className="text-secondary text-muted">
          {text.paper}{" "}
          <select
            name="paper"
            defaultValue="A4"
            className="h-9 rounded-card border border-field bg-surface px-2 text-ink max-sm:h-11"
          >
            <option value="A4">{text.paper_sizes.A4}</option>
            <option value="LETTER">{text.paper_sizes.LETTER}</option>
          </select>
        </label>
        <button type="submit" className={buttonClass("plain")}>
          {text.download}
        </button>
      </form>
    </li>
  );
}
