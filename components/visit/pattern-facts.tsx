/** What stands beside a side's statement: confidence, what speaks against it, strain, sign against measure. */
import type { SidePattern } from "@/domain/assessment";
import type { LimbSide } from "@/domain/record";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { thingName } from "@/messages/reason-words";
import { patternCodes } from "./assessment-codes";

export function PatternFacts({ side, pattern }: { side: LimbSide; pattern: SidePattern }) {
  const { confidence, competing, strain, sign_measure_conflict } = pattern;
  const facts = [
    ...(confidence === null ? [] : [fill(text.rail.confidence, { level: text.rail.levels[confidence] })]),
    ...(competing.length > 0
      ? [fill(text.rail.competing, { what: competing.map((id) => thingName(id)).join(", ") })]
      : []),
    ...(strain === "unknown" || strain === "no" ? [] : [fill(text.rail.strain, { status: text.rail.strains[strain] })]),
    ...sign_measure_conflict.map((domain) => text.rail.conflict[domain]),
  ];
  return (
    <p className="mt-0.5 text-caption text-muted" {...patternCodes(side, pattern)}>
      {facts.length === 0 ? null : `${side}: ${facts.join(" · ")}`}
    </p>
  );
}
