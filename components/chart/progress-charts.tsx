/** The charts of one episode: outcomes first, then process, then what is only described; one legend, one table switch. */
import { ChartCard } from "@/components/chart/chart-card";
import { ChartLegend } from "@/components/chart/chart-legend";
import { ChartsOrTable } from "@/components/chart/charts-or-table";
import { type ChartCourse, type ChartSpec, chartModel } from "@/components/chart/geometry";
import { groupCharts, RAW_STRENGTH } from "@/components/chart/groups";
import { limitsOf, type ThresholdValues } from "@/components/chart/limits";
import { MeasureTable } from "@/components/chart/measure-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { Series } from "@/domain/progress/series";
import words from "@/messages/en/chart.json";

type Props = {
  series: readonly Series[];
  course: ChartCourse;
  /** The episode's day zero (YYYY-MM-DD). */
  dayZero: string;
  thresholds: ThresholdValues;
};

const isRaw = ({ measure }: ChartSpec): boolean => RAW_STRENGTH.includes(measure);

export function ProgressCharts({ series, course, dayZero, thresholds }: Props) {
  const groups = groupCharts(series).map(({ id, charts }) => ({
    id,
    specs: charts.map((chart): ChartSpec => ({ ...chart, ...course, limits: limitsOf(chart.series, thresholds) })),
  }));
  const page = (draw: (spec: ChartSpec) => React.ReactNode, columns: string) =>
    groups.map(({ id, specs }) => (
      <section key={id} className="mt-3">
        <h3 className="mb-2 text-secondary font-bold text-ink-2">{words.groups[id]}</h3>
        {id === "descriptive" ? <p className="mb-2 text-caption text-muted">{words.descriptive_note}</p> : null}
        <div className={`grid gap-3 ${columns}`}>{specs.filter((spec) => !isRaw(spec)).map(draw)}</div>
        {specs.some(isRaw) ? (
          <Disclosure summary={words.raw_strength} className="mt-2">
            <div className={`grid gap-3 ${columns}`}>{specs.filter(isRaw).map(draw)}</div>
          </Disclosure>
        ) : null}
      </section>
    ));
  return (
    <ChartsOrTable
      legend={<ChartLegend models={groups.flatMap(({ specs }) => specs.map(chartModel))} />}
      charts={page(
        (spec) => <ChartCard key={spec.measure} spec={spec} dayZero={dayZero} />,
        "sm:grid-cols-2 lg:grid-cols-3",
      )}
      tables={page((spec) => <MeasureTable key={spec.measure} spec={spec} dayZero={dayZero} />, "lg:grid-cols-2")}
      showTable={words.show_table}
      showCharts={words.show_charts}
    />
  );
}
