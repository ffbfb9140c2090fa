/** A signed visit as the record it is: what was entered, the result stored with it (never recomputed), what was added later. */
import { Ban, PenLine } from "lucide-react";
import type { ReactNode } from "react";
import { dayText } from "@/components/chart/value-text";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CalendarDay } from "@/domain/calendar-day";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import record from "@/messages/en/record.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { SignedRecord } from "./signed-record";
import { StoredResult, type StoredResultData } from "./stored-result";

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
  stored: StoredResultData | null;
  events: { kind: string; reason: string | null; at: string }[];
};

/** The day of the newest amendment, and every field that was corrected since the signing. */
export type Amended = { on: CalendarDay; paths: string[] };

/** `acts` are buttons of the head, `left` what was typed too late, `added` and `differs` cards beside the record; `asksPlan`: its plan is still to be assigned. */
export function SignedVisit({
  visit,
  acts,
  left,
  added,
  differs,
  amended,
  asksPlan,
}: {
  visit: SignedVisitData;
  acts?: ReactNode;
  left?: ReactNode;
  added?: ReactNode;
  differs?: ReactNode;
  amended: Amended | null;
  asksPlan: boolean;
}) {
  const words = parts.signed;
  const voided = visit.events.find((event) => event.kind === "void");
  const title = visit.number === null ? text.kinds[visit.kind] : fill(text.header.visit, { number: visit.number });
  return (
    <>
      <PageHeader title={`${title} · ${visit.patientName}`} note={dayText(visit.visitOn)}>
        <ButtonLink href={`/patients/${visit.patientId}`}>{words.back}</ButtonLink>
        {acts}
        {asksPlan ? (
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
          {amended === null ? null : (
            <a href="#added" className="font-semi underline">
              {fill(amended.paths.length === 1 ? record.amendedOne : record.amendedMany, {
                on: dayText(amended.on),
                count: amended.paths.length,
              })}
            </a>
          )}
          <span className="block text-caption break-all">{fill(words.hash, { hash: visit.hash })}</span>
        </Banner>
        {left}
        <div className="grid items-start gap-3 md:grid-cols-[minmax(0,1fr)_22rem]">
          <Card title={words.record}>
            {visit.entries === null ? (
              <p className="text-secondary text-muted">{words.nothing}</p>
            ) : (
              <SignedRecord entries={visit.entries} amended={amended?.paths ?? []} />
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
