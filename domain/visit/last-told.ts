/** What earlier visits told that today may take over: the history as it reads now, and the treatment of last time. */
import type { DraftValue } from "@/domain/visit/field-values";
import { DRAFT_VALUES } from "@/domain/visit/field-values";
import { SPORT_GOALS, SUBJECTIVE_KEYS, type SubjectiveKey } from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { isTreatmentId, type TreatmentId } from "@/domain/vocabulary/treatments";

/** One earlier visit as it was signed, with what amendments made of it. */
export type ToldVisit = {
  subjective: Readonly<Record<string, string>>;
  treatments: readonly { treatment: string; detail: Readonly<Record<string, unknown>> }[];
  /** Oldest first. */
  amended: readonly { path: string; new: unknown }[];
};

export type LastTold = {
  history: { key: SubjectiveKey; text: string }[];
  treatments: { treatment: TreatmentId; value: DraftValue<"treatment"> }[];
};

const [SPORT] = SPORT_GOALS;

/** What belongs to its own day is asked anew. */
const OF_THE_DAY: readonly SubjectiveKey[] = ["since_last", "anything_new"];

/** @param visits signed, not voided visits of the episode before this one, oldest first */
export function lastTold(visits: readonly ToldVisit[]): LastTold {
  const told = visits.map(asAmended);
  return {
    history: SUBJECTIVE_KEYS.flatMap((key) => {
      if (OF_THE_DAY.includes(key)) return [];
      const text = told.findLast(({ subjective }) => subjective.has(key))?.subjective.get(key);
      return text === undefined ? [] : [{ key, text }];
    }),
    treatments: told.findLast(({ treatments }) => treatments.length > 0)?.treatments ?? [],
  };
}

/** Whether sprinting or kicking was named as a goal the last time it was asked; not asked is not known, so no. */
export const isSportGoal = ({ history }: Pick<LastTold, "history">): boolean =>
  history.some(({ key, text }) => key === "sport_goal" && text.trim().toLowerCase() === SPORT);

function asAmended({ subjective, treatments, amended }: ToldVisit) {
  const texts = new Map(Object.entries(subjective));
  const given = new Map<string, unknown>(treatments.map(({ treatment, detail }) => [treatment, detail]));
  for (const change of amended) {
    const at = parseDraftPath(change.path);
    if (at?.kind === "subjective") {
      const next = DRAFT_VALUES.subjective.safeParse(change.new);
      if (next.success) texts.set(at.key, next.data.text);
      else texts.delete(at.key);
    } else if (at?.kind === "treatment") {
      if (change.new === null) given.delete(at.id);
      else given.set(at.id, change.new);
    }
  }
  return { subjective: texts, treatments: [...given].flatMap(([id, detail]) => treatmentOf(id, detail)) };
}

/** The technique and its dose; what the patient felt and the note belong to their day. */
function treatmentOf(id: string, detail: unknown): LastTold["treatments"] {
  const read = DRAFT_VALUES.treatment.safeParse(detail);
  if (!isTreatmentId(id) || !read.success) return [];
  const { pressure_0_10: _felt, note: _note, ...value } = read.data;
  return [{ treatment: id, value }];
}
