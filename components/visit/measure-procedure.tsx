/** How a measure is taken, in full: fetched when its row is opened. */
import { MEASURE_GUIDES } from "@/domain/vocabulary/measure-guides";
import type { MeasureId } from "@/domain/vocabulary/measures";

export default function MeasureProcedure({ id }: { id: MeasureId }) {
  return <p className="mb-2 max-w-prose text-caption text-ink-2">{MEASURE_GUIDES[id].procedure}</p>;
}
