/** The verdicts on a measure as chips: one where the sides agree, else one for each. */
import { verdictsOf } from "@/components/chart/verdict";
import { ChangeClassChip } from "@/components/ui/change-class";
import type { Series } from "@/domain/progress/series";

export function VerdictChips({ series }: { series: readonly Series[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {verdictsOf(series).map(({ side, verdict }) => (
        <ChangeClassChip
          key={side ?? "all"}
          change={verdict === "described_only" ? "changed_descriptive" : verdict}
          side={side === "M" || side === null ? undefined : side}
        />
      ))}
    </span>
  );
}
