/** How a strength value was taken last time: method and lever arm are remembered per patient, side by side. */
import type { Side } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { EarlierVisit } from "./visit-data";

export type RememberedParts = Pick<DraftValue<"measure">, "method" | "lever_m" | "pelvis_stabilised">;

export function rememberedParts(
  earlier: readonly Pick<EarlierVisit, "record">[],
  id: MeasureId,
  side: Side,
): RememberedParts {
  const last = earlier
    .flatMap(({ record }) => record.measures.filter((measure) => measure.id === id && measure.side === side))
    .at(-1);
  if (!last) return {};
  const { method, lever_m } = last;
  // Whether the pelvis was held still is a fact of today and is asked again.
  return { ...(method !== undefined && { method }), ...(lever_m !== undefined && { lever_m: String(lever_m) }) };
}
