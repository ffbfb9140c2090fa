import { expect, test, vi } from "vitest";
import { DraftFields } from "./draft-fields";

const note = "note";
const worst = "measure.nprs_worst.M";

test("nothing recorded, a value typed and a value cleared are told apart by what is sent, over the version that was read", () => {
  const fields = new DraftFields([{ path: worst, value: { value: "0" }, version: 3 }]);
  expect([fields.value(note), fields.value(worst)]).toEqual([null, { value: "0" }]);
  expect(fields.unsent).toEqual([]);
  fields.type(note, "walks");
  fields.type(worst, null);
  expect(fields.unsent).toEqual([
    { path: worst, value: null, base: 3 },
    { path: note, value: "walks", base: 0 },
  ]);
});

test("who listens to a field hears of that field alone, who listens to all hears of each", () => {
  const fields = new DraftFields([]);
  const [ofNote, ofAll] = [vi.fn(), vi.fn()];
  const stop = fields.subscribe(note, ofNote);
  fields.subscribe("", ofAll);
  fields.type(worst, { value: "4" });
  fields.type(note, "walks");
  stop();
  fields.type(note, "walks on");
  expect([ofNote.mock.calls.length, ofAll.mock.calls.length]).toEqual([1, 3]);
  expect(fields.revision).toBe(3);
});

test("a save acknowledges the words that were sent; those typed since wait, over the version it made", () => {
  const fields = new DraftFields([]);
  fields.type(note, "walks");
  expect(fields.takeSaved({ path: note, value: "walks", version: 1 }, true)).toBe(false);
  expect(fields.isTyped(note)).toBe(false);
  fields.type(note, "walks on");
  fields.type(note, "walks on, and far");
  expect(fields.takeSaved({ path: note, value: "walks on", version: 2 }, true)).toBe(true);
  expect(fields.unsent).toEqual([{ path: note, value: "walks on, and far", base: 2 }]);
});

test("another tab's save fills a field that nobody touched, and leaves the version under words typed here", () => {
  const fields = new DraftFields([]);
  fields.type(note, "here");
  expect(fields.takeSaved({ path: note, value: "there", version: 1 }, false)).toBe(false);
  fields.takeSaved({ path: worst, value: { value: "2" }, version: 1 }, false);
  expect(fields.unsent).toEqual([{ path: note, value: "here", base: 0 }]);
  expect(fields.value(worst)).toEqual({ value: "2" });
});

test("what others wrote is news in a field that nobody touched, and none where it stands already", () => {
  const fields = new DraftFields([{ path: worst, value: { value: "2" }, version: 1 }]);
  fields.type(note, "here");
  fields.follow({ path: note, value: "there", version: 1 });
  fields.follow({ path: worst, value: { value: "2" }, version: 2 });
  expect([fields.news, fields.value(note)]).toEqual([0, "here"]);
  fields.follow({ path: worst, value: { value: "3" }, version: 3 });
  expect([fields.news, fields.value(worst)]).toEqual([1, { value: "3" }]);
});

test("two texts of a field are not sent until one is chosen; then the other's version is what one types over", () => {
  const fields = new DraftFields([]);
  fields.type(note, "mine");
  fields.ask({ path: note, mine: "mine", value: "theirs", version: 4, by: "M. Oduya", at: "" });
  fields.type(note, "mine, and more");
  expect([fields.unsent, fields.conflicts[0]?.mine]).toEqual([[], "mine, and more"]);
  const chosen = fields.takeTheirs(note);
  expect([chosen?.mine, fields.value(note), fields.conflicts]).toEqual(["mine, and more", "theirs", []]);
  expect(fields.takeTheirs(note)).toBeUndefined();
  fields.type(note, "mine, and more");
  expect(fields.unsent).toEqual([{ path: note, value: "mine, and more", base: 4 }]);
});

test("a refused field is not sent as it is, and is again once it is typed in", () => {
  const fields = new DraftFields([]);
  fields.type(note, "too long");
  fields.reject(note, "too_long");
  expect([fields.unsent, fields.rejections, fields.rejection(note)]).toEqual([[], [note], "too_long"]);
  fields.type(note, "short");
  expect([fields.unsent.length, fields.rejections]).toEqual([1, []]);
});

test("what the device held comes back as typed, but not over newer words, nor where the server has it", () => {
  const fields = new DraftFields([{ path: worst, value: { value: "2" }, version: 1 }]);
  expect(fields.bringBack({ path: worst, value: { value: "2" }, base: 0 })).toBe(false);
  expect(fields.bringBack({ path: note, value: "sits less", base: 0 })).toBe(true);
  fields.type(note, "sits less than before");
  expect(fields.bringBack({ path: note, value: "sits less", base: 0 })).toBe(true);
  expect(fields.unsent).toEqual([{ path: note, value: "sits less than before", base: 0 }]);
});
