/** The verdicts on a measure as chips: one where the sides agree, else one for each. */

import type { ShownSeries } from "@/components/chart/shown-series";
import { verdictsOf } from "@/components/chart/verdict";
import { ChangeClassChip } from "@/components/ui/change-class";

export function VerdictChips({ series }: { series: readonly ShownSeries[] }) {
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
