import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playwrightTally, single, skips, summary, vitestTally } from "./tally.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tally-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitestReport = (counts: object, testResults: object[] = []) =>
  report({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults, ...counts });

test("passed, failed and skipped tests are counted", () => {
  const file = vitestReport({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 3 });
  expect(vitestTally(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 3, broken: [] });
});

test("a file that breaks before its first test is a failure", () => {
  const file = vitestReport({ numPassedTests: 5 }, [
    { name: resolve("db/visit.test.ts"), status: "failed", assertionResults: [] },
  ]);
  expect(vitestTally(file, 1)).toMatchObject({ passed: 5, failed: 1, broken: ["db/visit.test.ts"] });
});

test("what failed is named with its file, to stand at the end of a long log", () => {
  const held = { status: "passed", fullName: "signing is final" };
  const broke = { status: "failed", fullName: "amending asks why" };
  const file = vitestReport({ numPassedTests: 1, numFailedTests: 1 }, [
    { name: resolve("db/visit.test.ts"), status: "failed", assertionResults: [held, broke] },
  ]);
  expect(vitestTally(file, 1)).toMatchObject({ failed: 1, broken: ["db/visit.test.ts › amending asks why"] });
});

test("green counts with a red exit code are a failure", () => {
  expect(vitestTally(vitestReport({ numPassedTests: 5 }), 1)).toMatchObject({ failed: 1 });
});

test("nothing run, or no report at all, is a failure", () => {
  expect(vitestTally(vitestReport({}), 0)).toMatchObject({ failed: 1 });
  expect(vitestTally(join(folder, "absent.json"), 0)).toMatchObject({ failed: 1 });
  expect(playwrightTally(join(folder, "absent.json"), 0)).toMatchObject({ failed: 1 });
});

test("a journey that passes only now and then has failed", () => {
  const journey = (title: string, status: string) => ({ file: "hold.spec.ts", title, tests: [{ status }] });
  const suites = [{ specs: [journey("a hold", "expected")], suites: [{ specs: [journey("its end", "flaky")] }] }];
  const file = report({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 2 }, errors: [], suites });
  expect(playwrightTally(file, 0)).toEqual({
    passed: 4,
    failed: 1,
    skipped: 2,
    broken: ["e2e/hold.spec.ts › its end"],
  });
});

test("the last line says passed and failed and nothing else; skipped tests have a line of their own", () => {
  const tally = { ...single(1), skipped: 2 };
  expect(summary(single(0))).toBe("1 passed, 0 failed");
  expect(summary(tally)).toBe("0 passed, 1 failed");
  expect(skips(tally)).toBe("2 skipped");
  expect(skips(single(0))).toBeNull();
});
