/** The plan in force: each item with its figure and dose, paused ones said. */
import { dayText } from "@/components/chart/value-text";
import { ItemPicture, pictureOf } from "@/components/figure/item-picture";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { CalendarDay } from "@/domain/calendar-day";
import { type ClinicItems, catalogueItem } from "@/domain/plan/catalogue";
import { doseOn, type PlanItem } from "@/domain/plan/item";
import type { Phase } from "@/domain/vocabulary/phases";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import words from "@/messages/en/progress.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";

export type PlanCardProps = {
  version: { number: number; phase: string; effective_from: CalendarDay; items: readonly PlanItem[] } | null;
  own: ClinicItems;
  today: CalendarDay;
};

export function PlanCard({ version, own, today }: PlanCardProps) {
  if (version === null) return <Card title={words.plan}>{words.plan_none}</Card>;
  const aside = fill(words.plan_aside, {
    n: version.number,
    phase: status.phase[version.phase as Phase],
    on: dayText(version.effective_from),
  });
  return (
    <Card title={words.plan} aside={aside}>
      <ul className="divide-y divide-line">
        {version.items.map((item) => {
          const dose = doseOn(item, today);
          return (
            <li key={item.id} className="flex items-center gap-3 py-1.5">
              <span className="w-14 shrink-0">
                <ItemPicture
                  picture={pictureOf(item.exercise, own)}
                  decorative
                  className="mx-auto block h-9 max-w-full"
                />
              </span>
              <span className="min-w-0 flex-1 font-bold">
                {catalogueItem(item.exercise, own)?.name ?? item.exercise}
              </span>
              {item.paused === null ? null : <Chip tone="warn">{words.plan_paused}</Chip>}
              <span className="text-right text-secondary text-muted">
                {[doseWords(dose), perWeekWords(dose.per_week)].filter((part) => part !== "").join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
