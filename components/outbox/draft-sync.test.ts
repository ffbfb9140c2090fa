import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { checkDraftField } from "@/domain/visit/check-field";
import { draftPath, isEnteredMeasure } from "@/domain/visit/fields";
import { BODY_REGIONS } from "@/domain/vocabulary/body-regions";
import { FLAGS } from "@/domain/vocabulary/flags";
import { MEASURES } from "@/domain/vocabulary/measures";
import { NEUROLOGICAL_CELLS } from "@/domain/vocabulary/neurological-grid";
import { SIGNS, signSides } from "@/domain/vocabulary/signs";
import { deviceStore, type OutboxEntry } from "./device-store";
import { DraftSync } from "./draft-sync";
import type { SendResult } from "./send";

const owner = { userId: "019a0000-0000-7000-8000-000000000001", membershipId: "019a0000-0000-7000-8000-000000000002" };
const visitId = "019a0000-0000-7000-8000-000000000003";
const worst = "measure.nprs_worst.M";
const note = "note";

/** The server's side of a draft, with its versions and receipts. */
function server() {
  const fields = new Map<string, { value: unknown; version: number }>();
  const receipts = new Map<string, Record<string, unknown>>();
  const sent: OutboxEntry[] = [];
  let version = 1;
  let fault: SendResult | "after_commit" | null = null;
  return {
    fields,
    sent,
    version: () => version,
    fail(next: SendResult | "after_commit" | null) {
      fault = next;
    },
    async send(entry: OutboxEntry): Promise<SendResult> {
      sent.push(structuredClone(entry));
      if (fault !== null && fault !== "after_commit") return fault;
      let answer = receipts.get(entry.id);
      if (!answer) {
        const saved: unknown[] = [];
        const conflicts: unknown[] = [];
        const rejected: unknown[] = [];
        const { changes, seen } = entry.body as {
          changes: { path: string; value: unknown; base: number }[];
          seen: number;
        };
        const isNews = seen !== version;
        const written = new Map(fields);
        for (const { path, value, base } of changes) {
          const checked = checkDraftField(path, value);
          if (!checked.ok) {
            rejected.push({ path, code: checked.code });
            continue;
          }
          const stored = fields.get(path) ?? { value: null, version: 0 };
          if (JSON.stringify(stored.value) === JSON.stringify(value)) saved.push({ path, version: stored.version });
          else if (stored.version === base) {
            fields.set(path, { value, version: base + 1 });
            saved.push({ path, version: base + 1 });
          } else conflicts.push({ path, mine: value, ...stored, by: "M. Oduya", at: "" });
        }
        if ([...fields].some(([path, field]) => written.get(path) !== field)) version += 1;
        const news = isNews ? [...fields].map(([path, field]) => ({ path, ...field })) : null;
        answer = { saved, conflicts, rejected, version, news, receivedAt: "2026-10-07T14:02:11.000Z" };
        receipts.set(entry.id, answer);
      }
      if (fault === "after_commit") return { kind: "later", why: "offline" };
      return { kind: "answered", status: 200, answer: structuredClone(answer) };
    },
  };
}

const open = (at: ReturnType<typeof server>, version = at.version()) =>
  new DraftSync(
    owner,
    visitId,
    { version, fields: [...at.fields].map(([path, field]) => ({ path, ...field })) },
    (entry) => at.send(entry),
  );

// Imported by name: the package ships no types for its globals.
beforeAll(() => vi.importActual("fake-indexeddb/auto"));

beforeEach(async () => {
  const store = await deviceStore();
  await Promise.all([store.clear("outbox"), store.clear("fields")]);
});

test("what is typed is on the server, and no longer only on the device", async () => {
  const clinic = server();
  const draft = open(clinic);
  draft.set(worst, { value: "0" });
  expect(await draft.flush()).toBe(true);
  expect(clinic.fields.get(worst)).toEqual({ value: { value: "0" }, version: 1 });
  expect(draft.state).toEqual({ kind: "saved", at: "2026-10-07T14:02:11.000Z" });
  expect(await (await deviceStore()).count("fields")).toBe(0);
});

/** Something that takes as long as the test wants. */
function slowness(): { slow: Promise<void>; end: () => void } {
  let end = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { slow, end };
}

/** What of the draft this device holds, by path. */
async function onDevice(): Promise<Record<string, unknown>> {
  const fields = await (await deviceStore()).getAll("fields");
  return Object.fromEntries(fields.map(({ path, value }) => [path, value]));
}

