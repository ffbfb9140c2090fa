/** One measured thing: what it is, its error, its chart, the verdict in words and the sentence that says it all. */
import {
  changeLine,
  chartNotes,
  errorCaption,
  measureCaption,
  measureTitle,
  summarySentence,
} from "@/components/chart/chart-words";
import type { ChartModel, ChartSpec } from "@/components/chart/geometry";
import { LazyChart } from "@/components/chart/lazy-chart";
import { VerdictChips } from "@/components/chart/verdict-chips";
import words from "@/messages/en/chart.json";

type Props = { spec: ChartSpec; model: ChartModel; dayZero: string };

export function ChartCard({ spec, model, dayZero }: Props) {
  const { measure, series } = spec;
  const title = measureTitle(measure);
  return (
    <section aria-label={title} className="min-w-0 rounded-card border border-line bg-surface p-3">
      <h4 className="text-secondary font-bold">{title}</h4>
      <div className="flex flex-wrap justify-between gap-x-3 text-caption text-muted">
        <span>{measureCaption(measure, series)}</span>
        <span>{errorCaption(series)}</span>
      </div>
      <p className="sr-only">{summarySentence(series, dayZero)}</p>
      <LazyChart model={model} series={series} dayZero={dayZero} name={title} weekZero={words.week_zero} />
      <div className="mt-1">
        <VerdictChips series={series} />
      </div>
      <p className="mt-1.5 text-caption text-muted">{changeLine(series, dayZero)}</p>
      {chartNotes(series, dayZero).map((note) => (
        <p key={note} className="text-caption text-muted">
          {note}
        </p>
      ))}
    </section>
  );
}
