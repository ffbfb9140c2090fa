/** The result stored with a signed visit: what the rules said that day, never recomputed. */
import { deltaText, unitMark, valueText } from "@/components/chart/value-text";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { ChangeClassWord } from "@/components/ui/change-class";
import { GateStatusChip } from "@/components/ui/gate";
import type { Change, VisitAssessment } from "@/domain/assessment";
import type { CalendarDay } from "@/domain/calendar-day";
import { flagById } from "@/domain/vocabulary/flags";
import { measureById } from "@/domain/vocabulary/measures";
import { STATEMENT_CAVEAT } from "@/domain/vocabulary/statements";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { reasonWords, regressWords, statementWords } from "@/messages/reason-words";
import { changeCodes, gateCodes, phaseCodes, safetyCodes } from "./assessment-codes";
import { DerivedValues } from "./derived-values";
import { NoticeList } from "./notice-list";
import { PatternFacts } from "./pattern-facts";
import { shownChange } from "./shown-change";

export type StoredResultData = { result: VisitAssessment; ruleSetVersion: string; ruleSetAdopted: boolean };

export function StoredResult({
  result,
  ruleSetVersion,
  ruleSetAdopted,
  dayZero,
}: StoredResultData & { dayZero: CalendarDay }) {
  const words = parts.signed;
  const { safety, pattern, derived, regress, phase_before, phase_after, overridden, changes_vs_baseline } = result;
  return (
    <Card title={words.assessment}>
      {ruleSetAdopted ? null : (
        <Banner tone="warn" className="mb-2">
          {words.rulesNotAdopted}
        </Banner>
      )}
      <div className="grid gap-2 text-secondary">
        <p className="font-bold text-warn empty:hidden" {...safetyCodes(safety)}>
          {safety.flags.map((flag) => flagById(flag).name).join(", ")}
        </p>
        {pattern === null ? null : <Pattern pattern={pattern} />}
        <p className="text-caption text-muted">{pattern === null ? text.rail.suppressed : STATEMENT_CAVEAT}</p>
        {/* The changes stand in a list of their own. */}
        <DerivedValues derived={derived} changes_vs_baseline={[]} />
        <p {...phaseCodes(result)}>
          <b>{words.phase}:</b>{" "}
          {phase_before === phase_after
            ? status.phase[phase_after]
            : `${status.phase[phase_before]} → ${status.phase[phase_after]}`}
          {overridden ? ` (${text.rail.overridden})` : ""}
        </p>
        {result.gate === null ? null : <Gate gate={result.gate} />}
        {regress === null ? null : <p className="text-bad">{regressWords(regress)}</p>}
        <NoticeList notices={result.notices} warnings={result.warnings} dayZero={dayZero} />
        {changes_vs_baseline.length === 0 ? null : (
          <div>
            <b>{words.changes}</b>
            <ul className="mt-1 grid gap-0.5">
              {changes_vs_baseline.map((change) => (
                <ChangeRow key={`${change.measure} ${change.side}`} change={change} />
              ))}
            </ul>
          </div>
        )}
        <p className="text-caption text-muted">{fill(words.rules, { version: ruleSetVersion })}</p>
      </div>
    </Card>
  );
}

function Pattern({ pattern }: { pattern: NonNullable<VisitAssessment["pattern"]> }) {
  return (["L", "R"] as const).map((side) => (
    <div key={side}>
      <p>
        <b>{side}:</b> {statementWords(pattern[side])}
      </p>
      <PatternFacts side={side} pattern={pattern[side]} />
    </div>
  ));
}

function Gate({ gate }: { gate: NonNullable<VisitAssessment["gate"]> }) {
  return (
    <div className="flex flex-wrap items-center gap-2" {...gateCodes(gate)}>
      <b>{fill(text.rail.gate, { gate: gate.id })}</b> <GateStatusChip gate={gate.status} />
      <span className="text-caption text-muted">
        {gate.reasons.map((reason, index) => (
          <span key={reason} data-reason={reason}>
            {index === 0 ? "" : ", "}
            {reasonWords(reason)}
          </span>
        ))}
      </span>
    </div>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const { label, decimals, unit } = measureById(change.measure);
  return (
    <li className="flex flex-wrap gap-x-2 text-caption" {...changeCodes(change)}>
      <span>
        {change.side === "M" ? label : `${label} ${change.side}`}: {valueText(change.from, decimals)} →{" "}
        {valueText(change.to, decimals)} ({deltaText(change.delta, decimals)}
        {unitMark(unit)})
      </span>
      <ChangeClassWord change={shownChange(change)} />
    </li>
  );
}
