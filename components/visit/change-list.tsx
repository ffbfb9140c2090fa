/** Changes since the first value, in words: nothing is called a change that is inside measurement error. */
import { deltaText, unitMark } from "@/components/chart/value-text";
import { ChangeClassWord } from "@/components/ui/change-class";
import type { Change } from "@/domain/assessment";
import { measureById } from "@/domain/vocabulary/measures";
import { changeCodes } from "./assessment-codes";
import { shownChange } from "./shown-change";

/** The sides of one measure, one after another. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {changes.map((change) => {
        const { decimals, unit } = measureById(change.measure);
        return (
          <span key={change.side} className="inline-flex flex-wrap items-center gap-1.5" {...changeCodes(change)}>
            <b>
              {deltaText(change.delta, decimals)}
              {unitMark(unit)}
            </b>
            <ChangeClassWord change={shownChange(change)} side={change.side === "M" ? undefined : change.side} />
          </span>
        );
      })}
    </span>
  );
}
