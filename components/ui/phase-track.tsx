/** Where in the course of care a patient stands: Protect, Release, three stages of Strengthen, Maintain; a hold greys all. Its looks are in app/globals.css. */
import { type Phase, TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import { classNames } from "./class-names";

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
    <span {...hearing} className={classNames("phase-track", className)}>
      {TREATMENT_PHASES.map(({ id }, index) => {
        const past = index < current && !skipped.includes(id);
        return <i key={id} className={index === current ? "bg-brand" : past ? "bg-brand-mid" : "bg-line"} />;
      })}
    </span>
  );
}
