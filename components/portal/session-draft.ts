/** A session under way on this phone: where the player stands and what was answered, through calls, reloads and crashes. */
import { deviceStore, type Owner } from "@/components/outbox/device-store";
import type { Effort, Outcome } from "@/domain/home-session/check-in";
import type { PlayerState } from "./player";

export type Answers = {
  /** By item key; an item without an entry has no answer yet. */
  outcomes: Record<string, Outcome>;
  painDuring: number | null;
  painWorst24h: number | null;
  effort: Effort | null;
  note: string;
};

export type SessionDraft = {
  sessionId: string;
  versionId: string;
  /** The day whose items it does. */
  on: string;
  stage: "play" | "finish" | "saved";
  player: PlayerState;
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

/** null when there is none, or it is older than a day. */
export async function readDraft(owner: Owner, now = Date.now()): Promise<SessionDraft | null> {
  const row = await (await deviceStore()).get("cache", keyOf(owner));
  const draft = row?.value as SessionDraft | undefined;
  return draft !== undefined && Math.abs(now - draft.savedAt) < KEPT_MS ? draft : null;
}

export async function keepDraft(owner: Owner, draft: SessionDraft): Promise<void> {
  const { membershipId } = owner;
  const at = new Date(draft.savedAt).toISOString();
  await (await deviceStore()).put("cache", { key: keyOf(owner), membershipId, at, value: draft });
}
