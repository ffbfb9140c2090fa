/** The gate of the phase with each criterion met, not met or without data, and how far its value lies from it. */
"use client";

import { dayText } from "@/components/chart/value-text";
import { CriterionList, CriterionRow, GateStatusChip } from "@/components/ui/gate";
import { addDays } from "@/domain/calendar-day";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { reasonWords, regressWords } from "@/messages/reason-words";
import { gateCodes, phaseCodes } from "./assessment-codes";
import { useDraft, useJudged } from "./use-draft";

export function RailGate() {
  const { data } = useDraft();
  const judged = useJudged((judgement) => judgement.judged);
  const lines = useJudged((judgement) => judgement.gate);
  if (!judged) return null;
  const { gate, regress, phase_before, phase_after, overridden, day } = judged.assessment;
  const { day_zero } = data.judging.context;
  const said = new Set(judged.evidence.gate.map(({ code }) => code));
  const others = gate?.reasons.filter((reason) => !said.has(reason)) ?? [];
  return (
    <section
      aria-labelledby="rail-gate"
      className="border-t border-line pt-3"
      {...(gate === null ? {} : gateCodes(gate))}
    >
      <div className="flex items-center justify-between gap-2">
        <h3 id="rail-gate" className="text-secondary font-bold">
          {gate === null ? text.rail.phase : fill(text.rail.gate, { gate: gate.id })}
        </h3>
        {gate === null ? null : <GateStatusChip gate={gate.status} />}
      </div>
      <p className="text-secondary" {...phaseCodes(judged.assessment)}>
        {phase_before === phase_after || data.later !== null
          ? status.phase[phase_before]
          : `${status.phase[phase_before]} → ${status.phase[phase_after]}`}
        {overridden ? ` (${text.rail.overridden})` : ""}
      </p>
      {regress === null ? null : <p className="text-secondary text-bad">{regressWords(regress)}</p>}
      {judged.evidence.gate.length === 0 ? null : (
        <CriterionList label={text.rail.criteria}>
          {judged.evidence.gate.map((criterion, index) => (
            <CriterionRow
              key={`${criterion.code} ${criterion.measure} ${criterion.side}`}
              code={criterion.code}
              status={criterion.met}
              title={lines[index]?.title}
              detail={lines[index]?.found ?? undefined}
              source={
                criterion.day === null
                  ? undefined
                  : criterion.day === day
                    ? text.rail.today
                    : dayText(addDays(day_zero, criterion.day), { year: false })
              }
            />
          ))}
        </CriterionList>
      )}
      {others.map((reason) => (
        <p key={reason} data-reason={reason} className="text-caption text-ink-2">
          {reasonWords(reason)}
        </p>
      ))}
    </section>
  );
}
