/** Where in the course of care a patient stands: Protect, Release, three stages of Strengthen, Maintain; a hold greys all. */
import type { Phase } from "@/domain/vocabulary/phases";
import { TREATMENT_PHASES, type TreatmentPhase } from "@/domain/vocabulary/phases";
import { classNames } from "./class-names";

/** Share of the width and the gap after it, px: the three stages read as one phase. */
const SEGMENT: Record<TreatmentPhase, { grow: number; gap: number }> = {
  protect: { grow: 1, gap: 3 },
  release: { grow: 1.5, gap: 3 },
  strengthen_1: { grow: 0.75, gap: 2 },
  strengthen_2: { grow: 0.75, gap: 2 },
  strengthen_3: { grow: 0.75, gap: 3 },
  maintain: { grow: 1, gap: 0 },
};

export type PhaseTrackProps = {
  phase: Phase;
  /** Heard instead of the drawing; leave out where the phase's name stands beside it. */
  label?: string;
  /** Passed over, not done: Protect where there was no strain. */
  skipped?: readonly Phase[];
  /** Width by class; the drawing fills it. */
  className?: string;
};

export function PhaseTrack({ phase, label, skipped = [], className = "w-31" }: PhaseTrackProps) {
  const current = TREATMENT_PHASES.findIndex(({ id }) => id === phase);
  const hearing = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <span {...hearing} className={classNames("flex h-2 items-center", className)}>
      {TREATMENT_PHASES.map(({ id }, index) => {
        const { grow, gap } = SEGMENT[id];
        const past = index < current && !skipped.includes(id);
        return (
          <span
            key={id}
            style={{ flexGrow: grow, marginRight: gap }}
            className={classNames(
              "basis-0 rounded-[2px] forced-colors:border",
              index === current ? "h-[7px] bg-brand forced-colors:bg-[Highlight]" : "h-1",
              index !== current && (past ? "bg-brand-mid" : "bg-line"),
            )}
          />
        );
      })}
    </span>
  );
}
