import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { UNSENT_MARK } from "@/components/shell/held-start";
import { newId } from "@/domain/new-id";
import { deviceStore, type OutboxEntry } from "./device-store";
import type { SendResult } from "./send";
import { forgetReceived, saveSession, sendSessions, sentState, waitingSessions } from "./session-outbox";

const owner = { userId: "019a0000-0000-7000-8000-000000000001", membershipId: "019a0000-0000-7000-8000-000000000002" };
const receivedAt = "2026-10-07T14:02:11.000Z";

/** The clinic's side: stores each id once and answers a repeat as the first time. */
function clinic() {
  const stored = new Map<string, unknown>();
  let fault: SendResult | "after_commit" | null = null;
  let calls = 0;
  return {
    stored,
    calls: () => calls,
    fail(next: typeof fault) {
      fault = next;
    },
    send: async ({ id, body }: OutboxEntry): Promise<SendResult> => {
      calls += 1;
      if (fault !== null && fault !== "after_commit") return fault;
      if (!stored.has(id)) stored.set(id, structuredClone(body));
      if (fault === "after_commit") return { kind: "later", why: "offline" };
      return { kind: "answered", status: 200, answer: { receivedAt } };
    },
  };
}

const session = (id = newId(), pain = 3) => ({ id, kind: "session.log" as const, body: { painDuring: pain } });

// Imported by name: the package ships no types for its globals.
beforeAll(() => vi.importActual("fake-indexeddb/auto"));

beforeEach(async () => {
  const store = await deviceStore();
  await Promise.all([store.clear("outbox"), store.clear("cache")]);
});

test("a session is on the phone before it is sent, then with the clinic", async () => {
  const there = clinic();
  const entry = session();
  await saveSession(owner, entry);
  expect(await sentState(owner, entry.id)).toEqual({ kind: "on_phone", why: "unsent" });
  await sendSessions(owner, there.send);
  expect(await sentState(owner, entry.id)).toEqual({ kind: "received", at: receivedAt });
  expect(await waitingSessions(owner)).toMatchObject({ unsent: 0, refused: 0 });
});

test("the phone is marked as long as anything waits on it", async () => {
  const marks = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    setItem: (name: string, value: string) => marks.set(name, value),
    removeItem: (name: string) => marks.delete(name),
  });
  const there = clinic();
  there.fail({ kind: "signed_out" });
  await saveSession(owner, session());
  expect(marks.has(UNSENT_MARK)).toBe(true);
  await sendSessions(owner, there.send);
  expect(marks.has(UNSENT_MARK)).toBe(true);
  there.fail(null);
  await sendSessions(owner, there.send);
  expect(marks.has(UNSENT_MARK)).toBe(false);
  vi.unstubAllGlobals();
});

test("a double tap and a second tab save and send it once; the first answers stand", async () => {
  const there = clinic();
  const entry = session();
  const saved = await Promise.all([saveSession(owner, entry), saveSession(owner, session(entry.id, 9))]);
  expect(saved).toEqual([true, false]);
  await Promise.all([sendSessions(owner, there.send), sendSessions(owner, there.send)]);
  expect(there.calls()).toBe(1);
  expect(await saveSession(owner, session(entry.id, 9))).toBe(false);
  expect(there.stored.get(entry.id)).toEqual({ painDuring: 3 });
});

test.each<[string, SendResult | "after_commit"]>([
  ["in flight mode", { kind: "later", why: "offline" }],
  ["with a failing server", { kind: "later", why: "failing" }],
  ["when the answer is lost after it was stored", "after_commit"],
])("%s it stays, and arrives once", async (_case, fault) => {
  const there = clinic();
  const entry = session();
  await saveSession(owner, entry);
  there.fail(fault);
  await sendSessions(owner, there.send);
  expect(await sentState(owner, entry.id)).toEqual({ kind: "on_phone", why: "unsent" });
  there.fail(null);
  await sendSessions(owner, there.send);
  expect(await sentState(owner, entry.id)).toMatchObject({ kind: "received" });
  expect([...there.stored]).toEqual([[entry.id, { painDuring: 3 }]]);
});

test("a login that ended keeps it and says so", async () => {
  const there = clinic();
  const entry = session();
  await saveSession(owner, entry);
  there.fail({ kind: "signed_out" });
  await sendSessions(owner, there.send);
  expect(await sentState(owner, entry.id)).toEqual({ kind: "on_phone", why: "signed_out" });
});

test("one that the server will not take doesn't hold up the next", async () => {
  const there = clinic();
  const [bad, good] = [session(), session()];
  await saveSession(owner, bad);
  await saveSession(owner, good);
  await sendSessions(owner, (entry) =>
    entry.id === bad.id ? Promise.resolve({ kind: "refused", why: "malformed" }) : there.send(entry),
  );
  expect(await sentState(owner, bad.id)).toEqual({ kind: "refused", why: "malformed" });
  expect(await sentState(owner, good.id)).toMatchObject({ kind: "received" });
  expect(await waitingSessions(owner)).toMatchObject({ unsent: 0, refused: 1 });
});

test("a correction never overtakes its session", async () => {
  const sent: string[] = [];
  const log = session();
  await saveSession(owner, log);
  await saveSession(owner, { id: newId(), kind: "session.correct", body: {} });
  await sendSessions(owner, async (entry) => {
    sent.push(entry.kind);
    return { kind: "answered", status: 200, answer: { receivedAt } };
  });
  expect(sent).toEqual(["session.log", "session.correct"]);
});

test("on a shared phone: another person sends and sees nothing of it; signing out forgets only what was received", async () => {
  const there = clinic();
  const [received, waiting] = [session(), session()];
  await saveSession(owner, received);
  await sendSessions(owner, there.send);
  await saveSession(owner, waiting);
  const other = {
    userId: "019a0000-0000-7000-8000-00000000000e",
    membershipId: "019a0000-0000-7000-8000-00000000000f",
  };
  await sendSessions(other, there.send);
  expect(there.stored.has(waiting.id)).toBe(false);
  expect(await sentState(other, waiting.id)).toBeNull();
  await forgetReceived(owner);
  expect(await sentState(owner, received.id)).toBeNull();
  expect(await sentState(owner, waiting.id)).toMatchObject({ kind: "on_phone" });
});
