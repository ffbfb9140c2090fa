import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNumber } from "@/domain/typed-number";

describe("numbers as people type them", () => {
  test.each([
    ["0", 0],
    ["0,0", 0],
    ["-0", 0],
    ["12,5", 12.5],
    ["12.5", 12.5],
    [" 7 ", 7],
    [",5", 0.5],
    ["5,", 5],
    ["−3", -3],
    ["+3", 3],
  ])("%j is %d", (text, value) => expect(parseNumber(text)).toEqual({ kind: "value", value }));

  test.each(["", "  "])("%j is missing, not zero", (text) => expect(parseNumber(text)).toEqual({ kind: "missing" }));

  test.each(["1,2,3", "1.000,5", "1e3", "12 N", "abc", "-", ".", "--2", "1 2", "Infinity", "0x10", "½"])(
    "%j is refused",
    (text) => expect(parseNumber(text)).toEqual({ kind: "not_a_number" }),
  );

  test("comma and point read alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2);
        expect(parseNumber(text.replace(".", ","))).toEqual(parseNumber(text));
      }),
    );
  });
});
