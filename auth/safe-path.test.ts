import { expect, test } from "vitest";
import { safePath } from "./safe-path";

test.each([
  ["/caseload", "/caseload"],
  ["/patients/0190?episode=2", "/patients/0190?episode=2"],
  ["/visits/../caseload", "/caseload"],
])("%s is a path of this app", (text, path) => {
  expect(safePath(text)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "/..//evil.example",
  "/caseload\\..\\..\\evil",
  "javascript:alert(1)",
  "caseload",
  "",
  "/api/auth/signout",
  `/${"a".repeat(600)}`,
])("%j is refused", (text) => {
  expect(safePath(text)).toBeNull();
});

test("nothing asked for is nowhere", () => {
  expect(safePath(undefined)).toBeNull();
  expect(safePath(null)).toBeNull();
});
