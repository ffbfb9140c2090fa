/** A caseload reason in words. */
import { dayText } from "@/components/chart/value-text";
import { type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { Reason } from "@/domain/caseload/caseload";
import { flagById } from "@/domain/vocabulary/flags";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";

const short = (on: CalendarDay | undefined, today: CalendarDay): string =>
  on === undefined ? "" : dayText(on, { year: on.slice(0, 4) !== today.slice(0, 4) });

export function reasonText({ id, params }: Pick<Reason, "id" | "params">, today: CalendarDay): string {
  const { date, from, to, since, rise, what, flag, name } = params;
  const template = id === "second_pass" && from === undefined ? words.reasons.second_pass_open : words.reasons[id];
  return fill(template, {
    date: short(date ?? since, today),
    from: short(from, today),
    to: short(to, today),
    n: since === undefined ? "" : daysBetween(since, today),
    rise: rise ?? "",
    what: what === undefined ? "" : words.stops[what],
    flag: flag === undefined ? "" : flagById(flag).name,
    name: name ?? "",
  });
}
