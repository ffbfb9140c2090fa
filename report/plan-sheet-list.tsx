/** The plan in words: each exercise with its figure, dose, steps and what was said about it. */
import { Text, View } from "@react-pdf/renderer";
import type { Sheet } from "@/report/plan-sheet";
import { PrintFigure } from "@/report/print-figure";
import { INK, style } from "@/report/print-style";

export function PlanList({ sheet }: { sheet: Sheet }) {
  return (
    <View>
      {sheet.items.map(({ key, figure, name, dose, perWeek, steps, notes }) => (
        <View
          key={key}
          wrap={false}
          style={[style.row, { gap: 12, paddingVertical: 8, borderBottomWidth: 0.7, borderBottomColor: INK.line }]}
        >
          <View style={{ width: 160, height: 78 }}>
            {figure === null ? null : <PrintFigure id={figure} mode="pair" height={78} maxWidth={160} />}
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
          </View>
        </View>
      ))}
    </View>
  );
}