/** So long that what waits on a key is over. */
const aPause = () => new Promise((resolve) => setTimeout(resolve, 120));

test("a value put right in the moment it goes out leaves nothing of the one before on the device", async () => {
  const clinic = server();
  const draft = open(clinic);
  draft.set(note, "6");
  await vi.waitFor(async () => expect(await onDevice()).toEqual({ [note]: "6" }));
  // It has waited as long as it may: the next key sends it at once, ahead of the pause in which the device is told.
  const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 1_000);
  draft.set(note, "68");
  now.mockRestore();
  await vi.waitFor(() => expect(clinic.fields.get(note)?.value).toBe("68"));
  await aPause();
  expect(draft.state.kind).toBe("saved");
  expect(clinic.sent).toHaveLength(1);
  expect(await onDevice()).toEqual({});
  draft.close();
});

test("changed and changed back while it is on its way, it is on the server and no longer on the device", async () => {
  const clinic = server();
  const { slow, end: letAnswer } = slowness();
  const draft = new DraftSync(owner, visitId, { version: 1, fields: [] }, async (entry) => {
    const answer = await clinic.send(entry);
    await slow;
    return answer;
  });
  draft.set(note, "left");
  const saved = draft.flush();
  await vi.waitFor(() => expect(clinic.sent).toHaveLength(1));
  draft.set(note, "right");
  await vi.waitFor(async () => expect(await onDevice()).toEqual({ [note]: "right" }));
  draft.set(note, "left");
  letAnswer();
  expect(await saved).toBe(true);
  await aPause();
  expect(clinic.fields.get(note)).toEqual({ value: "left", version: 1 });
  expect(await onDevice()).toEqual({});
  draft.close();
});

test("what was typed and sent while the page was still opening is not undone by what the device held then", async () => {
  const clinic = server();
  const { slow, end: letCome } = slowness();
  let isAsked = false;
  vi.doMock("@/domain/visit/check-field", async (importActual) => {
    isAsked = true;
    await slow;
    return importActual();
  });
  const draft = open(clinic);
  draft.set(note, "first");
  await vi.waitFor(async () => expect(await onDevice()).toEqual({ [note]: "first" }));
  const opening = draft.recover();
  await vi.waitFor(() => expect(isAsked).toBe(true));
  draft.set(note, "second");
  expect(await draft.flush()).toBe(true);
  letCome();
  await opening;
  vi.doUnmock("@/domain/visit/check-field");
  expect(draft.fields.value(note)).toBe("second");
  expect(await draft.flush()).toBe(true);
  expect(draft.fields.conflicts).toEqual([]);
  expect(clinic.fields.get(note)?.value).toBe("second");
  draft.close();
});

test("an hour without network loses nothing, and says so", async () => {
  const clinic = server();
  const draft = open(clinic);
  clinic.fail({ kind: "later", why: "offline" });
  draft.set(note, "walks the dog again");
  expect(await draft.flush()).toBe(false);
  expect(draft.state).toEqual({ kind: "on_device", why: "offline" });
  clinic.fail(null);
  expect(await draft.flush()).toBe(true);
  expect(clinic.fields.get(note)?.value).toBe("walks the dog again");
  draft.close();
});

test("a retry still under way when one signs in again: what was asked for then is sent all the same", async () => {
  const clinic = server();
  const { slow, end: letAnswer } = slowness();
  const refused: SendResult = { kind: "signed_out" };
  let tries = 0;
  const draft = new DraftSync(owner, visitId, { version: 1, fields: [] }, async (entry) => {
    tries += 1;
    if (tries === 1) return refused;
    if (tries > 2) return clinic.send(entry);
    await slow;
    return refused;
  });
  draft.set(note, "typed after the login ended");
  expect(await draft.flush()).toBe(false);
  const retried = draft.flush();
  await vi.waitFor(() => expect(tries).toBe(2));
  const afterSignIn = draft.flush();
  letAnswer();
  expect(await retried).toBe(false);
  expect(await afterSignIn).toBe(true);
  expect(clinic.fields.get(note)?.value).toBe("typed after the login ended");
  draft.close();
});

