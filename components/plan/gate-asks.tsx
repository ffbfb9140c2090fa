/** What each gate asks in one sentence, with the clinic's own values (CLINICAL 5). */
import type { GateId } from "@/domain/assessment";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { TreatmentPhase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";

/** The gate into each phase; Protect is entered by a strain. */
export const GATE_INTO: Record<TreatmentPhase, GateId | null> = {
  protect: null,
  release: "G1",
  strengthen_1: "G2",
  strengthen_2: "G3a",
  strengthen_3: "G3b",
  maintain: "G4",
};

const TWO_VISITS: readonly GateId[] = ["G2", "G4"];

export function GateAsks({ gate, values }: { gate: GateId; values: RuleSet["values"] }) {
  if (gate === "G0") return null;
  const { second_pass_min_days: min, second_pass_max_days: max } = values;
  const asked = fill(words.asks[gate], values);
  return (
    <p className="rounded-card border border-dashed border-line-2 p-2 text-caption">
      <strong className="block text-secondary">{fill(words.asks.title, { gate })}</strong>
      {TWO_VISITS.includes(gate) ? `${asked}; ${fill(words.asks.two_visits, { min, max })}` : asked}
    </p>
  );
}
