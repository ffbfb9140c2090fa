/** The gate beside what it guards: each criterion met, not met or without data, with value, date and window. */
import { Card } from "@/components/ui/card";
import { CriterionList, CriterionRow, type CriterionStatus, GateStatusChip } from "@/components/ui/gate";
import type { VisitAssessment } from "@/domain/assessment";
import type { CalendarDay } from "@/domain/calendar-day";
import { gateDistance } from "@/domain/progress/gate-distance";
import type { GateCriterion } from "@/domain/rules/evidence";
import type { RuleSet } from "@/domain/rules/rule-set";
import words from "@/messages/en/assessment.json";
import { fill } from "@/messages/fill";
import { criterionTitle, criterionValue, foldDayWords } from "./criterion-words";

export type GatePanelProps = {
  gate: VisitAssessment["gate"];
  criteria: readonly GateCriterion[];
  notices: readonly string[];
  dayZero: CalendarDay;
  /** The clinic's: measurement errors, and the days between the two passes where the gate asks for two. */
  rules: Pick<RuleSet, "values">;
};

const TWO_PASSES = ["G2", "G4"];

export function GatePanel({ gate, criteria, notices, dayZero, rules }: GatePanelProps) {
  if (gate === null) return null;
  const window = { min: rules.values.second_pass_min_days, max: rules.values.second_pass_max_days };
  const title = fill(words.gate.title, { id: gate.id, name: words.gate.names[gate.id] });
  return (
    <Card title={title} aside={<GateStatusChip gate={gate.status} />}>
      <CriterionList label={fill(words.gate.list, { id: gate.id })}>
        {criteria.map((criterion) => (
          <CriterionRow
            key={`${criterion.code}.${criterion.measure}.${criterion.side}`}
            status={criterion.met}
            title={criterionTitle(criterion)}
            detail={detailOf(criterion, rules)}
            source={criterion.day === null ? undefined : foldDayWords(dayZero, criterion.day)}
          />
        ))}
        {TWO_PASSES.includes(gate.id) ? (
          <CriterionRow
            status={passStatus(gate.status)}
            title={fill(words.gate.two_visits, window)}
            detail={windowWords(notices, dayZero)}
          />
        ) : null}
      </CriterionList>
    </Card>
  );
}

function passStatus(status: NonNullable<VisitAssessment["gate"]>["status"]): CriterionStatus {
  if (status === "open") return "met";
  return status === "provisional" ? "one_of_two" : "no_data";
}

/** How far a measured value lies from its threshold, in units of measurement error. */
function detailOf(criterion: GateCriterion, rules: Pick<RuleSet, "values">): string | undefined {
  const value = criterionValue(criterion);
  if (value === null) return undefined;
  const distance = gateDistance(criterion, rules);
  if (distance === null) return value;
  const { mdcs, isInsideError } = distance;
  return `${value}; ${isInsideError ? words.gate.inside_error : fill(words.gate.distance, { value: signed(mdcs) })}`;
}

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;

function windowWords(notices: readonly string[], dayZero: CalendarDay): string | undefined {
  const due = notices.map((code) => /^second_pass_due:(-?\d+)-(-?\d+)$/.exec(code)).find((match) => match !== null);
  if (!due) return undefined;
  return fill(words.gate.second_pass, {
    from: foldDayWords(dayZero, Number(due[1])),
    to: foldDayWords(dayZero, Number(due[2])),
  });
}
