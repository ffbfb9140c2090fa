import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/domain/new-id";
import { deviceStore, type OutboxEntry, type Owner } from "./device-store";
import { DraftDevice, diaryDraft } from "./draft-device";
import { DraftSync } from "./draft-sync";
import type { SendResult } from "./send";
import { countOf, holdDraft, sendDrafts, unsentDrafts } from "./unsent-drafts";

const me: Owner = { userId: newId(), membershipId: newId() };
const myOtherClinic: Owner = { userId: me.userId, membershipId: newId() };
const colleague: Owner = { userId: newId(), membershipId: newId() };
const offline = async (): Promise<SendResult> => ({ kind: "later", why: "offline" });

const received: { by: string; paths: string[] }[] = [];
async function online({ membershipId, body }: OutboxEntry): Promise<SendResult> {
  const { changes } = body as { changes: { path: string; base: number }[] };
  received.push({ by: membershipId, paths: changes.map(({ path }) => path) });
  const saved = changes.map(({ path, base }) => ({ path, version: base + 1 }));
  return { kind: "answered", status: 200, answer: { saved, conflicts: [], rejected: [], version: 2 } };
}

/** Typed while the clinic can't be reached, and the form closed again. */
async function typed(owner: Owner, visitId: string, fields: Record<string, unknown>) {
  const sync = new DraftSync(owner, visitId, { version: 1, fields: [] }, offline);
  for (const [path, value] of Object.entries(fields)) sync.set(path, value);
  await sync.flush();
  sync.close();
}

/** The locks of a browser, as far as they are asked here. */
function browserLocks() {
  const held = new Set<string>();
  return {
    request: async (name: string, ...rest: unknown[]) => {
      const work = rest.at(-1) as (lock: object | null) => Promise<void>;
      const { ifAvailable = false } = rest[0] as { ifAvailable?: boolean };
      if (ifAvailable && held.has(name)) return work(null);
      held.add(name);
      await work({});
      held.delete(name);
    },
  };
}

beforeAll(() => vi.importActual("fake-indexeddb/auto"));
beforeEach(async () => {
  vi.stubGlobal("navigator", { locks: browserLocks() });
  const store = await deviceStore();
  await Promise.all([store.clear("outbox"), store.clear("fields")]);
  received.length = 0;
});

test("what the clinic lacks is counted by field, over all of a person's visits and clinics, and nobody else's", async () => {
  const [a, b, theirs] = [newId(), newId(), newId()];
  await typed(me, a, { note: "one", advice: "two" });
  await typed(myOtherClinic, b, { note: "three" });
  await typed(colleague, theirs, { note: "not mine" });
  const unsent = await unsentDrafts(me);
  expect(unsent).toHaveLength(2);
  expect(unsent).toContainEqual({ draft: a, kind: "visit", href: `/visits/${a}`, changes: 2, here: true });
  expect(unsent).toContainEqual({ draft: b, kind: "visit", href: `/visits/${b}`, changes: 1, here: false });
  expect(countOf(unsent)).toBe(3);
});

test("it is sent without its form, in this clinic's name only; a colleague's stays untouched", async () => {
  await typed(me, newId(), { note: "one" });
  await typed(myOtherClinic, newId(), { note: "elsewhere" });
  await typed(colleague, newId(), { note: "not mine" });
  expect(countOf(await sendDrafts(me, online))).toBe(1);
  expect(received).toEqual([{ by: me.membershipId, paths: ["note"] }]);
  expect(countOf(await unsentDrafts(colleague))).toBe(1);
});

test("days of a paper diary are counted with the rest, lead to the first of them, and are sent by nobody but their button", async () => {
  const patientId = newId();
  const device = new DraftDevice(me, diaryDraft(patientId));
  const day = (on: string) => ({ path: on, value: { on, mark: "all" }, base: 0 });
  await device.keep(() => [day("2026-03-09"), day("2026-03-07")]);
  const href = `/patients/${patientId}/diary?from=2026-03-07`;
  const diary = { draft: `diary:${patientId}`, kind: "diary", href, changes: 2, here: true };
  expect(await unsentDrafts(me)).toEqual([diary]);
  expect(await sendDrafts(me, online)).toEqual([diary]);
  expect(received).toEqual([]);
  expect(await unsentDrafts(colleague)).toEqual([]);
  await device.forget([day("2026-03-07"), day("2026-03-09")]);
  expect(await unsentDrafts(me)).toEqual([]);
});

test("a visit whose form is open sends its own", async () => {
  const visitId = newId();
  await typed(me, visitId, { note: "being typed" });
  const release = await holdDraft(visitId);
  expect(countOf(await sendDrafts(me, online))).toBe(1);
  expect(received).toEqual([]);
  release();
  await vi.waitFor(async () => expect(countOf(await sendDrafts(me, online))).toBe(0));
});
