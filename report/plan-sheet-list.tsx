/** The plan in words: each exercise with its picture, dose, steps, what was said about it, and an easier one in its place. */
import { Text, View } from "@react-pdf/renderer";
import { fill } from "@/messages/fill";
import type { Sheet } from "@/report/plan-sheet";
import type { SheetWords } from "@/report/plan-sheet-frame";
import { type Photos, PrintPicture } from "@/report/print-picture";
import { INK, style } from "@/report/print-style";

export function PlanList({ sheet, photos, words }: { sheet: Sheet; photos: Photos; words: SheetWords }) {
  return (
    <View>
      {sheet.items.map(({ key, figure, name, dose, perWeek, steps, notes, easier }) => (
        <View
          key={key}
          wrap={false}
          style={[style.row, { gap: 12, paddingVertical: 8, borderBottomWidth: 0.7, borderBottomColor: INK.line }]}
        >
          <View style={{ width: 160, height: 78 }}>
            <PrintPicture
              figure={figure}
              photo={photos.get(key)}
              mode="pair"
              language={sheet.language}
              height={78}
              width={160}
            />
          </View>
          <View style={{ flex: 1, gap: 2 }}>
            <Text style={style.title}>{name}</Text>
            <Text style={style.fact}>{[dose, perWeek].filter((part) => part !== "").join(" · ")}</Text>
            {steps.map((step, index) => (
              <Text key={step}>{`${index + 1}. ${step}`}</Text>
            ))}
            {notes.map((note) => (
              <Text key={note} style={style.bold}>
                {note}
              </Text>
            ))}
            {easier === null ? null : (
              <Text style={style.lead}>
                {[fill(words.easier, { name: easier.name, dose: easier.dose }), ...easier.steps].join(" ")}
              </Text>
            )}
          </View>
        </View>
      ))}
    </View>
  );
}
