/** A session under way on this phone: where the player stands and what was answered, through calls, reloads and crashes. */
import { deviceStore, type Owner } from "@/components/outbox/device-store";
import type { Effort, Outcome } from "@/domain/home-session/check-in";
import type { Done } from "@/domain/home-session/done";
import type { PlayerState } from "./player";

export type Answers = {
  /** By item key; an item without an entry has no answer yet. */
  outcomes: Record<string, Outcome>;
  painDuring: number | null;
  painWorst24h: number | null;
  effort: Effort | null;
  note: string;
  /** By item key: numbers that were changed from what was filled in. */
  done?: Record<string, Done>;
};

export type SessionDraft = {
  sessionId: string;
  versionId: string;
  /** The day whose items it does. */
  on: string;
  stage: "play" | "finish" | "saved";
  player: PlayerState;
  /** Keys of items done by their easier exercise; drafts of an earlier build have none. */
  swapped?: readonly string[];
  answers: Answers;
  /** When it ended, by this phone's clock; set once, so that a second press sends the same. */
  performedAt: string | null;
  /** It was sent already (a stop is sent at once): what follows is a correction. */
  isSent: boolean;
  /** The newest write about it. */
  lastWrite: string | null;
  savedAt: number;
};

const KEPT_MS = 24 * 60 * 60_000;
const keyOf = ({ membershipId }: Owner) => `session:${membershipId}`;

type Row = { value: unknown } | undefined;
const draftIn = (row: Row, now: number): SessionDraft | null => {
  const draft = row?.value as SessionDraft | undefined;
  return draft !== undefined && Math.abs(now - draft.savedAt) < KEPT_MS ? draft : null;
};

/** Whether anything was done or answered in it. */
export const isBegun = ({ stage, player }: SessionDraft): boolean =>
  stage !== "play" ||
  player.item > 0 ||
  player.step > 0 ||
  player.runningSince !== null ||
  Object.keys(player.outcomes).length > 0;

type Begun = Pick<SessionDraft, "versionId" | "on">;
const isSame = (a: Begun | null, b: Begun): boolean => a?.versionId === b.versionId && a.on === b.on;

export const begunQuery = ({ versionId, on }: Begun): string => `version=${versionId}&on=${on}`;

/**
 * Where the session found on this phone goes on: on this page, on the page of its own version, or nowhere any more,
 * which only the clinic can say. `asked`: what the clinic was asked for; null on a page kept for flight mode.
 */
export function goesOn(
  begun: Begun,
  { page, asked, search }: { page: Begun; asked: Begun | null; search: string },
): "here" | "its_page" | "ended" | "waits" {
  if (isSame(page, begun)) return "here";
  if (isSame(asked, begun)) return "ended";
  return search.includes(begunQuery(begun)) ? "waits" : "its_page";
}

/** null when there is none, or it is older than a day. */
export async function readDraft(owner: Owner, now = Date.now()): Promise<SessionDraft | null> {
  return draftIn(await (await deviceStore()).get("cache", keyOf(owner)), now);
}

/** The session under way, else `fresh`, which is kept at once: two tabs open one session, under one id. */
export async function openDraft(owner: Owner, fresh: SessionDraft, now = Date.now()): Promise<SessionDraft> {
  const change = (await deviceStore()).transaction("cache", "readwrite");
  const found = draftIn(await change.store.get(keyOf(owner)), now);
  const stands = found !== null && found.stage !== "saved" && (isSame(found, fresh) || isBegun(found)) ? found : fresh;
  if (stands === fresh) await change.store.put(rowOf(owner, fresh));
  await change.done;
  return stands;
}

/** Returns what stands now: the draft itself, or another tab's when that has been sent meanwhile. */
export async function keepDraft(owner: Owner, draft: SessionDraft): Promise<SessionDraft> {
  const change = (await deviceStore()).transaction("cache", "readwrite");
  const found = draftIn(await change.store.get(keyOf(owner)), draft.savedAt);
  const isOvertaken = found !== null && found.sessionId === draft.sessionId && found.isSent && !draft.isSent;
  if (!isOvertaken) await change.store.put(rowOf(owner, draft));
  await change.done;
  return isOvertaken ? found : draft;
}

const rowOf = (owner: Owner, draft: SessionDraft) => ({
  key: keyOf(owner),
  membershipId: owner.membershipId,
  at: new Date(draft.savedAt).toISOString(),
  value: draft,
});
