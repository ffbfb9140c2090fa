import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/domain/new-id";
import type { PendingPlace } from "./pending-words";

const me = { userId: newId(), membershipId: newId() };
const colleague = { userId: newId(), membershipId: newId() };
const visitId = newId();
const override: PendingPlace = { ...me, visitId, of: "override" };

/** As after a reload: what only the page knew is gone. */
async function reloaded() {
  vi.resetModules();
  return import("./pending-words");
}

beforeAll(() => vi.importActual("fake-indexeddb/auto"));
beforeEach(async () => {
  const { deviceStore } = await import("./device-store");
  await (await deviceStore()).clear("cache");
});

test("an override half typed is there again after a reload, for the one who typed it alone", async () => {
  const typed = { to_phase: "strengthen_1", text: "She has to lift at work" };
  await (await reloaded()).keepPending(override, typed);
  const { keptPending, pendingHere } = await reloaded();
  expect(pendingHere(override)).toBeUndefined();
  expect(await keptPending(override)).toEqual(typed);
  expect(pendingHere(override)).toEqual(typed);
  expect(await keptPending({ ...colleague, visitId, of: "override" })).toBeUndefined();
  expect(await keptPending({ ...override, visitId: newId() })).toBeUndefined();
});

test("taken, it is gone", async () => {
  const { keepPending, forgetPending } = await reloaded();
  await keepPending(override, "words");
  await forgetPending(override);
  expect(await (await reloaded()).keptPending(override)).toBeUndefined();
});

test("a signed or discarded visit leaves none of its own, and the other visits theirs", async () => {
  const other = { ...me, visitId: newId(), of: "void" };
  const { keepPending, forgetPendingOfVisit } = await reloaded();
  await keepPending(override, "words");
  await keepPending({ ...override, of: "referral" }, "letter");
  await keepPending(other, "reason");
  await forgetPendingOfVisit(override);
  const { keptPending } = await reloaded();
  expect(await keptPending(override)).toBeUndefined();
  expect(await keptPending({ ...override, of: "referral" })).toBeUndefined();
  expect(await keptPending(other)).toBe("reason");
});

test("signing out clears all of that person, on the device and in the page, and nobody else's", async () => {
  const theirs = { ...colleague, visitId, of: "override" };
  const { keepPending, forgetAllPending, pendingHere } = await reloaded();
  await keepPending(override, "mine");
  await keepPending(theirs, "theirs");
  await forgetAllPending(me);
  expect(pendingHere(override)).toBeUndefined();
  const { keptPending } = await reloaded();
  expect(await keptPending(override)).toBeUndefined();
  expect(await keptPending(theirs)).toBe("theirs");
});

test("a browser without a store keeps the words with the page", async () => {
  vi.doMock("./device-store", () => ({ deviceStore: () => Promise.reject(new Error("private mode")) }));
  const { keepPending, keptPending } = await reloaded();
  await keepPending(override, "words");
  expect(await keptPending(override)).toBe("words");
  vi.doUnmock("./device-store");
});
