/** The change table and the charts of a printed report. */
import { Text, View } from "@react-pdf/renderer";
import { measureCaption, measureTitle } from "@/components/chart/chart-words";
import { washOf } from "@/components/chart/geometry";
import { dayText, deltaText, unitMark, valueText } from "@/components/chart/value-text";
import chartWords from "@/messages/en/chart.json";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { PrintChart } from "@/report/print-chart";
import { PrintHeading } from "@/report/print-heading";
import { INK, style } from "@/report/print-style";
import { PrintVerdict } from "@/report/print-verdict";
import type { ChangeRow, ReportSnapshot } from "@/report/snapshot";

const COLUMNS = { side: 34, first: 62, latest: 70, change: 48, mdc: 40, verdict: 116, source: 34 } as const;
const right = { textAlign: "right" } as const;

/** The date most values share stands in the head; other dates stand beside their value. */
function commonDate(dates: readonly (string | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const date of dates) if (date !== undefined) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0] ?? null;
}

const short = (on: string): string => dayText(on, { year: false });

function valueCell(row: ChangeRow, point: ChangeRow["from"], common: string | null): string {
  if (point === null) return "–";
  const value = `${valueText(point.value, row.decimals)}${unitMark(row.unit)}`;
  return point.on === common ? value : `${value} (${short(point.on)})`;
}

function measureCell({ measure, method, other_rater }: ChangeRow): string {
  const parts = [measureTitle(measure)];
  if (method !== null) parts.push(chartWords.methods[method]);
  if (other_rater) parts.push(words.other_rater);
  return parts.join(", ");
}

const sideCell = ({ side }: ChangeRow): string => (side === "L" ? "L ●" : side === "R" ? "R ▲" : "");

function Row({
  row,
  repeated,
  first,
  latest,
}: {
  row: ChangeRow;
  repeated: boolean;
  first: string | null;
  latest: string | null;
}) {
  const mark = unitMark(row.unit);
  return (
    <View
      wrap={false}
      style={[
        style.row,
        { paddingVertical: 2.2, borderTopWidth: repeated ? 0 : 0.5, borderTopColor: INK.line, gap: 4 },
      ]}
    >
      <Text style={[style.bold, { flex: 1 }]}>{repeated ? "" : measureCell(row)}</Text>
      <Text style={{ width: COLUMNS.side }}>{sideCell(row)}</Text>
      <Text style={[style.muted, right, { width: COLUMNS.first }]}>{valueCell(row, row.from, first)}</Text>
      <Text style={[style.bold, right, { width: COLUMNS.latest }]}>{valueCell(row, row.to, latest)}</Text>
      <Text style={[style.bold, right, { width: COLUMNS.change }]}>
        {row.delta === null ? "–" : `${deltaText(row.delta, row.decimals)}${mark}`}
      </Text>
      <Text style={[style.muted, right, { width: COLUMNS.mdc }]}>
        {row.mdc === null ? "–" : `${valueText(row.mdc, row.decimals)}${mark}`}
      </Text>
      <View style={{ width: COLUMNS.verdict, paddingLeft: 6 }}>
        <PrintVerdict verdict={row.verdict} />
      </View>
      <Text style={[style.muted, right, { width: COLUMNS.source }]}>{row.source ?? "–"}</Text>
    </View>
  );
}

function Head({ first, latest }: { first: string | null; latest: string | null }) {
  const dated = (name: string, date: string | null) => (date === null ? name : short(date));
  const cells = [
    { key: "side", text: words.table.side, width: COLUMNS.side, look: {} },
    { key: "first", text: dated(words.table.first, first), width: COLUMNS.first, look: right },
    { key: "latest", text: dated(words.table.latest, latest), width: COLUMNS.latest, look: right },
    { key: "change", text: words.table.change, width: COLUMNS.change, look: right },
    { key: "mdc", text: words.table.mdc, width: COLUMNS.mdc, look: right },
    { key: "class", text: words.table.class, width: COLUMNS.verdict, look: { paddingLeft: 6 } },
    { key: "source", text: words.table.source, width: COLUMNS.source, look: right },
  ];
  return (
    <View style={[style.row, style.small, style.bold, { borderBottomWidth: 0.9, borderBottomColor: INK.rule, gap: 4 }]}>
      <Text style={{ flex: 1 }}>{words.table.measure}</Text>
      {cells.map(({ key, text, width, look }) => (
        <Text key={key} style={{ width, ...look }}>
          {text}
        </Text>
      ))}
    </View>
  );
}

export function Changes({ snapshot }: { snapshot: ReportSnapshot }) {
  const { changes, episode } = snapshot;
  const first = commonDate(changes.map(({ from }) => from?.on));
  const latest = commonDate(changes.map(({ to }) => to?.on));
  const title = fill(words.sections.changes, { date: dayText(first ?? episode.day_zero) });
  return (
    <View>
      <PrintHeading ahead={60}>{title}</PrintHeading>
      {changes.length === 0 ? <Text>{words.nothing_measured}</Text> : <Head first={first} latest={latest} />}
      {changes.map((row, i) => (
        <View key={`${row.measure}${row.side}`} wrap={false}>
          {row.group === changes[i - 1]?.group ? null : (
            <Text style={[style.small, style.bold, { marginTop: 4 }]}>{words.groups[row.group]}</Text>
          )}
          <Row row={row} repeated={row.measure === changes[i - 1]?.measure} first={first} latest={latest} />
        </View>
      ))}
      <Text style={[style.small, { marginTop: 4 }]}>{words.table_note}</Text>
    </View>
  );
}

function legendText({ charts, course }: ReportSnapshot): string {
  const series = charts.flatMap((chart) => chart.series);
  const washes = new Set(course.phases.map(({ phase }) => washOf(phase)));
  const phases = ([1, 2, 3, 4] as const).filter((wash) => washes.has(wash)).map((wash) => chartWords.washes[wash]);
  return [
    series.some(({ side }) => side !== "M") ? words.legend.sides : "",
    words.legend.band,
    charts.some(({ limits }) => limits.length > 0) ? words.legend.limit : "",
    course.missed.length > 0 ? words.legend.missed : "",
    phases.length > 0 ? fill(words.legend.shading, { phases: phases.join(", ") }) : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

const FRAME = { width: 168, height: 92 };

export function Charts({ snapshot }: { snapshot: ReportSnapshot }) {
  const { charts, course } = snapshot;
  if (charts.length === 0) return null;
  return (
    <View>
      <PrintHeading ahead={FRAME.height + 30}>{words.sections.charts}</PrintHeading>
      <View style={[style.row, { flexWrap: "wrap", columnGap: 5, rowGap: 6 }]}>
        {charts.map(({ measure, series, limits }) => (
          <View key={measure} wrap={false} style={{ width: FRAME.width }}>
            <Text style={[style.bold, { fontSize: 8.5 }]}>{measureTitle(measure)}</Text>
            <Text style={[style.small, { fontSize: 7 }]}>{measureCaption(measure, series)}</Text>
            <PrintChart spec={{ measure, series, limits, ...course }} frame={FRAME} />
          </View>
        ))}
      </View>
      <Text style={[style.small, { marginTop: 3 }]}>{legendText(snapshot)}</Text>
    </View>
  );
}
