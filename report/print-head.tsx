/** The top of a printed report: clinic, patient, period, headline, findings and the latest decision. */
import { Text, View } from "@react-pdf/renderer";
import { dayText } from "@/components/chart/value-text";
import { ageOn } from "@/domain/calendar-day";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import { decisionDetails, decisionMove } from "@/report/decision-words";
import { PrintSection } from "@/report/print-section";
import { INK, style } from "@/report/print-style";
import type { ReportSnapshot } from "@/report/snapshot";

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <View style={{ flexShrink: 1 }}>
      <Text style={style.small}>{name}</Text>
      <Text style={style.fact}>{children}</Text>
    </View>
  );
}

export function ClinicHead({ clinic, period }: Pick<ReportSnapshot, "clinic" | "period">) {
  const registration = clinic.registration === null ? null : fill(words.registration, { number: clinic.registration });
  const contact = [clinic.address, clinic.phone, registration].filter((part) => part !== null && part !== "");
  return (
    <View style={[style.between, { borderBottomWidth: 1.4, borderBottomColor: INK.rule, paddingBottom: 8, gap: 16 }]}>
      <View style={{ flexShrink: 1 }}>
        <Text style={style.title}>{clinic.name}</Text>
        <Text style={style.muted}>{contact.join(" · ")}</Text>
      </View>
      <View style={{ alignItems: "flex-end" }}>
        <Text style={style.title}>{words.title}</Text>
        <Text style={style.muted}>{fill(words.period, { from: dayText(period.from), to: dayText(period.to) })}</Text>
      </View>
    </View>
  );
}

export function PatientFacts({ snapshot }: { snapshot: Pick<ReportSnapshot, "patient" | "attendance" | "period"> }) {
  const { patient, attendance, period } = snapshot;
  const born =
    patient.born === null
      ? words.none
      : fill(words.born_age, { date: dayText(patient.born), age: ageOn(patient.born, period.to) });
  const visits = fill(attendance.missed === 0 ? words.attended_all : words.attended_some, attendance);
  return (
    <View style={[style.between, { borderBottomWidth: 0.7, borderBottomColor: INK.line, paddingVertical: 6, gap: 12 }]}>
      <Fact name={words.facts.patient}>{patient.name}</Fact>
      <Fact name={words.facts.born}>{born}</Fact>
      <Fact name={words.facts.record}>{patient.record_no ?? words.none}</Fact>
      <Fact name={words.facts.referred_by}>{patient.referred_by ?? words.none}</Fact>
      <Fact name={words.facts.visits}>{visits}</Fact>
    </View>
  );
}

/** Until the owner adopts the thresholds, every report says so before its first finding. */
export function RulesNotice({ rules }: Pick<ReportSnapshot, "rules">) {
  if (rules.adopted !== null) return null;
  return (
    <View
      wrap={false}
      style={{
        borderWidth: 1.4,
        borderColor: INK.rule,
        borderRadius: 5,
        marginTop: 8,
        paddingVertical: 5,
        paddingHorizontal: 8,
      }}
    >
      <Text style={style.bold}>{fill(words.rules_notice, { version: rules.version })}</Text>
    </View>
  );
}

function Statement({ sides, text, confidence }: ReportSnapshot["statements"][number]) {
  return (
    <Text style={{ marginTop: 4 }}>
      {`${words.sides[sides]}: `}
      <Text style={style.bold}>{text}</Text>
      {confidence === null ? "" : ` ${fill(words.confidence, { confidence: words.confidence_levels[confidence] })}`}
    </Text>
  );
}

function LatestDecision({ snapshot }: { snapshot: ReportSnapshot }) {
  const latest = snapshot.decisions.at(-1);
  const { review_on } = snapshot.next;
  return (
    <View
      style={{
        width: 178,
        alignSelf: "flex-start",
        borderWidth: 0.9,
        borderColor: INK.rule,
        borderRadius: 5,
        padding: 8,
        gap: 2,
      }}
    >
      <Text style={style.bold}>
        {latest === undefined ? words.sections.decisions : fill(words.sections.decision, { date: dayText(latest.on) })}
      </Text>
      {latest === undefined ? (
        <Text>{words.no_decisions}</Text>
      ) : (
        <>
          <Text style={style.bold}>{decisionMove(latest)}</Text>
          {decisionDetails(latest).map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </>
      )}
      <Text>{review_on === null ? words.no_next_review : fill(words.next_review, { date: dayText(review_on) })}</Text>
    </View>
  );
}

export function Summary({ snapshot }: { snapshot: ReportSnapshot }) {
  const { headline, statements, screening, caveats } = snapshot;
  return (
    <View style={[style.row, { gap: 16, marginTop: 8 }]}>
      <View style={{ flex: 1 }}>
        <PrintSection first title={words.sections.summary} lead={<Text style={style.lead}>{headline.sentence}</Text>}>
          {statements.length === 0 ? <Text style={{ marginTop: 4 }}>{words.no_statement}</Text> : null}
          {statements.map((statement) => (
            <Statement key={statement.sides} {...statement} />
          ))}
          {screening.map((sentence) => (
            <Text key={sentence} style={{ marginTop: 4 }}>
              {sentence}
            </Text>
          ))}
          <Text style={[style.small, { marginTop: 4 }]}>{caveats.join(" ")}</Text>
        </PrintSection>
      </View>
      <LatestDecision snapshot={snapshot} />
    </View>
  );
}
