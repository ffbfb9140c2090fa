/** A verdict as icon and word; improved and worsened differ in both, and no detectable change is never green or red. */
import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  Equal,
  Info,
  type LucideIcon,
  TriangleAlert,
  Unlink,
} from "lucide-react";
import { verdictWords } from "@/components/chart/chart-words";
import type { Verdict } from "@/components/chart/verdict";
import { Chip, type Tone } from "@/components/ui/chip";
import type { Side } from "@/domain/record";

const LOOK: Record<Verdict, { icon: LucideIcon; tone: Tone }> = {
  improved_important: { icon: CircleCheck, tone: "ok" },
  improved_detectable: { icon: CircleCheck, tone: "ok-out" },
  no_detectable_change: { icon: Equal, tone: "same" },
  worsened_important: { icon: TriangleAlert, tone: "bad" },
  worsened_detectable: { icon: TriangleAlert, tone: "bad-out" },
  changed_descriptive: { icon: Info, tone: "muted" },
  described_only: { icon: Info, tone: "muted" },
  measured_once: { icon: CircleDot, tone: "muted" },
  not_measured: { icon: CircleDashed, tone: "muted" },
  not_comparable: { icon: Unlink, tone: "muted" },
};

/** `side` null: the verdict holds for all sides. */
export function ChangeChip({ verdict, side = null }: { verdict: Verdict; side?: Side | null }) {
  const { icon, tone } = LOOK[verdict];
  return (
    <Chip icon={icon} tone={tone}>
      {side === "L" || side === "R" ? `${side} ` : ""}
      {verdictWords(verdict)}
    </Chip>
  );
}
