import { expect, test } from "vitest";
import { begunQuery, goesOn } from "./session-draft";

const BEGUN = { versionId: "v1", on: "2026-03-10" };
const NEWER = { versionId: "v2", on: "2026-03-10" };
const address = `?${begunQuery(BEGUN)}`;

test("a session goes on where it began, or is led to the page of its own version or day", () => {
  expect(goesOn(BEGUN, { page: BEGUN, asked: null, search: "" })).toBe("here");
  expect(goesOn(BEGUN, { page: BEGUN, asked: BEGUN, search: address })).toBe("here");
  expect(goesOn(BEGUN, { page: NEWER, asked: null, search: "" })).toBe("its_page");
  expect(goesOn(BEGUN, { page: { ...BEGUN, on: "2026-03-11" }, asked: null, search: "?from=1" })).toBe("its_page");
});

test("only the clinic ends it: a page kept on the phone leaves it waiting", () => {
  expect(goesOn(BEGUN, { page: NEWER, asked: BEGUN, search: address })).toBe("ended");
  expect(goesOn(BEGUN, { page: NEWER, asked: null, search: address })).toBe("waits");
  expect(goesOn(BEGUN, { page: NEWER, asked: null, search: `${address}&from=1` })).toBe("waits");
});
