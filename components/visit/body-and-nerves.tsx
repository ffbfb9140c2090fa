/** Body chart and neurological grid: a summary in the form, the drawings and the grid opened on demand. */
"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { bodyRegionById } from "@/domain/vocabulary/body-regions";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { SIDE_WORDS } from "./names";
import { OnDemand, partOf } from "./on-demand";
import { Section } from "./section";
import { useJudged } from "./use-draft";

const bodyEntry = partOf(async () => (await import("./body-entry")).BodyEntry);
const neurologicalEntry = partOf(async () => (await import("./neurological-entry")).NeurologicalEntry);

export function BodyAndNerves() {
  const areas = useJudged(({ read }) => read.entries.pain_areas);
  const cells = useJudged(({ read }) => read.entries.neurological);
  const [isBody, setBody] = useState(false);
  const [isNerves, setNerves] = useState(false);
  const said = areas
    .map(({ region, side, intensity }) =>
      fill(text.body.area, {
        region: bodyRegionById(region).label,
        side: side === "M" ? "" : ` ${SIDE_WORDS[side]}`,
        score: intensity ?? "–",
      }),
    )
    .join("; ");
  const abnormal = cells.filter((cell) => cell.state === "abnormal").length;
  return (
    <Section
      id="body"
      aside={
        <>
          <Button size="sm" aria-expanded={isBody} onClick={() => setBody(!isBody)}>
            {text.body.chart}
          </Button>
          <Button size="sm" aria-expanded={isNerves} onClick={() => setNerves(!isNerves)}>
            {text.body.nerves}
          </Button>
        </>
      }
    >
      <p className="text-secondary text-ink-2">{said === "" ? text.body.noArea : said}</p>
      {cells.length === 0 ? null : (
        <p className="text-secondary text-ink-2">{fill(text.body.cells, { done: cells.length, abnormal })}</p>
      )}
      {isBody ? <OnDemand part={bodyEntry} /> : null}
      {isNerves ? <OnDemand part={neurologicalEntry} /> : null}
    </Section>
  );
}
