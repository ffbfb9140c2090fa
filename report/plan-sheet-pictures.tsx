/** The plan for any language: figures and numbers alone. */
import { Text, View } from "@react-pdf/renderer";
import type { Dose } from "@/domain/plan/dose";
import type { Sheet } from "@/report/plan-sheet";
import { type Photos, PrintPicture } from "@/report/print-picture";
import { INK, style } from "@/report/print-style";

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const BIG = { fontSize: 20, fontWeight: 700, lineHeight: 1.2 } as const;

/** "3 × 10", "3 × 30 s", "2 × 5 min"; a hold beside it as "‖ 5 s". */
export function numberWords({ sets, reps, time_s, hold_s }: Dose): string {
  const time = (seconds: number) => (seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`);
  const held = hold_s !== null && (reps === null || reps === 1);
  const work = held ? time(hold_s) : reps !== null ? String(reps) : time_s !== null ? time(time_s) : "";
  const counted = work === "" ? `${sets} ×` : `${sets} × ${work}`;
  return hold_s === null || held ? counted : `${counted}   ‖ ${time(hold_s)}`;
}

/** The side as letters on the figure's own terms: both, left, right. */
const SIDES = { each: "L + R", L: "L", R: "R" } as const;

export function PictureList({ sheet, photos }: { sheet: Sheet; photos: Photos }) {
  return (
    <View>
      {sheet.items.map(({ key, figure, name, numbers }, index) => (
        <View
          key={key}
          wrap={false}
          style={[
            style.row,
            { gap: 14, paddingVertical: 8, alignItems: "center", borderBottomWidth: 0.7, borderBottomColor: INK.line },
          ]}
        >
          <Text style={[BIG, { width: 22, color: INK.muted }]}>{String(index + 1)}</Text>
          <View style={{ width: 250, height: 112 }}>
            <PrintPicture
              figure={figure}
              photo={photos.get(key)}
              mode="pair"
              language={null}
              height={112}
              width={250}
              instead={<Text style={style.title}>{name}</Text>}
            />
          </View>
          <View style={{ flex: 1, gap: 6 }}>
            <Text style={BIG}>{numberWords(numbers)}</Text>
            {numbers.side === null ? null : <Text style={style.title}>{SIDES[numbers.side]}</Text>}
            <View style={[style.row, { gap: 4, alignItems: "center" }]}>
              {WEEK.map((day) => (
                <View
                  key={day}
                  style={{
                    width: 13,
                    height: 13,
                    borderWidth: 1,
                    borderColor: INK.rule,
                    borderRadius: 2,
                    backgroundColor: day <= numbers.per_week ? INK.rule : INK.surface,
                  }}
                />
              ))}
              <Text style={style.fact}>{`${numbers.per_week} / 7`}</Text>
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}
