/** What every printed sheet for a patient has: whose it is, whom to call, and what pain during exercise means. */
import { Text, View } from "@react-pdf/renderer";
import type english from "@/messages/en/plan-sheet.json";
import { fill } from "@/messages/fill";
import type { Sheet } from "@/report/plan-sheet";
import { INK, style } from "@/report/print-style";

export type SheetWords = typeof english;

export function SheetHead({ sheet, title, words }: { sheet: Sheet; title: string; words: SheetWords }) {
  const { clinic, patient, madeOn } = sheet;
  return (
    <View style={[style.between, { borderBottomWidth: 1.4, borderBottomColor: INK.rule, paddingBottom: 6, gap: 16 }]}>
      <View style={{ flexShrink: 1 }}>
        <Text style={{ fontSize: 16, fontWeight: 700, lineHeight: 1.3 }}>{title}</Text>
        <Text style={style.lead}>{fill(words.for, { name: patient, day: madeOn })}</Text>
      </View>
      <View style={{ alignItems: "flex-end" }}>
        <Text style={style.fact}>{clinic.name}</Text>
        {clinic.phone === null ? null : <Text style={style.lead}>{clinic.phone}</Text>}
      </View>
    </View>
  );
}

/** In pictures and numbers: a tick, a wave, a stop; the colours only repeat what the marks say. */
const MARKS = [
  { sign: "✓", colour: INK.good },
  { sign: "~", colour: INK.ink },
  { sign: "✕", colour: INK.bad },
] as const;

export function SheetSafety({ sheet, withWords }: { sheet: Sheet; withWords: boolean }) {
  const { light, safety, clinic } = sheet;
  return (
    <View wrap={false} style={{ marginTop: 10 }}>
      <View style={[style.row, { gap: 8 }]}>
        {light.map(({ range, text }, index) => (
          <View
            key={range}
            style={{ flex: 1, borderWidth: 1, borderColor: INK.rule, borderRadius: 5, padding: 6, gap: 2 }}
          >
            <Text style={[style.title, { color: MARKS[index]?.colour ?? INK.ink }]}>
              {`${MARKS[index]?.sign ?? ""} ${withWords ? range : numbersOf(range)}`}
            </Text>
            {withWords ? <Text>{text}</Text> : null}
          </View>
        ))}
      </View>
      {withWords ? <Text style={{ marginTop: 8 }}>{safety}</Text> : null}
      <Text style={[style.title, { marginTop: 6 }]}>
        {[clinic.phone === null ? "" : `☎ ${clinic.phone}`, `SOS ${clinic.emergencyNumber}`]
          .filter(Boolean)
          .join("     ")}
      </Text>
    </View>
  );
}

/** "Above 5" without its word: "> 5". */
const numbersOf = (range: string): string => (/^\d/.test(range) ? range : `> ${range.replace(/\D+/g, "")}`);
