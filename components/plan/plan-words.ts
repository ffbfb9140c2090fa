/** A plan in words: conditions, template reasons, refusals and changes. Names come in as data, so a browser loads no catalogue. */
import { dayText } from "@/components/chart/value-text";
import type { PlanChange } from "@/domain/plan/difference";
import type { Dose } from "@/domain/plan/dose";
import { doseWords, perWeekWords } from "@/messages/dose-words";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";

export type Names = Readonly<Record<string, string>>;

export const listed = (ids: readonly string[], names: Names): string =>
  ids.map((id) => names[id] ?? id.replaceAll("_", " ")).join(", ");

function partText(value: Dose[keyof Dose]): string {
  if (value === null) return words.change.none;
  if (typeof value !== "object")
    return value === "each" || value === "L" || value === "R" ? words.dose.sides[value] : String(value);
  return value.kind === "words" ? value.value : `${value.value} ${words.dose.loads[value.kind]}`;
}

export function changeWords(change: PlanChange, names: Names): string {
  if (change.kind === "order") return words.change.order;
  const name = names[change.exercise] ?? change.exercise;
  switch (change.kind) {
    case "swapped":
      return fill(words.change.swapped, { name, from: names[change.from] ?? change.from });
    case "dose": {
      const parts = change.parts.map(({ part, from, to }) =>
        fill(words.change.part, { part: words.dose[part].toLowerCase(), from: partText(from), to: partText(to) }),
      );
      return fill(words.change.dose, { name, parts: parts.join(", ") });
    }
    case "reduced":
      return fill(words.change.reduced, { name, until: dayText(change.until) });
    case "dates":
      return fill(words.change.dates, {
        name,
        from: dayText(change.from),
        until: change.until === null ? words.change.open : dayText(change.until),
      });
    default:
      return fill(words.change[change.kind], { name });
  }
}

/** What a server's refusal of one item says; its shape is that of domain/plan/checks and db/plan. */
export type RefusedItem = {
  item: string;
  code: keyof typeof words.refused.items;
  conditions?: readonly string[];
  parts?: readonly (keyof Dose)[];
  latest?: string;
};

export function refusalWords(refusal: RefusedItem, name: string, conditions: Names, reasonMin: number): string {
  const isWhole = refusal.code === "not_progressed" && refusal.parts?.length === 0;
  return fill(isWhole ? words.refused.harder : words.refused.items[refusal.code], {
    name,
    latest: refusal.latest === undefined ? "" : dayText(refusal.latest),
    conditions: listed(refusal.conditions ?? [], conditions),
    parts: (refusal.parts ?? []).map((part) => words.dose[part].toLowerCase()).join(", "),
    n: reasonMin,
  });
}

export const doseLine = (dose: Dose): string =>
  [doseWords(dose), perWeekWords(dose.per_week)].filter((part) => part !== "").join(" · ");
