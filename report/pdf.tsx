/** Writes a report's snapshot as a PDF: real text in embedded fonts, vector charts, no address fetched. */
import { Additions } from "@/report/print-additions";
import { Changes } from "@/report/print-changes";
import { Charts } from "@/report/print-charts";
import { Decisions, PlanAndSessions, Signature, Sources } from "@/report/print-close";
import { ClinicHead, PatientFacts, RulesNotice, Summary } from "@/report/print-head";
import { type PaperSize, renderReport } from "@/report/report-frame";
import type { ReportSnapshot } from "@/report/snapshot";

export type PrintOptions = {
  size: PaperSize;
  /** SHA-256 of the stored snapshot in hexadecimal; it stands beside the signature. */
  hash?: string;
};

export function renderReportPdf(snapshot: ReportSnapshot, { size, hash }: PrintOptions): Promise<Uint8Array> {
  return renderReport(snapshot, size, (shown) => (
    <>
      <ClinicHead clinic={shown.clinic} period={shown.period} />
      <PatientFacts snapshot={shown} />
      <RulesNotice rules={shown.rules} />
      <Summary snapshot={shown} />
      <Changes snapshot={shown} />
      <Charts snapshot={shown} />
      <PlanAndSessions snapshot={shown} />
      <Decisions decisions={shown.decisions} />
      <Additions additions={shown.additions} zone={shown.clinic.time_zone} />
      <Sources sources={shown.sources} rules={shown.rules} />
      <Signature snapshot={shown} hash={hash ?? null} />
    </>
  ));
}
