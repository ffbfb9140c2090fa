/** Writes the patient's copy of a report as a PDF, from the same stored snapshot and with the same parts. */
import { Text } from "@react-pdf/renderer";
import { dayText } from "@/components/chart/value-text";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { decisionMove } from "@/report/decision-words";
import { type PatientEdition, patientEdition } from "@/report/patient-edition";
import { Changes } from "@/report/print-changes";
import { Charts } from "@/report/print-charts";
import { PlanAndSessions, Signature, Sources } from "@/report/print-close";
import { ClinicHead, PatientFacts } from "@/report/print-head";
import { PrintSection } from "@/report/print-section";
import { style } from "@/report/print-style";
import { type PaperSize, renderReport } from "@/report/report-frame";
import type { ReportSnapshot } from "@/report/snapshot";

export function renderPatientPdf(snapshot: ReportSnapshot, size: PaperSize): Promise<Uint8Array> {
  return renderReport(patientEdition(snapshot), size, (shown) => (
    <>
      <ClinicHead clinic={shown.clinic} period={shown.period} />
      <PatientFacts snapshot={shown} />
      <PrintSection
        first
        title={words.sections.summary}
        lead={<Text style={style.lead}>{shown.headline.sentence}</Text>}
      >
        <Text style={{ marginTop: 4 }}>{words.patient_copy}</Text>
        <Text style={[style.small, { marginTop: 4 }]}>{shown.caveats.join(" ")}</Text>
      </PrintSection>
      <Changes snapshot={shown} />
      <Charts snapshot={shown} />
      <PlanAndSessions snapshot={shown} />
      <Moves moves={shown.moves} />
      <Sources sources={shown.sources} rules={shown.rules} />
      <Signature snapshot={shown} hash={null} />
    </>
  ));
}

function Moves({ moves }: Pick<PatientEdition, "moves">) {
  const [first, ...rest] = moves.map(({ on, visit, ...move }) => ({
    key: visit,
    text: fill(words.decision_head, { date: dayText(on), visit, move: decisionMove(move) }),
  }));
  return (
    <PrintSection title={words.sections.decisions} lead={<Text>{first?.text ?? words.no_decisions}</Text>}>
      {rest.map(({ key, text }) => (
        <Text key={key} style={{ marginTop: 2 }}>
          {text}
        </Text>
      ))}
    </PrintSection>
  );
}
