/** The gate beside what it guards: each criterion met, not met or without data, with value, date and window. */
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { CriterionList, CriterionRow, type CriterionStatus, GateStatusChip } from "@/components/ui/gate";
import type { GateId, GateStatus } from "@/domain/assessment";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { gateDistance } from "@/domain/progress/gate-distance";
import type { GateCriterion } from "@/domain/rules/evidence";
import type { RuleSet } from "@/domain/rules/rule-set";
import { thresholdById } from "@/domain/vocabulary/thresholds";
import words from "@/messages/en/assessment.json";
import tags from "@/messages/en/source-tag.json";
import { fill } from "@/messages/fill";
import { criterionTitle, criterionValue, foldDayWords } from "./criterion-words";

type NumberedVisit = { visitOn: CalendarDay; number: number | null };

export type GatePanelProps = {
  /** Without a status: not judged yet, only how its criteria stand. */
  gate: { id: GateId; status: GateStatus | null } | null;
  criteria: readonly GateCriterion[];
  notices: readonly string[];
  dayZero: CalendarDay;
  /** The episode's visits in their order, by which a value is named after the visit it was taken at. */
  visits: readonly NumberedVisit[];
  /** The clinic's: measurement errors, and the days between the two passes where the gate asks for two. */
  rules: Pick<RuleSet, "values">;
};

const TWO_PASSES = ["G2", "G4"];

export function GatePanel({ gate, criteria, notices, dayZero, visits, rules }: GatePanelProps) {
  if (gate === null) return null;
  const window = { min: rules.values.second_pass_min_days, max: rules.values.second_pass_max_days };
  const title = fill(words.gate.title, { id: gate.id, name: words.gate.names[gate.id] });
  return (
    <Card title={title} aside={gate.status === null ? words.gate.ahead : <GateStatusChip gate={gate.status} />}>
      <CriterionList label={fill(words.gate.list, { id: gate.id })}>
        {criteria.map((criterion) => (
          <CriterionRow
            key={`${criterion.code}.${criterion.measure}.${criterion.side}`}
            status={criterion.met}
            title={criterionTitle(criterion)}
            detail={
              [detailOf(criterion, rules), provenanceOf(criterion, rules)].filter(Boolean).join(" · ") || undefined
            }
            source={criterion.day === null ? undefined : sourceOf(addDays(dayZero, criterion.day), visits)}
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

function passStatus(status: GateStatus | null): CriterionStatus {
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

/** Where the threshold comes from, by the words of the library. */
function provenanceOf({ thresholdId }: GateCriterion, { values }: Pick<RuleSet, "values">): string | undefined {
  if (thresholdId === null) return undefined;
  const { tag, value } = thresholdById(thresholdId);
  return values[thresholdId] === value ? tags[tag] : words.gate.set_by_clinic;
}

/** The later of two visits of one day: its values stand. */
function sourceOf(on: CalendarDay, visits: readonly NumberedVisit[]): string {
  const n = visits.findLast((visit) => visit.visitOn === on && visit.number !== null)?.number;
  return n === undefined || n === null ? dayText(on) : fill(words.gate.source, { n, on: dayText(on) });
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