test("a time-out after the server had saved sends the same write again, once, with what was typed since after it", async () => {
  const clinic = server();
  const draft = open(clinic);
  clinic.fail("after_commit");
  draft.set(note, "first");
  await draft.flush();
  draft.set(note, "first and second");
  clinic.fail(null);
  expect(await draft.flush()).toBe(true);
  const ids = clinic.sent.map((entry) => entry.id);
  expect(ids[1]).toBe(ids[0]);
  expect(clinic.sent[1]?.body).toEqual(clinic.sent[0]?.body);
  expect(clinic.fields.get(note)).toEqual({ value: "first and second", version: 2 });
  draft.close();
});

test("a tab killed mid-word: the next page brings the word back and sends it", async () => {
  const clinic = server();
  const killed = open(clinic);
  clinic.fail({ kind: "later", why: "offline" });
  killed.set(note, "sits less th");
  await vi.waitFor(async () => expect(await (await deviceStore()).count("fields")).toBe(1));
  killed.close();
  clinic.fail(null);
  const reopened = open(clinic);
  await reopened.recover();
  expect(reopened.fields.value(note)).toBe("sits less th");
  expect(await reopened.flush()).toBe(true);
  expect(clinic.fields.get(note)?.value).toBe("sits less th");
  reopened.close();
});

test("two people, different fields: both are kept; the same field: both texts are shown and one is chosen", async () => {
  const clinic = server();
  const mine = open(clinic);
  const theirs = open(clinic);
  theirs.set(note, "theirs");
  await theirs.flush();
  mine.set(note, "mine");
  mine.set(worst, { value: "4" });
  expect(await mine.flush()).toBe(false);
  expect(clinic.fields.get(worst)?.value).toEqual({ value: "4" });
  expect(clinic.fields.get(note)?.value).toBe("theirs");
  expect(mine.fields.conflicts).toMatchObject([{ path: note, mine: "mine", value: "theirs", by: "M. Oduya" }]);
  expect(mine.state).toEqual({ kind: "not_saved", why: "conflict" });
  mine.settle(note, "mine");
  expect(await mine.flush()).toBe(true);
  expect(clinic.fields.get(note)?.value).toBe("mine");
});

test("typed on while two texts of one field stand: what stands in the field is the text to choose", async () => {
  const clinic = server();
  const [mine, other, theirs] = [open(clinic), open(clinic), open(clinic)];
  theirs.set(note, "theirs");
  await theirs.flush();
  for (const draft of [mine, other]) {
    draft.set(note, "mine");
    expect(await draft.flush()).toBe(false);
    draft.set(note, "mine, and more");
    expect(draft.fields.conflicts).toMatchObject([{ mine: "mine, and more", value: "theirs" }]);
  }
  await vi.waitFor(async () => expect(await onDevice()).toEqual({ [note]: "mine, and more" }));
  other.settle(note, "theirs");
  expect(other.fields.value(note)).toBe("theirs");
  await vi.waitFor(async () => expect(await onDevice()).toEqual({}));
  mine.settle(note, "mine");
  expect(await mine.flush()).toBe(true);
  expect(clinic.fields.get(note)?.value).toBe("mine, and more");
  for (const draft of [mine, other, theirs]) draft.close();
});

test("what somebody else wrote is shown before it counts as read; a page that was told of nothing signs nothing new", async () => {
  const clinic = server();
  const mine = open(clinic);
  const theirs = open(clinic);
  theirs.set(note, "theirs");
  await theirs.flush();
  expect([theirs.version, theirs.fields.news, mine.version, clinic.version()]).toEqual([2, 0, 1, 2]);
  mine.set(worst, { value: "4" });
  expect(await mine.flush()).toBe(true);
  expect([mine.version, mine.fields.value(note), mine.fields.news]).toEqual([3, "theirs", 1]);
  expect(theirs.version).toBe(2);
  // What is typed there stays until one of two texts is chosen.
  mine.set(note, "mine");
  await mine.flush();
  theirs.set(note, "theirs again");
  await theirs.flush();
  expect([theirs.fields.value(note), theirs.fields.value(worst), theirs.version]).toEqual([
    "theirs again",
    { value: "4" },
    4,
  ]);
  expect(theirs.fields.conflicts).toMatchObject([{ path: note, value: "mine" }]);
});

