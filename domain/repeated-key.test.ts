import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedKey } from "./repeated-key";

test.each([
  ['{"a":1,"a":2}', ["a"]],
  ['{"cases":[{"day":1},{"day":5,"flags":[],"day":0}]}', ["cases", 1, "day"]],
  ['[[],[{"x":{"b":1,"b":{}}}]]', [1, 0, "x", "b"]],
  // Escapes are read, not compared as written.
  ['{"a":1,"\\u0061":2}', ["a"]],
  ['{"\\"":1,"\\"":2}', ['"']],
])("%s is said at its second place", (text, path) => {
  expect(repeatedKey(text)).toEqual(path);
});

test("no document as JSON.stringify writes it repeats a key", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat({ max: 3 }), (text, indent) => {
      expect(repeatedKey(text)).toBeNull();
      expect(repeatedKey(JSON.stringify(JSON.parse(text), null, indent))).toBeNull();
    }),
  );
});

test("strings that look like JSON are strings", () => {
  expect(repeatedKey('{"a":"{\\"b\\":1,\\"b\\":2}","b":"a","c":["a","a"]}')).toBeNull();
});
