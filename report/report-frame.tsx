/** The pages of a printed report: what the file says of itself, the running foot, and what its fonts could not draw. */
import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { dayText } from "@/components/chart/value-text";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { printable } from "@/report/print-coverage";
import { isCovered, loadFonts } from "@/report/print-fonts";
import { style } from "@/report/print-style";
import type { ReportSnapshot } from "@/report/snapshot";

export type PaperSize = "A4" | "LETTER";

type Framed = Pick<ReportSnapshot, "language" | "made_at" | "clinic" | "patient" | "period">;

export async function renderReport<Report extends Framed>(
  report: Report,
  size: PaperSize,
  bodyOf: (shown: Report) => ReactNode,
): Promise<Uint8Array> {
  await loadFonts();
  const { value: shown, fields } = printable(report, isCovered);
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
          {bodyOf(shown)}
          {fields.length === 0 ? null : (
            <Text style={[style.bold, { marginTop: 6 }]}>{fill(words.uncovered, { fields: fields.join(", ") })}</Text>
          )}
        </View>
      </Page>
    </Document>,
  );
  return new Uint8Array(buffer);
}
