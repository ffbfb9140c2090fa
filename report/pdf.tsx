/** Writes a report's snapshot as a PDF: real text in embedded fonts, vector charts, no address fetched. */
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { dayText } from "@/components/chart/value-text";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { Additions } from "@/report/print-additions";
import { Changes } from "@/report/print-changes";
import { Charts } from "@/report/print-charts";
import { Decisions, PlanAndSessions, Signature, Sources } from "@/report/print-close";
import { printable } from "@/report/print-coverage";
import { isCovered, loadFonts } from "@/report/print-fonts";
import { ClinicHead, PatientFacts, Summary } from "@/report/print-head";
import { style } from "@/report/print-style";
import type { ReportSnapshot } from "@/report/snapshot";

export type PaperSize = "A4" | "LETTER";

export type PrintOptions = {
  size: PaperSize;
  /** SHA-256 of the stored snapshot in hexadecimal; it stands beside the signature. */
  hash?: string;
};

export async function renderReportPdf(snapshot: ReportSnapshot, { size, hash }: PrintOptions): Promise<Uint8Array> {
  await loadFonts();
  const { value: shown, fields } = printable(snapshot, isCovered);
  const subject = fill(words.subject, {
    patient: shown.patient.name,
    from: dayText(shown.period.from),
    to: dayText(shown.period.to),
  });
  const buffer = await renderToBuffer(
    <Document
      title={subject}
      author={shown.clinic.name}
      creator={words.product}
      producer={words.product}
      language={shown.language}
      creationDate={new Date(shown.made_at)}
      pageMode="useOutlines"
    >
      <Page size={size} style={style.page}>
        <View style={style.footer} fixed>
          <Text>{`${shown.clinic.name} · ${subject}`}</Text>
          <Text render={({ pageNumber, totalPages }) => fill(words.page, { page: pageNumber, pages: totalPages })} />
        </View>
        <View style={style.body}>
          <ClinicHead clinic={shown.clinic} period={shown.period} />
          <PatientFacts snapshot={shown} />
          <Summary snapshot={shown} />
          <Changes snapshot={shown} />
          <Charts snapshot={shown} />
          <PlanAndSessions snapshot={shown} />
          <Decisions decisions={shown.decisions} />
          <Additions additions={shown.additions} zone={shown.clinic.time_zone} />
          <Sources sources={shown.sources} rules={shown.rules} />
          <Signature snapshot={shown} hash={hash ?? null} />
          {fields.length === 0 ? null : (
            <Text style={[style.bold, { marginTop: 6 }]}>{fill(words.uncovered, { fields: fields.join(", ") })}</Text>
          )}
        </View>
      </Page>
    </Document>,
  );
  return new Uint8Array(buffer);
}
