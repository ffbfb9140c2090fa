/** The end of a printed report: plan, sessions, phase decisions, sources, rule set and signature. */
import { Text, View } from "@react-pdf/renderer";
import { measureTitle } from "@/components/chart/chart-words";
import { dayText } from "@/components/chart/value-text";
import words from "@/messages/en/report.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { decisionDetails, decisionMove } from "@/report/decision-words";
import { bookmark, PrintHeading } from "@/report/print-heading";
import { INK, style } from "@/report/print-style";
import type { ReportSnapshot } from "@/report/snapshot";

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

export function PlanAndSessions({ snapshot }: { snapshot: ReportSnapshot }) {
  const { plan, adherence, next } = snapshot;
  const title = fill(words.sections.plan, { phase: plan === null ? "–" : status.phase[plan.phase] });
  return (
    <View wrap={false} style={[style.row, { gap: 20 }]}>
      <View style={{ flex: 1 }}>
        <PrintHeading>{title}</PrintHeading>
        <Plan plan={plan} />
      </View>
      <View style={{ flex: 1 }}>
        <PrintHeading>{words.sections.adherence}</PrintHeading>
        <Text>{adherenceText(adherence)}</Text>
        {next.note === null ? null : <Text style={{ marginTop: 4 }}>{next.note}</Text>}
        <Text style={{ marginTop: 4 }}>
          {next.review_on === null ? words.no_next_review : fill(words.next_review, { date: dayText(next.review_on) })}
        </Text>
      </View>
    </View>
  );
}

export function Decisions({ decisions }: Pick<ReportSnapshot, "decisions">) {
  const overridden = decisions.some(({ kind }) => kind === "override" || kind === "kept");
  return (
    <View>
      <PrintHeading>{words.sections.decisions}</PrintHeading>
      {decisions.length === 0 ? <Text>{words.no_decisions}</Text> : null}
      {decisions.map((decision) => (
        <Text key={decision.visit} style={{ marginBottom: 2 }}>
          <Text style={style.bold}>
            {fill(words.decision_head, {
              date: dayText(decision.on),
              visit: decision.visit,
              move: decisionMove(decision),
            })}
          </Text>
          {` ${decisionDetails(decision).join(" ")}`}
        </Text>
      ))}
      {overridden ? null : <Text>{words.override_none}</Text>}
    </View>
  );
}

export function Sources({ sources, rules }: Pick<ReportSnapshot, "sources" | "rules">) {
  const rule =
    rules.adopted === null
      ? fill(words.rules_not_adopted, { version: rules.version })
      : fill(words.rules_adopted, {
          version: rules.version,
          by: rules.adopted.by,
          on: rules.adopted.on,
          date: dayText(rules.adopted.on),
        });
  return (
    <View>
      <PrintHeading>{words.sections.sources}</PrintHeading>
      <Text style={rules.adopted === null ? style.bold : {}}>{rule}</Text>
      {sources.map(({ number, measure, thresholds }) => (
        <Text key={number} style={style.small}>
          {fill(words.source, {
            number,
            measure: measureTitle(measure),
            thresholds: thresholds
              .map(({ what, tag, citation }) =>
                fill(words.source_threshold, {
                  what,
                  tag: words.tags[tag],
                  citation: citation === "" ? "" : `: ${citation}`,
                }),
              )
              .join(", "),
          })}
        </Text>
      ))}
    </View>
  );
}

/** An instant as day and time in the clinic's zone. */
function instant(at: string, zone: string): { date: string; time: string; zone: string } {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(at));
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  return { date: dayText(parts), time: time.format(new Date(at)), zone };
}

export function Signature({ snapshot, hash }: { snapshot: ReportSnapshot; hash: string | null }) {
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
