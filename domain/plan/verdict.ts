/** What the active conditions do to one exercise: hide it, limit its dose, or say a caution (CLINICAL 3.6). */
import { type CatalogueItem, libraryOrigin } from "@/domain/plan/catalogue";
import {
  CONTRAINDICATIONS,
  type ConditionId,
  type ContraindicationCell,
  type DoseCap,
} from "@/domain/vocabulary/contraindications";

export type Verdict = {
  effect: "hide" | "limit" | "caution" | "none";
  /** A blocking flag or a hold hides it, whatever the matrix says. */
  blocked: boolean;
  hidden_by: ConditionId[];
  texts: { condition: ConditionId; effect: "limit" | "caution"; text: string }[];
  /** The strictest of each kind. */
  cap: DoseCap;
};

/** The texts for whoever is not told which condition each comes from. */
export const saidTexts = (texts: readonly { text: string }[]): string[] => [
  ...new Set(texts.map(({ text }) => text).filter((text) => text !== "")),
];

type MaxKey = Exclude<keyof DoseCap, "needs_text" | "progress">;
const MAX_KEYS = [
  "time_s_max",
  "dose_pct_max",
  "load_body_mass_pct_max",
  "hold_s_max",
  "sets_max",
  "knee_flexion_deg_max",
  "hip_flexion_deg_max",
  "effort_pct_max",
  "per_week_max",
  "max_days",
  "pain_max",
] as const satisfies readonly MaxKey[];

function strictest(caps: readonly DoseCap[]): DoseCap {
  const merged: DoseCap = {};
  for (const key of MAX_KEYS) {
    const values = caps.flatMap((cap) => cap[key] ?? []);
    if (values.length > 0) merged[key] = Math.min(...values);
  }
  if (caps.some((cap) => cap.needs_text)) merged.needs_text = true;
  if (caps.some((cap) => cap.progress === false)) merged.progress = false;
  return merged;
}

export type VerdictInput = {
  conditions: readonly ConditionId[];
  /** On hold, or a blocking flag is set. */
  blocked: boolean;
  /** Acknowledged findings no longer stop progression. */
  acknowledged?: readonly string[];
};

type Cell = Pick<ContraindicationCell, "condition" | "effect" | "text" | "cap">;

/** Several conditions: hide wins, then the strictest cap of each kind, with all texts. */
export function verdictOn(item: CatalogueItem, { conditions, blocked, acknowledged = [] }: VerdictInput): Verdict {
  const origin = libraryOrigin(item);
  const ofOrigin = CONTRAINDICATIONS.filter((cell) => cell.exercise === origin);
  const cells: readonly Cell[] = [...ofOrigin, ...(item.own_cells ?? [])].filter(({ condition }) =>
    conditions.includes(condition),
  );
  const hidden_by = [...new Set(cells.filter((cell) => cell.effect === "hide").map((cell) => cell.condition))];
  const texts = cells.flatMap(({ condition, effect, text }) =>
    effect === "hide" || text === undefined ? [] : [{ condition, effect, text }],
  );
  const caps = cells.flatMap(({ condition, effect, cap }): DoseCap[] => {
    if (effect !== "limit" || cap === undefined) return [];
    const { progress, ...rest } = cap;
    return progress === false && acknowledged.includes(condition) ? [rest] : [cap];
  });
  const hides = blocked || hidden_by.length > 0;
  const limits = cells.some((cell) => cell.effect === "limit");
  const effect = hides ? "hide" : limits ? "limit" : texts.length > 0 ? "caution" : "none";
  return { effect, blocked, hidden_by, texts, cap: strictest(caps) };
}
