/** The statement per side and what it rests on: each criterion with value, cut-off, date and where its number comes from. */
import { measureTitle } from "@/components/chart/chart-words";
import { measureText } from "@/components/chart/measure-text";
import type { SidePattern, VisitAssessment } from "@/domain/assessment";
import type { CalendarDay } from "@/domain/calendar-day";
import type { PatternCriterion } from "@/domain/rules/evidence";
import { isMeasureId } from "@/domain/vocabulary/measures";
import { signById } from "@/domain/vocabulary/signs";
import { STATEMENT_CAVEAT } from "@/domain/vocabulary/statements";
import { thresholdById } from "@/domain/vocabulary/thresholds";
import words from "@/messages/en/assessment.json";
import tags from "@/messages/en/source-tag.json";
import { fill } from "@/messages/fill";
import { statementWords } from "@/messages/reason-words";
import { findingName, foldDayWords } from "./criterion-words";

/** One line where both sides agree, else one per side. */
export function StatementLines({ pattern }: { pattern: VisitAssessment["pattern"] }) {
  if (pattern === null) return <p className="font-bold">{words.suppressed}</p>;
  const [left, right] = [statementWords(pattern.L, measureTitle), statementWords(pattern.R, measureTitle)];
  const lines =
    left === right
      ? [{ side: words.sides.both, text: left, confidence: weakest(pattern) }]
      : [
          { side: words.sides.L, text: left, confidence: pattern.L.confidence },
          { side: words.sides.R, text: right, confidence: pattern.R.confidence },
        ];
  return (
    <>
      {lines.map(({ side, text, confidence }) => (
        <div key={side} className="mt-1">
          <p className="text-card">{fill(words.statement, { sides: side, text })}</p>
          {confidence === null ? null : (
            <p className="text-caption text-muted">
              {fill(words.why.confidence, { level: words.why.levels[confidence] })}
            </p>
          )}
        </div>
      ))}
      <p className="mt-1 text-caption text-muted">{STATEMENT_CAVEAT}</p>
    </>
  );
}

const ORDER = ["high", "moderate", "low"] as const;
function weakest({ L, R }: NonNullable<VisitAssessment["pattern"]>): SidePattern["confidence"] {
  if (L.confidence === null || R.confidence === null) return L.confidence ?? R.confidence;
  return ORDER[Math.max(ORDER.indexOf(L.confidence), ORDER.indexOf(R.confidence))] ?? null;
}

/** The table under "Why this statement". */
export function PatternWhy({
  pattern,
  criteria,
  dayZero,
}: {
  pattern: VisitAssessment["pattern"];
  criteria: readonly PatternCriterion[];
  dayZero: CalendarDay;
}) {
  const rows = grouped(criteria);
  const competing = pattern === null ? [] : [...new Set([...pattern.L.competing, ...pattern.R.competing])];
  return (
    <table className="w-full text-secondary">
      <thead>
        <tr className="text-left text-caption text-muted">
          <th className="py-1 pr-2 font-bold">{words.why.domain}</th>
          <th className="py-1 pr-2 font-bold">{words.why.finding}</th>
          <th className="py-1 pr-2 font-bold">{words.why.date}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(([row, ...others]) =>
          row === undefined ? null : (
            <tr key={`${row.domain}.${row.indicator}.${row.day}.${row.verdict}`} className="align-baseline">
              <th scope="row" className="py-1 pr-2 text-left font-bold" title={words.why.domains[row.domain]}>
                {row.domain}
                <span className="block text-caption font-normal text-muted">{words.why.verdicts[row.verdict]}</span>
              </th>
              <td className="py-1 pr-2">
                <strong>{found([row, ...others])}</strong>
                <span className="block text-caption text-muted">{against(row)}</span>
              </td>
              <td className="py-1 whitespace-nowrap text-muted">{foldDayWords(dayZero, row.day)}</td>
            </tr>
          ),
        )}
        <tr className="align-baseline">
          <th scope="row" className="py-1 pr-2 text-left font-bold" title={words.why.domains.X}>
            X
          </th>
          <td colSpan={2} className="py-1">
            {competing.length === 0
              ? words.why.none
              : competing.map((id) => signById(id as Parameters<typeof signById>[0]).label).join(", ")}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Both sides of one finding on one line; a midline finding speaks for both and is listed once. */
function grouped(criteria: readonly PatternCriterion[]): PatternCriterion[][] {
  const groups = new Map<string, Map<string, PatternCriterion>>();
  for (const row of criteria) {
    const key = `${row.domain}.${row.indicator}.${row.day}.${row.verdict}`;
    const group = groups.get(key) ?? new Map<string, PatternCriterion>();
    group.set(row.side, row);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => [...group.values()])
    .sort(([a], [b]) => (a?.domain ?? "").localeCompare(b?.domain ?? ""));
}

function found(rows: readonly PatternCriterion[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const values = rows.map(({ side, value, indicator }) => {
    const said = typeof value === "string" || !isMeasureId(indicator) ? String(value) : measureText(indicator, value);
    return side === "M" ? said : `${side} ${said}`;
  });
  return `${findingName(first.indicator, null)}: ${values.join(", ")}`;
}

function against({ cutoff, thresholdId, basis, indicator }: PatternCriterion): string {
  if (basis === "sign" || cutoff === null) return words.why.sign;
  const limit = isMeasureId(indicator) ? measureText(indicator, cutoff) : cutoff;
  const tag = thresholdId === null ? "" : `, ${tags[thresholdById(thresholdId).tag]}`;
  return `${fill(words.why.cutoff, { limit })}${tag}`;
}
