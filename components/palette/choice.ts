/** What the palette offers: each choice is plain data, so that a recent one can be kept and done again. */
import { nameKey } from "@/domain/patient-name";

export const GROUPS = [
  "recent",
  "patients",
  "visits",
  "sections",
  "signs",
  "measures",
  "exercises",
  "screens",
] as const;
export type Group = (typeof GROUPS)[number];

export type Act =
  | { kind: "open"; href: string }
  | { kind: "visit"; patientId: string }
  /** Only in an open visit. */
  | { kind: "section"; section: string }
  | { kind: "row"; of: "sign" | "measure"; id: string };

export type Choice = { key: string; group: Group; label: string; detail?: string; act: Act };

/** Every word typed begins a word of the label, whatever the order, case and accents. */
export function isNamed(label: string, typed: string): boolean {
  const words = nameKey(label).split(/[^\p{L}\p{N}]+/u);
  return nameKey(typed)
    .split(" ")
    .every((part) => words.some((word) => word.startsWith(part)));
}

const SHOWN_PER_GROUP = 6;
const RECENT_SHOWN = 5;

export type Shown = { group: Group; choices: Choice[] };

/**
 * What stands in the list: with nothing typed the recent choices, what the page has and the screens; else what the
 * text names, recent ones first in their group. `found` are patients, which the server has matched already.
 */
export function shownChoices(
  typed: string,
  { found, standing, recent }: { found: readonly Choice[]; standing: readonly Choice[]; recent: readonly Choice[] },
): Shown[] {
  const isEmpty = nameKey(typed) === "";
  const rank = new Map(recent.map(({ key }, index) => [key, index]));
  const place = ({ key }: Choice) => rank.get(key) ?? recent.length;
  const known = new Set(standing.map(({ key }) => key));
  const recentChoices = isEmpty
    ? recent.filter(({ key, act }) => act.kind === "open" || act.kind === "visit" || known.has(key))
    : [];
  const matched = standing.filter(({ group, label }) =>
    isEmpty ? group === "sections" || group === "screens" : isNamed(label, typed),
  );
  const all = [
    ...recentChoices.slice(0, RECENT_SHOWN).map((choice) => ({ ...choice, group: "recent" as const })),
    ...found,
    ...matched.toSorted((a, b) => place(a) - place(b)),
  ];
  return GROUPS.map((group) => ({
    group,
    choices: all
      .filter((choice) => choice.group === group)
      .slice(0, isEmpty && group !== "recent" ? undefined : SHOWN_PER_GROUP),
  })).filter(({ choices }) => choices.length > 0);
}
