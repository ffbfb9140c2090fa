import { expect, test } from "vitest";
import { keepEqual } from "./keep-equal";

test("what has not changed is the same object, what has is new", () => {
  const last = { signs: [{ id: "a", grade: "mild" }, { id: "b" }], note: "slept badly", mass_kg: 70 };
  const next = { signs: [{ id: "a", grade: "mild" }, { id: "b" }], note: "slept well", mass_kg: 70 };
  const kept = keepEqual(last, next);
  expect(kept).toEqual(next);
  expect(kept).not.toBe(last);
  expect(kept.signs).toBe(last.signs);
});

test("all equal is the former value itself", () => {
  const last = { a: [1, null, { b: undefined }] };
  expect(keepEqual(last, { a: [1, null, { b: undefined }] })).toBe(last);
});

test("missing, null, zero and an empty list are four different things", () => {
  for (const [last, next] of [
    [{ a: undefined }, {}],
    [{}, { a: undefined }],
    [{ a: 0 }, { a: null }],
    [{ a: [] }, { a: {} }],
    [{ a: [1, 2] }, { a: [1] }],
  ]) {
    const kept = keepEqual(last, next);
    expect(kept).not.toBe(last);
    expect(kept).toStrictEqual(next);
  }
});

test("a row that was added leaves the others as they are", () => {
  const last = [{ id: "a" }];
  const kept = keepEqual(last, [{ id: "a" }, { id: "b" }]);
  expect(kept).toEqual([{ id: "a" }, { id: "b" }]);
  expect(kept[0]).toBe(last[0]);
});
