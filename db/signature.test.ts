import { beforeAll, expect, test } from "vitest";
import { canonicalJson, checkSignature, sign } from "./signature";

beforeAll(() => {
  process.env.DATABASE_URL = "postgres://nobody@localhost/none";
  process.env.AUTH_SECRET = "x".repeat(32);
  process.env.SIGNING_KEYS = `k2:${Buffer.alloc(32, 2).toString("base64")},k1:${Buffer.alloc(32, 1).toString("base64")}`;
});

test("the same visit gives the same text whatever the order of its members", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: undefined, e: 0 })).toBe('{"b":[1,{"c":"é","d":null}],"e":0}');
  expect(canonicalJson({ e: 0, b: [1, { c: "é", d: null }] })).toBe('{"b":[1,{"c":"é","d":null}],"e":0}');
});

test("zero, missing and absent stay three different things in what is signed", () => {
  const texts = [{ pain: 0 }, { pain: null }, {}].map(canonicalJson);
  expect(new Set(texts).size).toBe(3);
});

test("an altered text, a foreign mac and a lost key are told apart", () => {
  const signature = sign({ ely: 118 });
  expect(signature.key).toBe("k2");
  expect(checkSignature(signature)).toBe("ok");
  expect(checkSignature({ ...signature, text: signature.text.replace("118", "128") })).toBe("broken");
  expect(checkSignature({ ...signature, mac: "00" })).toBe("broken");
  expect(checkSignature({ ...signature, key: "k9" })).toBe("key_missing");
});
