/** The list asked when a plan is assigned: tick what applies, or "None of these". */
"use client";

import { useState } from "react";
import { dayText } from "@/components/chart/value-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import type { PlanEditorData } from "./plan-data";
import { listed } from "./plan-words";
import type { PlanDraft } from "./use-plan-draft";

export const TICKS_ID = "plan-ticks";

export function TicksList({ data, draft, isMissing }: { data: PlanEditorData; draft: PlanDraft; isMissing: boolean }) {
  const [isAsked, setAsked] = useState(data.ticks === null);
  const names = Object.fromEntries(data.names.ticks.map(({ id, label }) => [id, label]));
  if (!isAsked && data.ticks !== null) {
    const { ids, on } = data.ticks;
    return (
      <div className="flex flex-wrap items-center gap-x-3 text-secondary text-muted">
        <p>
          {fill(words.ticks.given, {
            on: dayText(on),
            list: ids.length === 0 ? words.ticks.none : listed(ids, names),
          })}
        </p>
        <Button size="sm" variant="quiet" onClick={() => setAsked(true)}>
          {words.ticks.again}
        </Button>
      </div>
    );
  }
  const given = draft.ticks ?? data.ticks?.ids ?? [];
  const isNone = draft.ticks !== null && draft.ticks.length === 0;
  return (
    <Card
      id={TICKS_ID}
      title={words.ticks.title}
      aside={
        draft.isChecking ? (
          <span role="status">{words.ticks.checking}</span>
        ) : (
          fill(words.ticks.lead, { days: data.askedAgainAfter })
        )
      }
      className={isMissing ? "border-bad ring-1 ring-bad" : undefined}
    >
      {isMissing ? <p className="mb-1 text-secondary font-semi text-bad">{words.ticks.needed}</p> : null}
      <fieldset>
        <legend className="sr-only">{words.ticks.title}</legend>
        <Checkbox
          name="tick-none"
          label={<strong>{words.ticks.none}</strong>}
          checked={isNone}
          onChange={(checked) => checked && draft.answer([])}
        />
        <div className="grid gap-x-4 sm:grid-cols-2 xl:grid-cols-4">
          {data.names.ticks.map(({ id, label }) => (
            <Checkbox
              key={id}
              name={`tick-${id}`}
              label={label}
              checked={given.includes(id)}
              onChange={(checked) => draft.answer(checked ? [...given, id] : given.filter((other) => other !== id))}
            />
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
