/** What today's strength values come to, beside the row they were typed in: computed as one types, never typed. */
import { unitMark, valueText } from "@/components/chart/value-text";
import type { LimbSide } from "@/domain/record";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import text from "@/messages/en/visit.json";
import { useJudged } from "./use-draft";

const LIMBS: readonly LimbSide[] = ["L", "R"];
type DerivedId = keyof typeof text.derived.short;

const FROM: Partial<Record<MeasureId, readonly DerivedId[]>> = {
  ham_force_n: ["hq_ratio", "lsi_ham_pct", "ham_torque_nm", "ham_nm_kg"],
  quad_force_n: ["quad_torque_nm", "quad_nm_kg"],
  ham_torque_nm: ["hq_ratio", "lsi_ham_pct", "ham_nm_kg"],
  quad_torque_nm: ["quad_nm_kg"],
};

/** How many lines a row keeps free for them, so that none of them moves the next one. */
export const derivedLines = (id: MeasureId): number => FROM[id]?.length ?? 0;

export function DerivedLines({ id }: { id: MeasureId }) {
  const said = useJudged(({ judged, read }) => {
    const derived = judged?.assessment.derived;
    if (!derived || !read.entries.measurements.some(({ measure }) => measure === id)) return "";
    return (FROM[id] ?? [])
      .flatMap((each) => {
        const { decimals, unit } = measureById(each);
        const values = LIMBS.flatMap((side) => {
          const value = derived[side]?.[each];
          return value === undefined ? [] : `${side} ${valueText(value, decimals)}`;
        });
        return values.length === 0 ? [] : `${text.derived.short[each]} ${values.join("  ")}${unitMark(unit)}`;
      })
      .join("\n");
  });
  return <p className="text-caption whitespace-pre-wrap text-muted">{said}</p>;
}
