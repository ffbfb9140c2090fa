/** A week of the paper diary: the exercises as figures, and a row a day in the order it is typed in later. */
import { Text, View } from "@react-pdf/renderer";
import { DIARY_MARKS } from "@/domain/home-session/diary";
import { fill } from "@/messages/fill";
import type { Sheet } from "@/report/plan-sheet";
import type { SheetWords } from "@/report/plan-sheet-frame";
import { type Photos, PrintPicture } from "@/report/print-picture";
import { INK, style } from "@/report/print-style";

const box = { width: 13, height: 13, borderWidth: 1, borderColor: INK.rule, borderRadius: 2 } as const;
const DAY = 74;
const MARK = 56;
const PAIN = 62;
const cell = {
  borderLeftWidth: 0.7,
  borderLeftColor: INK.line,
  alignItems: "center",
  justifyContent: "center",
} as const;

type DiaryPageProps = { sheet: Sheet; photos: Photos; week: number; words: SheetWords };

export function DiaryPage({ sheet, photos, week, words }: DiaryPageProps) {
  return (
    <View>
      <Text style={[style.title, { marginTop: 6 }]}>{fill(words.weekFrom, { n: week })}</Text>
      <View style={[style.row, { flexWrap: "wrap", gap: 8, marginVertical: 6 }]}>
        {sheet.items.map(({ key, figure, name, dose }) => (
          <View key={key} style={{ width: 120 }}>
            <PrintPicture
              figure={figure}
              photo={photos.get(key)}
              mode="overlay"
              language={sheet.language}
              height={52}
              width={96}
            />
            <Text style={style.bold}>{name}</Text>
            <Text>{dose}</Text>
          </View>
        ))}
      </View>
      <Text style={{ marginBottom: 4 }}>{words.how}</Text>
      <View style={{ borderWidth: 0.9, borderColor: INK.rule }}>
        <View style={[style.row, { minHeight: 26 }]}>
          <Text style={[style.bold, { width: DAY, padding: 4 }]}>{words.day}</Text>
          {DIARY_MARKS.map((mark, index) => (
            <View key={mark} style={[cell, { width: MARK }]}>
              <Text style={style.small}>{`${index}`}</Text>
              <Text style={{ textAlign: "center" }}>{words.marks[mark]}</Text>
            </View>
          ))}
          <View style={[cell, { width: PAIN }]}>
            <Text>{words.during}</Text>
          </View>
          <View style={[cell, { width: PAIN }]}>
            <Text>{words.worst}</Text>
          </View>
          <View style={[cell, { flex: 1 }]}>
            <Text>{words.note}</Text>
          </View>
        </View>
        {words.days.map((day) => (
          <View key={day} style={[style.row, { height: 34, borderTopWidth: 0.7, borderTopColor: INK.line }]}>
            <Text style={[style.bold, { width: DAY, padding: 4 }]}>{day}</Text>
            {DIARY_MARKS.map((mark) => (
              <View key={mark} style={[cell, { width: MARK }]}>
                <View style={box} />
              </View>
            ))}
            <View style={[cell, { width: PAIN }]} />
            <View style={[cell, { width: PAIN }]} />
            <View style={[cell, { flex: 1 }]} />
          </View>
        ))}
      </View>
      <Text style={{ marginTop: 4 }}>{words.bring}</Text>
    </View>
  );
}
