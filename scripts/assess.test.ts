/** The command as a person runs it: one result on stdout, or one line and exit code 2. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "assess-"));
afterAll(() => rmSync(folder, { recursive: true }));

const launcher = fileURLToPath(new URL("./assess.mjs", import.meta.url));
const worked = fileURLToPath(new URL("../domain/cases.json", import.meta.url));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

function onText(text: string) {
  const path = join(folder, "cases.json");
  writeFileSync(path, text);
  return run(path);
}

test("prints the conclusions of every case and nothing else", () => {
  const { status, stdout, stderr } = run(worked);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { cases } = JSON.parse(stdout) as { cases: { case_id: string; results: object[] }[] };
  expect(cases.map(({ case_id }) => case_id).slice(0, 2)).toEqual(["C01", "C02"]);
  expect(cases.flatMap(({ results }) => results)).toHaveLength(82);
});

test.each([
  [
    "a decreasing day",
    '{"cases":[{"case_id":"A","patient":{"age":40,"sex":"F"},"visits":[{"visit":1,"day":2,"flags":[],"signs":[],"measures":[]},{"visit":2,"day":1,"flags":[],"signs":[],"measures":[]}]}]}',
    /^cases\[0\]\.visits\[1\]\.day$/,
  ],
  ["a key twice", '{"cases":[],"cases":[{"case_id":"A"}]}', /^cases$/],
  ["not JSON", "{", /is not JSON/],
  ["an empty file", "", /is not JSON/],
  ["two documents", '{"cases":[]}{"cases":[]}', /is not JSON/],
  ["not an object", "[]", /cases\.json: /],
])("%s: one line on stderr, exit 2", (_, text, line) => {
  const { status, stdout, stderr } = onText(text);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr.trimEnd()).toMatch(line);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("a missing file or no file is said, exit 2", () => {
  expect(run(join(folder, "nowhere.json"))).toMatchObject({
    status: 2,
    stdout: "",
    stderr: expect.stringMatching(/^Cannot read/),
  });
  expect(run()).toMatchObject({ status: 2, stdout: "" });
});
