/** A flare's smaller doses all at once: for how many days, and, when these are over, whether the former ones come back. */
"use client";

import { dayText } from "@/components/chart/value-text";
import { Button } from "@/components/ui/button";
import { SelectInput } from "@/components/ui/select-input";
import { daysBetween } from "@/domain/calendar-day";
import { asksForFormerDose, confirmFormerDose, reducedFor } from "@/domain/plan/item";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
import type { DraftItem, PlanEditorData } from "./plan-data";

const text = words.flare_dose;

export type FlareDoseProps = {
  items: readonly DraftItem[];
  data: Pick<PlanEditorData, "today" | "flareDays">;
  changeAll: (change: (item: DraftItem) => DraftItem) => void;
};

export function FlareDose({ items, data: { today, flareDays }, changeAll }: FlareDoseProps) {
  const given = items.flatMap((item) => (item.reduced === null ? [] : [{ item, reduced: item.reduced }]));
  const over = given.filter(({ item }) => asksForFormerDose(item, today));
  const [running] = given.filter(({ item }) => !asksForFormerDose(item, today));
  const [ended] = over;
  const { min, max } = flareDays;
  return (
    <>
      {ended === undefined ? null : (
        <div
          role="status"
          className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-warn-line bg-warn-wash p-3 text-secondary text-warn"
        >
          <p>{fill(text.over, { on: dayText(ended.reduced.until), n: over.length })}</p>
          <Button
            size="sm"
            onClick={() =>
              changeAll((item) => (asksForFormerDose(item, today) ? { ...item, ...confirmFormerDose(item) } : item))
            }
          >
            {text.confirm}
          </Button>
        </div>
      )}
      {running === undefined ? null : (
        <SelectInput
          name="flare_days"
          label={text.days}
          hint={fill(text.until, { on: dayText(running.reduced.until) })}
          fieldClassName="max-w-72"
          value={String(daysBetween(running.reduced.from, running.reduced.until))}
          onChange={(days) =>
            changeAll((item) =>
              asksForFormerDose(item, today) ? item : { ...item, ...reducedFor(item, Number(days)) },
            )
          }
          options={Array.from({ length: max - min + 1 }, (_, k) => String(min + k)).map((days) => ({
            value: days,
            label: fill(text.n_days, { n: days }),
          }))}
        />
      )}
    </>
  );
}
