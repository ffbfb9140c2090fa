/** When the patient is seen again: a date or open; the usual date of the phase is proposed, never filled in silently. */
"use client";

import { dayText } from "@/components/chart/value-text";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { addDays } from "@/domain/calendar-day";
import { draftPath } from "@/domain/visit/fields";
import { proposedNextReview } from "@/domain/visit/next-review";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { FieldNotes } from "./field-notes";
import { Section } from "./section";
import { useDraft, useField, useJudged } from "./use-draft";

const WEEKS = [1, 2, 4] as const;

export function NextReview() {
  const { data } = useDraft();
  const path = draftPath.alone("next_review");
  const [value, set] = useField<"next_review">(path);
  const proposed = useJudged(({ judged }) =>
    judged === null ? null : proposedNextReview(judged.assessment.phase_after, data.visitOn),
  );
  const words = text.nextReview;
  const on = value?.on ?? null;
  return (
    <Section id="next_review">
      <div data-path={path}>
        <div className="flex flex-wrap items-end gap-2">
          <TextInput
            type="date"
            name={path}
            label={words.date}
            min={addDays(data.visitOn, 1)}
            value={on === null || on === "open" ? "" : on}
            onChange={(event) => set(event.target.value === "" ? null : { on: event.target.value })}
            fieldClassName="w-42"
          />
          {WEEKS.map((weeks) => {
            const date = addDays(data.visitOn, 7 * weeks);
            return (
              <Button
                key={weeks}
                aria-pressed={on === date}
                className="aria-pressed:border-brand aria-pressed:bg-brand-wash"
                onClick={() => set({ on: date })}
              >
                {fill(weeks === 1 ? words.week : words.weeks, { count: weeks })}
              </Button>
            );
          })}
          <Button
            aria-pressed={on === "open"}
            className="aria-pressed:border-brand aria-pressed:bg-brand-wash"
            onClick={() => set({ on: "open" })}
          >
            {words.open}
          </Button>
        </div>
        {proposed !== null && on === null ? (
          <p className="mt-2 flex flex-wrap items-center gap-2 text-caption text-muted">
            {fill(words.proposed, { on: dayText(proposed) })}
            <Button size="sm" data-first aria-keyshortcuts="r" onClick={() => set({ on: proposed })}>
              {words.take}
            </Button>
          </p>
        ) : null}
        <FieldNotes path={path} />
      </div>
    </Section>
  );
}
