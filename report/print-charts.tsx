/** The charts of a printed report: what was measured at least twice; single values stand in the table. */
import { Text, View } from "@react-pdf/renderer";
import { measureCaption, measureTitle } from "@/components/chart/chart-words";
import { washOf } from "@/components/chart/geometry";
import chartWords from "@/messages/en/chart.json";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { PrintChart } from "@/report/print-chart";
import { PrintSection } from "@/report/print-section";
import { style } from "@/report/print-style";
import type { ReportSnapshot } from "@/report/snapshot";

type DrawnChart = ReportSnapshot["charts"][number];

const FRAME = { width: 168, height: 88 };
const PER_ROW = 3;

const isRepeated = ({ series }: DrawnChart): boolean =>
  series.some(({ points }) => points.filter(({ value }) => value !== null).length > 1);

function legendText(charts: readonly DrawnChart[], course: ReportSnapshot["course"]): string {
  const series = charts.flatMap((chart) => chart.series);
  const washes = new Set(course.phases.map(({ phase }) => washOf(phase)));
  const phases = ([1, 2, 3, 4] as const).filter((wash) => washes.has(wash)).map((wash) => chartWords.washes[wash]);
  return [
    series.some(({ side }) => side !== "M") ? words.legend.sides : "",
    series.some(({ mdc }) => mdc !== null) ? words.legend.band : "",
    charts.some(({ limits }) => limits.length > 0) ? words.legend.limit : "",
    course.missed.length > 0 ? words.legend.missed : "",
    phases.length > 0 ? fill(words.legend.shading, { phases: phases.join(", ") }) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function ChartRow({ charts, course }: { charts: readonly DrawnChart[]; course: ReportSnapshot["course"] }) {
  return (
    <View wrap={false} style={[style.row, { gap: 5, marginBottom: 4 }]}>
      {charts.map(({ measure, series, limits }) => (
        <View key={measure} style={{ width: FRAME.width }}>
          <Text style={[style.bold, { fontSize: 8.5 }]}>{measureTitle(measure)}</Text>
          <Text style={style.small}>{measureCaption(measure, series)}</Text>
          <PrintChart spec={{ measure, series, limits, ...course }} frame={FRAME} />
        </View>
      ))}
    </View>
  );
}

export function Charts({ snapshot }: { snapshot: Pick<ReportSnapshot, "charts" | "course"> }) {
  const { course } = snapshot;
  const charts = snapshot.charts.filter(isRepeated);
  if (charts.length === 0) return null;
  const rows = Array.from({ length: Math.ceil(charts.length / PER_ROW) - 1 }, (_, i) =>
    charts.slice((i + 1) * PER_ROW, (i + 2) * PER_ROW),
  );
  return (
    <PrintSection title={words.sections.charts} lead={<ChartRow charts={charts.slice(0, PER_ROW)} course={course} />}>
      {rows.map((row) => (
        <ChartRow key={row[0]?.measure} charts={row} course={course} />
      ))}
      <Text style={style.small}>{legendText(charts, course)}</Text>
    </PrintSection>
  );
}
