/** The columns of the board: how long the current phase has lasted, and what a later one asks for. */
import { GatePanel } from "@/components/assessment/gate-panel";
import { type GATE_INTO, GateAsks } from "@/components/plan/gate-asks";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PlanDesk } from "@/db/plan-desk";
import { daysBetween } from "@/domain/calendar-day";
import type { Phase, TreatmentPhase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/plan.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { startVisitOf } from "../../start-visit";

/** Strengthen is one phase in three stages. */
const ORDER: readonly (readonly Phase[])[] = [
  ["protect"],
  ["release"],
  ["strengthen_1", "strengthen_2", "strengthen_3"],
  ["maintain"],
];

export function ColumnHead({ desk }: { desk: PlanDesk }) {
  const order = ORDER.findIndex((phases) => phases.includes(desk.phase));
  const day = desk.phaseSince === null ? null : daysBetween(desk.phaseSince, desk.today);
  return (
    <div className="mb-2 flex items-center gap-2 px-1">
      {order < 0 ? null : (
        <span
          className="grid size-6 place-items-center rounded-full bg-brand text-caption font-bold text-on-brand"
          aria-hidden
        >
          {order + 1}
        </span>
      )}
      <h2 className="text-card">{desk.outsideModel ? words.outside : status.phase[desk.phase]}</h2>
      <span className="ml-auto text-caption text-muted">
        {day === null ? words.now_no_day : fill(words.now, { day })}
      </span>
    </div>
  );
}

/** The next gate shows how each criterion stands; later ones only say what they ask. */
export function Asks({
  desk,
  gate,
  isNext,
}: {
  desk: PlanDesk;
  gate: NonNullable<(typeof GATE_INTO)[TreatmentPhase]>;
  isNext: boolean;
}) {
  const { values } = desk.rules;
  const judged = desk.lastVisit?.result.gate ?? null;
  const isJudged =
    isNext && judged !== null && desk.lastVisit?.result.phase_after === desk.signedPhase && judged.id === gate;
  const ahead = isNext && desk.ahead?.id === gate ? desk.ahead : null;
  if (!isJudged && ahead === null) return <GateAsks gate={gate} values={values} />;
  return (
    <>
      {/* In a board's column value and date stand under their criterion. */}
      <div className="[&_li]:grid [&_li]:grid-cols-[auto_1fr] [&_li>:last-child]:col-start-2 [&_li>:last-child]:text-left [&_section]:p-3">
        <GatePanel
          gate={isJudged ? judged : { id: gate, status: null }}
          criteria={isJudged ? desk.criteria : (ahead?.criteria ?? [])}
          notices={isJudged ? (desk.lastVisit?.result.notices ?? []) : []}
          dayZero={desk.dayZero}
          visits={desk.visits}
          rules={desk.rules}
        />
      </div>
    </>
  );
}

/** Outside treatment a phase moves against its gate by a decision visit: named, timed, signed. Never under a block. */
export function OverrideVisit({ desk }: { desk: PlanDesk }) {
  if (desk.isBlocked || desk.phase === "hold" || desk.isSupervised) return null;
  return (
    <form action={startVisitOf} className="mt-2">
      <input type="hidden" name="patientId" value={desk.patientId} />
      <input type="hidden" name="kind" value="decision" />
      <input type="hidden" name="override" value="1" />
      <p className="mb-1 text-caption text-muted">{words.override_visit}</p>
      <SubmitButton variant="plain" size="sm" pendingLabel={words.override_pending}>
        {words.override}
      </SubmitButton>
    </form>
  );
}
