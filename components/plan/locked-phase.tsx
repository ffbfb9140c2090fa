/** A phase whose gate is closed: what opens it, and what it would hold by today's findings. Nothing in it can be assigned. */
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { ExerciseFigure } from "@/components/figure/exercise-figure";
import { classNames } from "@/components/ui/class-names";
import type { GateId } from "@/domain/assessment";
import { catalogueItem, type PlanExerciseId } from "@/domain/plan/catalogue";
import type { Dose } from "@/domain/plan/dose";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import type { TreatmentPhase } from "@/domain/vocabulary/phases";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import words from "@/messages/en/plan.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";

export type LockedPhaseProps = {
  phase: TreatmentPhase;
  gate: GateId | null;
  /** What the gate asks; the next one shows each criterion as it stands. */
  asks: ReactNode;
  items: readonly { exercise: PlanExerciseId; dose: Dose }[];
};

const WASH: Record<TreatmentPhase, string> = {
  protect: "bg-ph1",
  release: "bg-ph2",
  strengthen_1: "bg-ph3",
  strengthen_2: "bg-ph3",
  strengthen_3: "bg-ph3",
  maintain: "bg-ph4",
};

export function LockedPhase({ phase, gate, asks, items }: LockedPhaseProps) {
  return (
    <section className={classNames("min-w-0 flex-1 rounded-card border border-dashed border-line-2 p-2", WASH[phase])}>
      <div className="mb-2 flex items-center gap-2">
        <Lock aria-hidden size={15} strokeWidth={2.2} className="shrink-0 text-muted" />
        <h2 className="text-card">{status.phase[phase]}</h2>
        <span className="ml-auto text-caption text-muted">{words.locked}</span>
      </div>
      {gate === null ? null : <p className="sr-only">{fill(words.locked_text, { gate })}</p>}
      {asks}
      {items.length === 0 ? null : (
        // On a phone the gate is enough: what waits behind it would push the plan out of sight.
        <div className="mt-2 max-lg:hidden">
          <p className="mb-1 text-caption text-muted">{words.locked_preview}</p>
          <ul className="grid gap-2">
            {items.map(({ exercise, dose }) => (
              <li key={exercise} className="rounded-card border border-dashed border-line-2 bg-surface p-2">
                <div className="grid h-14 place-items-center opacity-62" aria-hidden>
                  {isExerciseId(exercise) ? <ExerciseFigure id={exercise} decorative height={52} /> : null}
                </div>
                <p className="text-secondary font-bold">{catalogueItem(exercise)?.name}</p>
                <p className="text-caption text-muted">
                  {[doseWords(dose), perWeekWords(dose.per_week)].filter((part) => part !== "").join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Phases before the present one, as a narrow strip: gone through, or passed over. */
export function PastPhase({ phase, wasUsed }: { phase: TreatmentPhase; wasUsed: boolean }) {
  const label = fill(wasUsed ? words.earlier : words.not_used, { phase: status.phase[phase] });
  return (
    <p
      className={classNames(
        "rounded-card border border-line px-2 py-1 text-caption text-muted lg:text-secondary lg:w-9.5 lg:min-h-48 lg:py-3 lg:[writing-mode:vertical-rl]",
        WASH[phase],
      )}
    >
      {label}
    </p>
  );
}
