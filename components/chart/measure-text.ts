/** A value as its measure is read: its decimals, and the sign of its unit where it has one. */
import { unitMark, valueText } from "@/components/chart/value-text";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";

export function measureText(id: MeasureId, value: number): string {
  const { decimals, unit } = measureById(id);
  return `${valueText(value, decimals)}${unitMark(unit)}`;
}
