/** What a finished session sends: its answers, and of each item which exercise was done and in what numbers. */
import type { Outcome } from "@/domain/home-session/check-in";
import type { PlayedItem } from "./room-item";
import type { Answers, SessionDraft } from "./session-draft";

/** Numbers go with what was done: those filled in count as told once all of it was; a part is told or left open. */
function itemBody([key, outcome]: [string, Outcome], done: Answers["done"], played: readonly PlayedItem[]) {
  const item = played.find((one) => one.key === key);
  const numbers = done?.[key] ?? (outcome === "done" ? item?.filledIn : undefined);
  return {
    key,
    outcome,
    ...(item?.isSwapped && item.easier !== null && { swappedTo: item.easier.id }),
    ...(numbers !== undefined && outcome !== "skipped" && { done: numbers }),
  };
}

const answersBody = (
  { outcomes, painDuring, painWorst24h, effort, note, done }: Answers,
  played: readonly PlayedItem[],
) => ({
  items: Object.entries(outcomes).map((told) => itemBody(told, done, played)),
  painDuring,
  painWorst24h,
  effort,
  note: note.trim() === "" ? null : note.trim(),
});

export const logBody = ({ versionId, performedAt, answers, player }: SessionDraft, played: readonly PlayedItem[]) => ({
  planVersionId: versionId,
  performedAt,
  ...answersBody(answers, played),
  stopReason: player.stopped,
});

export const correctionBody = (
  { sessionId, answers }: Pick<SessionDraft, "sessionId" | "answers">,
  played: readonly PlayedItem[],
) => ({
  sessionId,
  changedAt: new Date().toISOString(),
  ...answersBody(answers, played),
});
