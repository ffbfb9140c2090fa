/** The budgets of the product that one run can check, each beside its figure. */
import type { ScriptPage } from "./browser";
import type { SizeFigures, Subject } from "./measure-size";
import type { Results } from "./results";
import { ROOM_NAMES } from "./rooms";

export type Budget = {
  what: string;
  limit: number;
  /** More is better. */
  isFloor?: true;
  unit: "×" | " kB" | " ms" | "";
  measured: number | null;
  cpu?: number | null;
};

const TIMES_EMPTY: [Subject, number][] = [
  ["caseload", 5],
  ["chart", 8],
  ["autosave", 3],
];
const TIMES_CONSTANTS = 1.5;
const GROWTH = 1.2;
const PAGE_SCRIPT_KB = 90;
const PHONE_SCRIPT_KB = 45;
const PHONE_LCP_MS = 2_000;
const PHONE_SCORE = 95;
const TYPING_MS = 50;
const SAVED_MS = 1_000;

export function budgetsOf({ pages, sizes, scripts, typing, phone }: Results): Budget[] {
  const [small, large] = [sizes[0], sizes.at(-1)];
  const p50 = (subject: Subject, size = large) => size?.figures.get(subject)?.one.p50 ?? null;
  const cpuMs = (subject: Subject, size = large) => {
    const cost = size?.figures.get(subject)?.one;
    return cost ? cost.appMs + cost.databaseMs : null;
  };
  const ratio = (over: number | null, under: number | null) => (over === null || under === null ? null : over / under);
  const times = (over: [Subject, SizeFigures?], under: [Subject, SizeFigures?]) => ({
    unit: "×" as const,
    measured: ratio(p50(...over), p50(...under)),
    cpu: ratio(cpuMs(...over), cpuMs(...under)),
  });
  // Both sizes had their request in the same rounds.
  const growth = (subject: Subject) => times([subject], [subject, small]);
  const scriptKb = (page: ScriptPage, { withFirstUse = false } = {}) => {
    const [own, empty] = [scripts.get(page), scripts.get("empty")];
    if (!own || !empty) return null;
    return (own.total + (withFirstUse ? own.atWork : 0) - own.charts - empty.total) / 1_000;
  };
  return [
    ...TIMES_EMPTY.map(
      ([subject, limit]): Budget => ({ what: `${subject} over an empty page`, limit, ...times([subject], ["empty"]) }),
    ),
    ...pages.map(
      (page): Budget => ({
        what: `${page} over the same rows from constants`,
        limit: TIMES_CONSTANTS,
        ...times([page], [`${page} from constants`]),
      }),
    ),
    ...(small === large ? [] : [...pages, "autosave" as const, "sign" as const]).map(
      (subject): Budget => ({ what: `growth of ${subject}`, limit: GROWTH, ...growth(subject) }),
    ),
    { what: "autosave answered", limit: SAVED_MS, unit: " ms", measured: p50("autosave") },
    ...[...pages, ...ROOM_NAMES].map(
      (page): Budget => ({
        what: `JavaScript of ${page} over an empty page, without Recharts`,
        limit: PAGE_SCRIPT_KB,
        unit: " kB",
        measured: scriptKb(page),
      }),
    ),
    {
      what: "typing at 4× CPU slowdown, p75 to next paint",
      limit: TYPING_MS,
      unit: " ms",
      measured: typing?.p75 ?? null,
    },
    {
      what: "JavaScript of /my over an empty page, with what its first use brings",
      limit: PHONE_SCRIPT_KB,
      unit: " kB",
      // Its script waits for that (ADR 0020), and counts all the same.
      measured: scriptKb("my", { withFirstUse: true }),
    },
    {
      what: "largest paint of /my on slow 4G at 4× CPU slowdown",
      limit: PHONE_LCP_MS,
      unit: " ms",
      measured: phone?.lcpMs ?? null,
    },
    ...(["performance", "accessibility"] as const).map(
      (of): Budget => ({
        what: `Lighthouse ${of} of /my`,
        limit: PHONE_SCORE,
        isFloor: true,
        unit: "",
        measured: phone?.[of] ?? null,
      }),
    ),
  ];
}
