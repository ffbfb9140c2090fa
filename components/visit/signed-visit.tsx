/** A signed visit as the record it is: what was entered, the result stored with it (never recomputed), what was added later. */
import { Ban, PenLine } from "lucide-react";
import type { ReactNode } from "react";
import { dayText, deltaText, unitMark, valueText } from "@/components/chart/value-text";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ChangeClassWord } from "@/components/ui/change-class";
import { GateStatusChip } from "@/components/ui/gate";
import type { VisitAssessment } from "@/domain/assessment";
import type { CalendarDay } from "@/domain/calendar-day";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import { measureById } from "@/domain/vocabulary/measures";
import { STATEMENT_CAVEAT, STATEMENTS } from "@/domain/vocabulary/statements";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { missingWords, noticeWords, reasonWords, regressWords, shownChange } from "./assessment-words";
import { SignedRecord } from "./signed-record";

export type SignedVisitData = {
  patientId: string;
  patientName: string;
  kind: keyof typeof text.kinds;
  number: number | null;
  visitOn: CalendarDay;
  dayZero: CalendarDay;
  signedAt: string;
  signedBy: string;
  hash: string;
  /** What the signature covers. */
  entries: VisitEntries | null;
  stored: { result: VisitAssessment; ruleSetVersion: string; ruleSetAdopted: boolean } | null;
  events: { kind: string; reason: string | null; at: string }[];
};

/** `acts` are buttons of the head, `added` and `differs` cards beside the record. */
export function SignedVisit({
  visit,
  acts,
  added,
  differs,
}: {
  visit: SignedVisitData;
  acts?: ReactNode;
  added?: ReactNode;
  differs?: ReactNode;
}) {
  const words = text.signed;
  const voided = visit.events.find((event) => event.kind === "void");
  const title = visit.number === null ? text.kinds[visit.kind] : fill(text.header.visit, { number: visit.number });
  return (
    <>
      <PageHeader title={`${title} · ${visit.patientName}`} note={dayText(visit.visitOn)}>
        <ButtonLink href={`/patients/${visit.patientId}`}>{words.back}</ButtonLink>
        {acts}
        {visit.stored?.result.notices.some((notice) => notice.startsWith("assign_plan:")) ? (
          <ButtonLink variant="pri" href={`/patients/${visit.patientId}/plan`}>
            {words.plan}
          </ButtonLink>
        ) : null}
      </PageHeader>
      <div className="grid gap-3">
        {voided ? (
          <Banner tone="bad" icon={Ban}>
            {fill(words.voided, { reason: voided.reason ?? "" })}
          </Banner>
        ) : null}
        <Banner tone="same" icon={PenLine} title={fill(words.by, { at: visit.signedAt, name: visit.signedBy })}>
          <span className="block text-caption break-all">{fill(words.hash, { hash: visit.hash })}</span>
        </Banner>
        <div className="grid items-start gap-3 md:grid-cols-[minmax(0,1fr)_22rem]">
          <Card title={words.record}>
            {visit.entries === null ? (
              <p className="text-secondary text-muted">{words.nothing}</p>
            ) : (
              <SignedRecord entries={visit.entries} />
            )}
          </Card>
          <div className="grid gap-3">
            {differs}
            {visit.stored === null ? null : <StoredResult {...visit.stored} dayZero={visit.dayZero} />}
            {added}
          </div>
        </div>
      </div>
    </>
  );
}

function StoredResult({
  result,
  ruleSetVersion,
  ruleSetAdopted,
  dayZero,
}: NonNullable<SignedVisitData["stored"]> & { dayZero: CalendarDay }) {
  const words = text.signed;
  const { pattern, gate, regress, phase_before, phase_after, notices, warnings, changes_vs_baseline } = result;
  return (
    <Card title={words.assessment}>
      <div className="grid gap-2 text-secondary">
        {(["L", "R"] as const).map((side) =>
          pattern === null ? null : (
            <p key={side}>
              <b>{side}:</b>{" "}
              {fill(STATEMENTS.find(({ id }) => id === pattern[side].statement)?.text ?? "", {
                missing: pattern[side].missing.map(missingWords).join(", "),
              })}
            </p>
          ),
        )}
        <p className="text-caption text-muted">{pattern === null ? text.rail.suppressed : STATEMENT_CAVEAT}</p>
        <p>
          <b>{words.phase}:</b>{" "}
          {phase_before === phase_after
            ? status.phase[phase_after]
            : `${status.phase[phase_before]} → ${status.phase[phase_after]}`}
        </p>
        {gate === null ? null : (
          <div className="flex flex-wrap items-center gap-2">
            <b>{fill(text.rail.gate, { gate: gate.id })}</b> <GateStatusChip gate={gate.status} />
            <span className="text-caption text-muted">{gate.reasons.map(reasonWords).join(", ")}</span>
          </div>
        )}
        {regress === null ? null : <p className="text-bad">{regressWords(regress)}</p>}
        <ul className="list-inside list-disc">
          {[...notices, ...warnings].map((notice) => (
            <li key={notice}>{noticeWords(notice, dayZero)}</li>
          ))}
        </ul>
        {changes_vs_baseline.length === 0 ? null : (
          <div>
            <b>{words.changes}</b>
            <ul className="mt-1 grid gap-0.5">
              {changes_vs_baseline.map((change) => {
                const { label, decimals, unit } = measureById(change.measure);
                return (
                  <li key={`${change.measure} ${change.side}`} className="flex flex-wrap gap-x-2 text-caption">
                    <span>
                      {label} {change.side === "M" ? "" : change.side}: {valueText(change.from, decimals)} →{" "}
                      {valueText(change.to, decimals)} ({deltaText(change.delta, decimals)}
                      {unitMark(unit)})
                    </span>
                    <ChangeClassWord change={shownChange(change)} />
                  </li>
                );
              })}
            </ul>
          </div>
        )}
        <p className="text-caption text-muted">
          {fill(words.rules, { version: ruleSetVersion })}
          {ruleSetAdopted ? "" : `, ${words.rulesNotAdopted}`}
        </p>
      </div>
    </Card>
  );
}
