import { expect, test } from "vitest";
import type { Completeness } from "@/domain/visit/completeness";
import { nextToDo } from "./next-to-do";

const left = (of: Partial<Completeness>) => ({
  completeness: { blocking: [], unconfirmed: [], deciding: "open" as const, ...of },
});
const ASKED = ["aaa_suspected", "dvt_suspected"] as const;
const NO = { answer: "no" };

test("screening comes first, then pain; 0 is an answer", () => {
  const open = left({ blocking: [{ path: "treatment", code: "treatment_missing" }] });
  const fields = new Map<string, unknown>();
  const next = () => nextToDo(open, fields, "treatment", ASKED);
  expect(next()).toBe("screening.aaa_suspected");
  fields.set("screening.aaa_suspected", NO);
  expect(next()).toBe("screening.dvt_suspected");
  fields.set("screening.dvt_suspected", NO);
  expect(next()).toBe("measure.nprs_worst.M");
  fields.set("measure.nprs_worst.M", { value: "0" });
  expect(next()).toBe("treatment");
});

test("what waits is taken in the order of the page", () => {
  const fields = new Map<string, unknown>([
    ["screening.aaa_suspected", NO],
    ["measure.nprs_worst.M", { value: "3" }],
  ]);
  const both = left({
    unconfirmed: ["sign.quad_tightness.L"],
    blocking: [
      { path: "next_review", code: "next_review_missing" },
      { path: "treatment", code: "treatment_missing" },
    ],
  });
  expect(nextToDo(both, fields, "treatment", ["aaa_suspected"])).toBe("sign.quad_tightness.L");
  const texts = left({ unconfirmed: ["subjective.work"], blocking: both.completeness.blocking });
  expect(nextToDo(texts, fields, "treatment", ["aaa_suspected"])).toBe("treatment");
  const only = left({ unconfirmed: ["subjective.work"] });
  expect(nextToDo(only, fields, "treatment", ["aaa_suspected"])).toBe("subjective.work");
  const signed = left({ blocking: both.completeness.blocking });
  expect(nextToDo(signed, fields, "treatment", ["aaa_suspected"])).toBe("treatment");
  expect(nextToDo(left({}), fields, "treatment", ["aaa_suspected"])).toBeNull();
});

test("a contact asks for neither screening nor pain", () => {
  expect(nextToDo(left({}), new Map(), "contact", ASKED)).toBeNull();
});