test("an answer repeated, or one to another tab, tells nothing of what this page shows", async () => {
  const clinic = server();
  const first = open(clinic);
  clinic.fail("after_commit");
  first.set(note, "first");
  await first.flush();
  first.close();
  clinic.fail(null);
  const theirs = new DraftSync(
    { ...owner, membershipId: "019a0000-0000-7000-8000-00000000000f" },
    visitId,
    { version: 2, fields: [] },
    (entry) => clinic.send(entry),
  );
  theirs.set(worst, { value: "3" });
  await theirs.flush();
  const second = new DraftSync(owner, visitId, { version: 1, fields: [] }, (entry) => clinic.send(entry));
  await second.recover();
  await second.flush();
  expect([second.version, clinic.version()]).toEqual([2, 3]);
  const third = open(clinic);
  expect(third.version).toBe(3);
  second.set(note, "second");
  await second.flush();
  expect([second.version, second.fields.value(worst)]).toEqual([4, { value: "3" }]);
  second.close();
});

test("a login that ended keeps the text on the device until the person is back", async () => {
  const clinic = server();
  const draft = open(clinic);
  clinic.fail({ kind: "signed_out" });
  draft.set(note, "typed after the login ended");
  await draft.flush();
  expect(draft.state).toEqual({ kind: "on_device", why: "signed_out" });
  expect(await (await deviceStore()).count("fields")).toBe(1);
  draft.close();
});

test("another person on the same device never sends or sees this draft", async () => {
  const clinic = server();
  const draft = open(clinic);
  clinic.fail({ kind: "other_session" });
  draft.set(note, "of the first clinician");
  await draft.flush();
  draft.close();
  clinic.fail(null);
  const other = new DraftSync(
    { userId: owner.userId, membershipId: "019a0000-0000-7000-8000-00000000000f" },
    visitId,
    { version: 1, fields: [] },
    (entry) => clinic.send(entry),
  );
  await other.recover();
  expect(other.fields.value(note)).toBeNull();
  expect(clinic.fields.has(note)).toBe(false);
});

test("two tabs of one browser: an untouched field follows the other tab, and its old text is never sent over the new", async () => {
  const clinic = server();
  clinic.fields.set(note, { value: "old", version: 1 });
  const writing = open(clinic);
  const looking = open(clinic);
  // The writing tab's save is on its way and unanswered; the other tab finds it on the device and sends it too.
  clinic.fail({ kind: "later", why: "offline" });
  writing.set(note, "new");
  await writing.flush();
  clinic.fail(null);
  looking.set(worst, { value: "3" });
  expect(await looking.flush()).toBe(true);
  expect(looking.fields.value(note)).toBe("new");
  expect(clinic.fields.get(note)?.value).toBe("new");
  expect(clinic.fields.get(worst)?.value).toEqual({ value: "3" });
  expect(await writing.flush()).toBe(true);
  expect(clinic.fields.get(note)).toEqual({ value: "new", version: 2 });
  writing.close();
});

test("two tabs, the same field typed in both: both texts are shown, none is overwritten", async () => {
  const clinic = server();
  const first = open(clinic);
  const second = open(clinic);
  clinic.fail({ kind: "later", why: "offline" });
  first.set(note, "of the first tab");
  await first.flush();
  second.set(note, "of the second tab");
  clinic.fail(null);
  expect(await second.flush()).toBe(false);
  expect(clinic.fields.get(note)?.value).toBe("of the first tab");
  expect(second.fields.conflicts).toMatchObject([{ path: note, mine: "of the second tab", value: "of the first tab" }]);
  first.close();
});

test("the save of one tab does not take the other tab's newer text off the device", async () => {
  const clinic = server();
  const first = open(clinic);
  const second = open(clinic);
  first.set(note, "earlier");
  second.set(note, "later");
  await vi.waitFor(async () =>
    expect(await (await deviceStore()).getAll("fields")).toMatchObject([{ value: "later" }]),
  );
  await first.flush();
  expect(await (await deviceStore()).getAll("fields")).toMatchObject([{ value: "later" }]);
  first.close();
  second.close();
});

test("one field's typing never holds back another's save", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  try {
    const clinic = server();
    const draft = open(clinic);
    draft.set(worst, { value: "7" });
    // Four keys a second in another field, for longer than a second.
    for (let typed = 1; typed <= 4; typed++) {
      await vi.advanceTimersByTimeAsync(225);
      draft.set(note, "word".slice(0, typed));
    }
    vi.useRealTimers();
    await vi.waitFor(() => expect(clinic.sent).toHaveLength(1));
    expect(JSON.stringify(clinic.sent[0]?.body)).toContain(worst);
    draft.close();
  } finally {
    vi.useRealTimers();
  }
});

