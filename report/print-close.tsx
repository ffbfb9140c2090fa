/** The end of a printed report: plan, sessions, phase decisions, sources, rule set and signature. */
import { Text, View } from "@react-pdf/renderer";
import { measureTitle } from "@/components/chart/chart-words";
import { dayText } from "@/components/chart/value-text";
import words from "@/messages/en/report.json";
import tags from "@/messages/en/source-tag.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { decisionDetails, decisionMove } from "@/report/decision-words";
import { instant } from "@/report/print-instant";
import { bookmark, PrintSection } from "@/report/print-section";
import { INK, style } from "@/report/print-style";
import type { ReportDecision, ReportSnapshot, ReportSource } from "@/report/snapshot";

function Plan({ plan }: Pick<ReportSnapshot, "plan">) {
  if (plan === null) return <Text>{words.plan_none}</Text>;
  return (
    <View>
      <Text style={style.small}>
        {fill(words.plan_version, { version: plan.version, date: dayText(plan.assigned_on) })}
      </Text>
      {plan.items.map(({ exercise, name, dose }) => (
        <View key={exercise} wrap={false} style={{ borderTopWidth: 0.5, borderTopColor: INK.line, paddingVertical: 2 }}>
          <Text style={style.bold}>{name}</Text>
          <Text style={style.muted}>{dose}</Text>
        </View>
      ))}
    </View>
  );
}

function adherenceText({ done, prescribed, pct, band, visits }: ReportSnapshot["adherence"]): string {
  if (band === "not_reported") return words.adherence.not_reported;
  if (band === "not_due" || pct === null) return words.adherence.not_due;
  const spans = visits
    .filter(({ source, prescribed: due }) => source !== "none" && due > 0)
    .map(({ on, source, done: did, prescribed: due }) =>
      fill(source === "recall" ? words.adherence.recall : words.adherence.visit, {
        done: did,
        prescribed: due,
        date: dayText(on, { year: false }),
      }),
    );
  const reported = fill(words.adherence.reported, { done, prescribed, visits: spans.join(", ") });
  return `${reported} ${fill(words.adherence.band, { pct, band: words.adherence.bands[band] })}`;
}

export function PlanAndSessions({ snapshot }: { snapshot: Pick<ReportSnapshot, "plan" | "adherence" | "next"> }) {
  const { plan, adherence, next } = snapshot;
  const title = fill(words.sections.plan, { phase: plan === null ? "–" : status.phase[plan.phase] });
  return (
    <View wrap={false} style={[style.row, { gap: 20 }]}>
      <View style={{ flex: 1 }}>
        <PrintSection title={title} lead={<Plan plan={plan} />} />
      </View>
      <View style={{ flex: 1 }}>
        <PrintSection title={words.sections.adherence} lead={<Text>{adherenceText(adherence)}</Text>}>
          {next.note === null ? null : <Text style={{ marginTop: 4 }}>{next.note}</Text>}
          <Text style={{ marginTop: 4 }}>
            {next.review_on === null
              ? words.no_next_review
              : fill(words.next_review, { date: dayText(next.review_on) })}
          </Text>
        </PrintSection>
      </View>
    </View>
  );
}

function DecisionLine({ decision }: { decision: ReportDecision }) {
  const head = { date: dayText(decision.on), visit: decision.visit, move: decisionMove(decision) };
  return (
    <Text style={{ marginBottom: 2 }}>
      <Text style={style.bold}>{fill(words.decision_head, head)}</Text>
      {` ${decisionDetails(decision).join(" ")}`}
    </Text>
  );
}

export function Decisions({ decisions }: Pick<ReportSnapshot, "decisions">) {
  const overridden = decisions.some(({ kind }) => kind === "override" || kind === "kept");
  const [first, ...rest] = decisions;
  return (
    <PrintSection
      title={words.sections.decisions}
      lead={first === undefined ? <Text>{words.no_decisions}</Text> : <DecisionLine decision={first} />}
    >
      {rest.map((decision) => (
        <DecisionLine key={decision.visit} decision={decision} />
      ))}
      {overridden ? null : <Text>{words.override_none}</Text>}
    </PrintSection>
  );
}

function sourceText({ number, measure, thresholds }: ReportSource): string {
  const each = thresholds.map(({ what, tag, citation }) =>
    fill(words.source_threshold, {
      what,
      tag: tag === "clinic" ? words.tag_clinic : tags[tag],
      citation: citation === "" ? "" : `: ${citation}`,
    }),
  );
  return fill(words.source, { number, measure: measureTitle(measure), thresholds: each.join(", ") });
}

export function Sources({ sources, rules }: Pick<ReportSnapshot, "sources" | "rules">) {
  const { version, adopted } = rules;
  const rule =
    adopted === null
      ? fill(words.rules_not_adopted, { version })
      : fill(words.rules_adopted, { version, by: adopted.by, date: dayText(adopted.on) });
  return (
    <PrintSection title={words.sections.sources} lead={<Text style={adopted === null ? style.bold : {}}>{rule}</Text>}>
      {sources.map((source) => (
        <Text key={source.number} style={style.small}>
          {sourceText(source)}
        </Text>
      ))}
    </PrintSection>
  );
}

type Signed = Pick<ReportSnapshot, "signature" | "clinic" | "made_at">;

export function Signature({ snapshot, hash }: { snapshot: Signed; hash: string | null }) {
  const { signature, clinic, made_at } = snapshot;
  const line =
    signature === null
      ? fill(words.unsigned, instant(made_at, clinic.time_zone))
      : fill(words.signed, {
          name: signature.name,
          title: signature.title === null ? "" : `, ${signature.title}`,
          registration: signature.registration === null ? "" : `, ${signature.registration}`,
          ...instant(signature.signed_at, clinic.time_zone),
        });
  return (
    <View
      {...bookmark(words.sections.signature)}
      wrap={false}
      style={{ borderTopWidth: 0.9, borderTopColor: INK.rule, marginTop: 12, paddingTop: 6 }}
    >
      <Text style={style.bold}>{line}</Text>
      {hash === null ? null : (
        <>
          <Text style={style.small}>{`${words.hash} ${hash.match(/.{1,4}/g)?.join(" ") ?? hash}`}</Text>
          <Text style={style.small}>{words.verify}</Text>
        </>
      )}
    </View>
  );
}
