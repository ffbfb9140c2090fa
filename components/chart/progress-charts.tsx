/** The charts of one episode: outcomes first, then process, then what is only described; one legend, and tables of the same values. */
"use client";

import { type ReactNode, useMemo, useState } from "react";
import { ChartCard } from "@/components/chart/chart-card";
import { ChartLegend } from "@/components/chart/chart-legend";
import {
  type ChartCourse,
  type ChartLimit,
  type ChartModel,
  type ChartSpec,
  chartModel,
} from "@/components/chart/geometry";
import { groupCharts, RAW_STRENGTH } from "@/components/chart/groups";
import { MeasureTable } from "@/components/chart/measure-table";
import { type PackedSeries, unpackSeries } from "@/components/chart/shown-series";
import { Disclosure } from "@/components/ui/disclosure";
import type { MeasureId } from "@/domain/vocabulary/measures";
import words from "@/messages/en/chart.json";

type Props = {
  series: PackedSeries;
  /** The lines that each measure is read against. */
  limits: Partial<Record<MeasureId, readonly ChartLimit[]>>;
  course: ChartCourse;
  /** The episode's day zero (YYYY-MM-DD). */
  dayZero: string;
};

type Chart = { spec: ChartSpec; model: ChartModel };

const isRaw = ({ spec }: Chart): boolean => RAW_STRENGTH.includes(spec.measure);

export function ProgressCharts({ series, limits, course, dayZero }: Props) {
  const [asTable, setAsTable] = useState(false);
  const groups = useMemo(
    () =>
      groupCharts(unpackSeries(series)).map(({ id, charts }) => ({
        id,
        charts: charts.map((chart): Chart => {
          const spec = { ...chart, ...course, limits: limits[chart.measure] ?? [] };
          return { spec, model: chartModel(spec) };
        }),
      })),
    [series, limits, course],
  );
  const page = (draw: (chart: Chart) => ReactNode, columns: string) =>
    groups.map(({ id, charts }) => (
      <section key={id} className="mt-3">
        <h3 className="mb-2 text-secondary font-bold text-ink-2">{words.groups[id]}</h3>
        {id === "descriptive" ? <p className="mb-2 text-caption text-muted">{words.descriptive_note}</p> : null}
        <div className={`grid gap-3 ${columns}`}>{charts.filter((chart) => !isRaw(chart)).map(draw)}</div>
        {charts.some(isRaw) ? (
          <Disclosure summary={words.raw_strength} className="mt-2">
            <div className={`grid gap-3 ${columns}`}>{charts.filter(isRaw).map(draw)}</div>
          </Disclosure>
        ) : null}
      </section>
    ));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {asTable ? null : <ChartLegend models={groups.flatMap(({ charts }) => charts.map(({ model }) => model))} />}
        <button
          type="button"
          onClick={() => setAsTable(!asTable)}
          className="min-h-7 text-secondary font-semi text-brand-ink underline underline-offset-2 max-sm:min-h-11"
        >
          {asTable ? words.show_charts : words.show_table}
        </button>
      </div>
      {asTable
        ? page(({ spec }) => <MeasureTable key={spec.measure} spec={spec} dayZero={dayZero} />, "lg:grid-cols-2")
        : page(
            (chart) => <ChartCard key={chart.spec.measure} {...chart} dayZero={dayZero} />,
            "sm:grid-cols-2 lg:grid-cols-3",
          )}
    </>
  );
}
