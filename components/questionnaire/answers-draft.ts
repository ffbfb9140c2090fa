/** Answers under way on this device, item by item, through reloads and interruptions; and what becomes of them when sent. */
import { deviceStore, type Owner } from "@/components/outbox/device-store";
import type { PainPart } from "@/domain/questionnaire/asked";
import type { InstrumentId } from "@/domain/vocabulary/questionnaires";

export type PainArea = "M" | "L" | "R";
/** Nothing here has a default: what isn't named was not answered. */
export type AnswersDraft = {
  nprs: Partial<Record<PainArea, Partial<Record<PainPart, number>>>>;
  psfs: { id: string; text: string; score: number | null; isNew: boolean }[];
  rmdq: { ticked: number[]; noneTicked: boolean };
  groc: number | null;
  /** Made at the first answer: a second press and a second tab send the same. */
  ids: Partial<Record<InstrumentId, string>>;
  /** Pressed "Send my answers". */
  sent: Partial<Record<InstrumentId, string>>;
  savedAt: number;
};

export const NO_ANSWERS: AnswersDraft = {
  nprs: {},
  psfs: [],
  rmdq: { ticked: [], noneTicked: false },
  groc: null,
  ids: {},
  sent: {},
  savedAt: 0,
};

/** Pain of "now" and "the last 24 hours" is stale after half a day: then one begins again. */
const KEPT_MS = 12 * 60 * 60_000;
const keyOf = ({ membershipId }: Owner, patientId: string) => `questions:${membershipId}:${patientId}`;

export async function readAnswers(owner: Owner, patientId: string, now = Date.now()): Promise<AnswersDraft> {
  const row = await (await deviceStore()).get("cache", keyOf(owner, patientId));
  const draft = row?.value as AnswersDraft | undefined;
  return draft !== undefined && Math.abs(now - draft.savedAt) < KEPT_MS ? draft : NO_ANSWERS;
}

export async function keepAnswers(owner: Owner, patientId: string, draft: AnswersDraft): Promise<void> {
  const { membershipId } = owner;
  const at = new Date(draft.savedAt).toISOString();
  await (await deviceStore()).put("cache", { key: keyOf(owner, patientId), membershipId, at, value: draft });
}

/** What is sent of one instrument; null while something that must be answered isn't. */
export function answersOf(
  draft: AnswersDraft,
  instrument: InstrumentId,
  thighs: readonly ("L" | "R")[],
): Record<string, unknown> | null {
  switch (instrument) {
    case "nprs": {
      const areas = (["M", ...thighs] as const).map((side) => ({ side, ...draft.nprs[side] }));
      const isTold = areas.every(
        ({ current, best, worst }) => current !== undefined && best !== undefined && worst !== undefined,
      );
      return isTold ? { areas } : null;
    }
    case "psfs": {
      const named = draft.psfs.filter(({ text }) => text.trim() !== "");
      if (named.length === 0 || named.some(({ score }) => score === null)) return null;
      return { activities: named.map(({ id, text, score }) => ({ id, text: text.trim(), score })) };
    }
    case "rmdq": {
      const { ticked, noneTicked } = draft.rmdq;
      return ticked.length > 0 || noneTicked ? { completed: true, ticked } : null;
    }
    case "groc":
      return draft.groc === null ? null : { score: draft.groc };
  }
}

export const hasBegun = (draft: AnswersDraft, instrument: InstrumentId): boolean =>
  draft.ids[instrument] !== undefined && draft.sent[instrument] === undefined;
