/** The change table of a printed report. */
import { Text, View } from "@react-pdf/renderer";
import { dayText } from "@/components/chart/value-text";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { type ChangeCells, type CommonDates, changeCells, commonDates } from "@/report/change-cells";
import { PrintSection } from "@/report/print-section";
import { INK, style } from "@/report/print-style";
import { PrintVerdict } from "@/report/print-verdict";
import type { ReportSnapshot } from "@/report/snapshot";

const right = { textAlign: "right" } as const;

/** Widths in points; the measure takes what is left. */
const COLUMN = {
  side: { width: 28 },
  first: { width: 56, ...right },
  latest: { width: 60, ...right },
  change: { width: 36, ...right },
  mdc: { width: 38, ...right },
  verdict: { width: 110, paddingLeft: 8 },
  source: { width: 30, ...right },
} as const;

function Head({ first, latest }: CommonDates) {
  const dated = (name: string, on: string | null): string => (on === null ? name : dayText(on, { year: false }));
  return (
    <View style={[style.row, style.small, style.bold, { borderBottomWidth: 0.9, borderBottomColor: INK.rule, gap: 4 }]}>
      <Text style={{ flex: 1 }}>{words.table.measure}</Text>
      <Text style={COLUMN.side}>{words.table.side}</Text>
      <Text style={COLUMN.first}>{dated(words.table.first, first)}</Text>
      <Text style={COLUMN.latest}>{dated(words.table.latest, latest)}</Text>
      <Text style={COLUMN.change}>{words.table.change}</Text>
      <Text style={COLUMN.mdc}>{words.table.mdc}</Text>
      <Text style={COLUMN.verdict}>{words.table.class}</Text>
      <Text style={COLUMN.source}>{words.table.source}</Text>
    </View>
  );
}

function Line({ cells }: { cells: ChangeCells }) {
  const rule = cells.measure === "" ? {} : { borderTopWidth: 0.5, borderTopColor: INK.line };
  return (
    <View style={[style.row, rule, { paddingVertical: 1.8, gap: 4 }]}>
      <Text style={[style.bold, { flex: 1 }]}>{cells.measure}</Text>
      <Text style={COLUMN.side}>{cells.side}</Text>
      <Text style={[style.muted, COLUMN.first]}>{cells.first}</Text>
      <Text style={[style.bold, COLUMN.latest]}>{cells.latest}</Text>
      <Text style={[style.bold, COLUMN.change]}>{cells.change}</Text>
      <Text style={[style.muted, COLUMN.mdc]}>{cells.mdc}</Text>
      <View style={COLUMN.verdict}>
        <PrintVerdict verdict={cells.verdict} />
      </View>
      <Text style={[style.muted, COLUMN.source]}>{cells.source}</Text>
    </View>
  );
}

function GroupedLine({ cells, opens }: { cells: ChangeCells; opens: boolean }) {
  return (
    <View wrap={false}>
      {opens ? (
        <Text style={[style.small, style.bold, { marginTop: 4, marginBottom: 1 }]}>{words.groups[cells.group]}</Text>
      ) : null}
      <Line cells={cells} />
    </View>
  );
}

type Changed = Pick<ReportSnapshot, "changes"> & { episode: Pick<ReportSnapshot["episode"], "day_zero"> };

export function Changes({ snapshot }: { snapshot: Changed }) {
  const { changes, episode } = snapshot;
  const dates = commonDates(changes);
  const [first, ...rest] = changeCells(changes, dates);
  const since = changes.flatMap(({ from }) => (from === null ? [] : [from.on])).sort()[0] ?? episode.day_zero;
  const lead =
    first === undefined ? (
      <Text>{words.nothing_measured}</Text>
    ) : (
      <>
        <Head {...dates} />
        <GroupedLine cells={first} opens />
      </>
    );
  return (
    <PrintSection title={fill(words.sections.changes, { date: dayText(since) })} lead={lead}>
      {rest.map((cells, i) => (
        <GroupedLine key={cells.key} cells={cells} opens={cells.group !== (rest[i - 1] ?? first)?.group} />
      ))}
      <Text style={[style.small, { marginTop: 4 }]}>{words.table_note}</Text>
    </PrintSection>
  );
}
