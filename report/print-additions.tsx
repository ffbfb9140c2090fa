/** What was added to signed visits: amendments with old and new side by side, and co-signatures; nothing where there are none. */
import { Text, View } from "@react-pdf/renderer";
import { dayText } from "@/components/chart/value-text";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { instant } from "@/report/print-instant";
import { PrintSection } from "@/report/print-section";
import { INK, style } from "@/report/print-style";
import type { ReportAddition } from "@/report/snapshot";

const text = words.additions;

function Change({ field, was, now }: ReportAddition["changes"][number]) {
  return (
    <View wrap={false} style={{ borderTopWidth: 0.5, borderTopColor: INK.line, paddingVertical: 2 }}>
      <Text style={style.bold}>{field}</Text>
      <View style={[style.row, { gap: 20 }]}>
        <Text style={{ flex: 1 }}>{fill(text.was, { value: was })}</Text>
        <Text style={{ flex: 1 }}>{fill(text.now, { value: now })}</Text>
      </View>
    </View>
  );
}

function Addition({ addition, zone }: { addition: ReportAddition; zone: string }) {
  const { kind, on, visit, by, at, reason, changes } = addition;
  const place = visit === null ? dayText(on) : fill(text.visit, { visit, date: dayText(on) });
  return (
    <View style={{ marginBottom: 4 }}>
      <Text style={style.bold}>{fill(text[kind], { visit: place, by, ...instant(at, zone) })}</Text>
      {reason === null ? null : <Text>{fill(text.reason, { reason })}</Text>}
      {changes.map((change) => (
        <Change key={change.field} {...change} />
      ))}
    </View>
  );
}

export function Additions({ additions, zone }: { additions: readonly ReportAddition[]; zone: string }) {
  const [first, ...rest] = additions;
  if (!first) return null;
  return (
    <PrintSection title={words.sections.additions} lead={<Addition addition={first} zone={zone} />}>
      {rest.map((addition) => (
        <Addition key={`${addition.at} ${addition.visit}`} addition={addition} zone={zone} />
      ))}
    </PrintSection>
  );
}
