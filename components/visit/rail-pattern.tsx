/** The statement per side and why: each criterion with value, cut-off, date and source. */
"use client";

import { Disclosure } from "@/components/ui/disclosure";
import { STATEMENT_CAVEAT } from "@/domain/vocabulary/statements";
import text from "@/messages/en/visit.json";
import { statementWords } from "@/messages/reason-words";
import { PatternFacts } from "./pattern-facts";
import { useJudged } from "./use-draft";

export function RailPattern() {
  const why = useJudged((judgement) => judgement.why);
  const judged = useJudged((judgement) => judgement.judged);
  if (!judged) return null;
  const { pattern } = judged.assessment;
  if (pattern === null) return <p className="text-secondary text-muted">{text.rail.suppressed}</p>;
  const said = { L: statementWords(pattern.L), R: statementWords(pattern.R) };
  const isSame = said.L === said.R;
  return (
    <section aria-labelledby="rail-pattern" className="border-t border-line pt-3">
      <h3 id="rail-pattern" className="sr-only">
        {text.rail.pattern}
      </h3>
      {isSame ? (
        <p className="text-secondary font-bold">
          {text.rail.both}: {said.L}
        </p>
      ) : (
        (["L", "R"] as const).map((side) => (
          <p key={side} className="text-secondary font-bold">
            {side}: {said[side]}
          </p>
        ))
      )}
      <p className="mt-0.5 text-caption text-muted">{STATEMENT_CAVEAT}</p>
      {(["L", "R"] as const).map((side) => (
        <PatternFacts key={side} side={side} pattern={pattern[side]} />
      ))}
      <Disclosure summary={text.rail.why}>
        <ul className="grid gap-1 text-caption text-ink-2">
          {why.map(({ key, domain, words }) => (
            <li key={key}>
              <b>{text.rail.domains[domain]}</b> {words}
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
