/**
 * Sessions on their way from this phone to the clinic: on the device before anything is sent, sent unchanged until
 * answered, never by two tabs at once, and told in one word each.
 */
import { UNSENT_MARK } from "@/components/shell/held-start";
import { deviceStore, type OutboxEntry, type Owner } from "./device-store";
import { type SendResult, sendEntry } from "./send";

export type SessionKind = "session.log" | "session.correct" | "session.settled" | "questionnaire.fill";
export type SessionEntry = { id: string; kind: SessionKind; body: unknown };

export type SentState =
  | { kind: "on_phone"; why: "unsent" | "signed_out" }
  | { kind: "received"; at: string }
  | { kind: "refused"; why: string };

type Send = (entry: OutboxEntry) => Promise<SendResult>;
type Listener = () => void;

const LANE = "session";
const RETRY_MS = [2_000, 5_000, 15_000, 30_000, 60_000] as const;
const listeners = new Set<Listener>();
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let isSignedOut = false;
let underWay: Promise<void> | null = null;

export function onSessionsChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const receivedKey = (id: string) => `received:${id}`;

/**
 * Resolves once the entry is on the device. An entry that is already there, or was received, is left as it is: a double
 * tap and a second tab save nothing twice, and say so with false.
 */
export async function saveSession(owner: Owner, entry: SessionEntry): Promise<boolean> {
  const store = await deviceStore();
  const change = store.transaction(["outbox", "cache"], "readwrite");
  const [waiting, received] = await Promise.all([
    change.objectStore("outbox").get(entry.id),
    change.objectStore("cache").get(receivedKey(entry.id)),
  ]);
  const isNew = waiting === undefined && received === undefined;
  if (isNew) {
    const outbox = change.objectStore("outbox");
    const earlier = await outbox.index("by-owner").getAll(owner.membershipId);
    // Later than what waits already, even within a millisecond or on a clock that was set back: order is kept.
    const newest = Math.max(0, ...earlier.map(({ createdAt }) => Date.parse(createdAt) + 1));
    const createdAt = new Date(Math.max(Date.now(), newest)).toISOString();
    await outbox.put({ ...owner, ...entry, createdAt, refused: null, lane: LANE });
  }
  await change.done;
  await mark();
  tell();
  return isNew;
}

/** Sends what waits, oldest first; a call while one is under way waits for it and looks again. */
export async function sendSessions(owner: Owner, send: Send = sendEntry): Promise<void> {
  const before = underWay;
  const mine = (async () => {
    await before;
    await exclusively(() => sendAll(owner, send));
  })();
  underWay = mine;
  try {
    await mine;
  } finally {
    if (underWay === mine) underWay = null;
  }
}

/** Two tabs take turns; where the browser has no locks the server's receipts keep it at once all the same. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (locks === undefined) return work();
  await locks.request("counterpoise.sessions", work);
}

async function sendAll(owner: Owner, send: Send): Promise<void> {
  clearTimeout(retry);
  for (const entry of await waitingEntries(owner)) {
    const result = await send(entry);
    isSignedOut = result.kind === "signed_out";
    if (result.kind === "answered") {
      failures = 0;
      await settle(entry, String(result.answer.receivedAt ?? ""));
    } else if (result.kind === "refused") {
      const store = await deviceStore();
      await store.put("outbox", { ...entry, refused: result.why });
    } else {
      if (result.kind === "later") retryLater(owner, send);
      break;
    }
    tell();
  }
  await mark();
  tell();
}

/** For pages whose script would wait (held-start.ts): as long as anything waits here they start at once. */
async function mark(): Promise<void> {
  const store = await deviceStore();
  const waiting = await store.count("outbox");
  try {
    if (waiting === 0) localStorage.removeItem(UNSENT_MARK);
    else localStorage.setItem(UNSENT_MARK, "1");
  } catch {
    // Then no page's script waits either.
  }
}

function retryLater(owner: Owner, send: Send): void {
  const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
  failures += 1;
  retry = setTimeout(() => void sendSessions(owner, send), wait);
}

async function settle(entry: OutboxEntry, at: string): Promise<void> {
  const store = await deviceStore();
  const change = store.transaction(["outbox", "cache"], "readwrite");
  await Promise.all([
    change.objectStore("outbox").delete(entry.id),
    change.objectStore("cache").put({
      key: receivedKey(entry.id),
      membershipId: entry.membershipId,
      at,
      value: entry.body,
    }),
    change.done,
  ]);
}

async function ownEntries(owner: Owner): Promise<OutboxEntry[]> {
  const store = await deviceStore();
  const entries = await store.getAllFromIndex("outbox", "by-owner", owner.membershipId);
  return entries
    .filter(({ lane, userId }) => lane === LANE && userId === owner.userId)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

const waitingEntries = async (owner: Owner) => (await ownEntries(owner)).filter(({ refused }) => refused === null);

export async function sentState(owner: Owner, id: string): Promise<SentState | null> {
  const store = await deviceStore();
  const received = await store.get("cache", receivedKey(id));
  if (received?.membershipId === owner.membershipId) return { kind: "received", at: received.at };
  const entry = (await ownEntries(owner)).find((one) => one.id === id);
  if (!entry) return null;
  if (entry.refused !== null) return { kind: "refused", why: entry.refused };
  return { kind: "on_phone", why: isSignedOut ? "signed_out" : "unsent" };
}

/** `refusedFor`: why the newest of those that the server will never take. */
export type Waiting = { unsent: number; refused: number; refusedFor: string | null; isSignedOut: boolean };

export async function waitingSessions(owner: Owner): Promise<Waiting> {
  const entries = await ownEntries(owner);
  const reasons = entries.flatMap((entry) => entry.refused ?? []);
  const refused = reasons.length;
  return { unsent: entries.length - refused, refused, refusedFor: reasons.at(-1) ?? null, isSignedOut };
}

/** At sign-out: what was received leaves the phone; what was not stays for its owner. */
export async function forgetReceived(owner: Owner): Promise<void> {
  const store = await deviceStore();
  const change = store.transaction("cache", "readwrite");
  for (const row of await change.store.getAll()) {
    if (row.membershipId === owner.membershipId) await change.store.delete(row.key);
  }
  await change.done;
}

function tell(): void {
  for (const listener of listeners) listener();
}