test("a text that is too long is said beside its field, comes back into it after a reload, and goes once it is shortened", async () => {
  const clinic = server();
  const draft = open(clinic);
  const long = "word ".repeat(4_001);
  draft.set(note, long);
  draft.set(worst, { value: "4" });
  expect(await draft.flush()).toBe(false);
  expect(draft.state).toEqual({ kind: "not_saved", why: "rejected" });
  expect([draft.fields.rejection(note), draft.fields.rejection(worst)]).toEqual(["too_long", null]);
  expect(clinic.fields.get(worst)?.value).toEqual({ value: "4" });
  draft.close();
  const reopened = open(clinic);
  await reopened.recover();
  expect(reopened.fields.value(note)).toBe(long);
  expect(reopened.fields.rejections).toEqual([note]);
  expect(reopened.state).toEqual({ kind: "not_saved", why: "rejected" });
  reopened.set(note, long.slice(0, 20_000));
  expect(await reopened.flush()).toBe(true);
  expect(clinic.fields.get(note)?.value).toHaveLength(20_000);
  expect(reopened.fields.rejections).toEqual([]);
});

test("what an earlier form left in another shape is not drawn, and its field says so until it is filled anew", async () => {
  const clinic = server();
  clinic.fail({ kind: "later", why: "offline" });
  const earlier = open(clinic);
  earlier.set(worst, "4");
  await earlier.flush();
  earlier.close();
  await (await deviceStore()).clear("outbox");
  clinic.fail(null);
  const draft = open(clinic);
  await draft.recover();
  expect([draft.fields.value(worst), draft.fields.rejection(worst)]).toEqual([null, "wrong_shape"]);
  draft.set(worst, { value: "4" });
  expect(await draft.flush()).toBe(true);
  expect(clinic.fields.get(worst)?.value).toEqual({ value: "4" });
});

test("more fields, or more text, than one request may carry go in several; what no request could carry holds nothing back", async () => {
  const clinic = server();
  const draft = open(clinic);
  const signs = SIGNS.flatMap((sign) => signSides(sign).map((side) => draftPath.sign(sign.id, side)));
  const areas = BODY_REGIONS.flatMap(({ id, sides }) => sides.map((side) => draftPath.painArea(id, side)));
  const cells = NEUROLOGICAL_CELLS.flatMap(({ key, sides }) => sides.map((side) => draftPath.neuro(key, side)));
  const measures = MEASURES.filter(({ id }) => isEnteredMeasure(id) && id !== "nprs_worst").flatMap(({ id, sides }) =>
    sides.map((side) => draftPath.measure(id, side)),
  );
  const asked = FLAGS.filter(({ origin }) => origin === "screening").map(({ id }) => draftPath.screening(id));
  const fields = [...signs, ...areas, ...cells, ...measures, ...asked];
  expect(fields.length).toBeGreaterThan(200);
  const texts = ["medication", "work", "sport"].map((key) => `subjective.${key}`);
  for (const path of signs) draft.set(path, { grade: "absent" });
  for (const path of areas) draft.set(path, { quality: [] });
  for (const path of cells) draft.set(path, { state: "normal" });
  for (const path of measures) draft.set(path, { value: "1" });
  for (const path of asked) draft.set(path, { answer: "no" });
  for (const path of texts) draft.set(path, { text: "x".repeat(400_000) });
  draft.set(note, "x".repeat(1_000_000));
  draft.set(worst, { value: "4" });
  expect(await draft.flush()).toBe(false);
  expect(fields.filter((path) => !clinic.fields.has(path))).toEqual([]);
  expect(clinic.fields.has(worst)).toBe(true);
  for (const { body } of clinic.sent) {
    expect((body as { changes: unknown[] }).changes.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(body).length).toBeLessThan(1_000_000);
  }
  expect([...draft.fields.rejections].sort()).toEqual([note, ...texts].sort());
  draft.close();
});

test("a discarded draft leaves nothing on the device and sends nothing more", async () => {
  const clinic = server();
  const draft = open(clinic);
  clinic.fail({ kind: "later", why: "offline" });
  draft.set(note, "for nothing");
  await draft.flush();
  const sent = clinic.sent.length;
  await draft.discard();
  clinic.fail(null);
  await draft.flush();
  expect(clinic.sent).toHaveLength(sent);
  const store = await deviceStore();
  expect([await store.count("fields"), await store.count("outbox")]).toEqual([0, 0]);
});
