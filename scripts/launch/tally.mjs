/** Counts what the test programs report: passed, failed, skipped, and nothing lost between them. */
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { ROOT } from "./project.mjs";

/** `broken` names what failed, file first, so that the end of a long log says where to look. */
export const ZERO = { passed: 0, failed: 0, skipped: 0, broken: [] };

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    broken: [...a.broken, ...b.broken],
  };
}

/** The line everything ends with: programs read it, so it never says more than this. */
export function summary({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** What stands on a line of its own before the last; null where nothing was skipped. */
export function skips({ skipped }) {
  return skipped > 0 ? `${skipped} skipped` : null;
}

/** A program that counts as one: it held or it didn't. */
export function single(exitCode) {
  return exitCode === 0 ? { ...ZERO, passed: 1 } : { ...ZERO, failed: 1 };
}

/** A report that is missing, empty, or greener than the exit code is a failure too. */
function honest(tally, exitCode) {
  const nothingRan = tally.passed + tally.failed + tally.skipped === 0;
  return (exitCode !== 0 || nothingRan) && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const fromHere = (file) => relative(ROOT, file);

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);

/** Counts of a vitest JSON report. A file that fails before its first test counts as one failure. */
export function vitestTally(file, exitCode) {
  const report = readReport(file);
  if (!report) return { ...ZERO, failed: 1 };
  const failedTests = ({ assertionResults }) => assertionResults.filter(({ status }) => status === "failed");
  const filesAlone = report.testResults.filter((each) => each.status === "failed" && failedTests(each).length === 0);
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + filesAlone.length,
      skipped: report.numPendingTests + report.numTodoTests,
      broken: [
        ...report.testResults.flatMap((each) =>
          failedTests(each).map(({ fullName }) => `${fromHere(each.name)} › ${fullName}`),
        ),
        ...filesAlone.map(({ name }) => fromHere(name)),
      ],
    },
    exitCode,
  );
}

/** Every journey of a Playwright report's nested suites. */
const journeysOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(journeysOf)];

/** Counts of a Playwright JSON report. A test that passes only now and then has failed. */
export function playwrightTally(file, exitCode) {
  const report = readReport(file);
  if (!report) return { ...ZERO, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const unsteady = ({ tests }) => tests.some(({ status }) => status === "unexpected" || status === "flaky");
  return honest(
    {
      passed: expected,
      failed: unexpected + flaky + report.errors.length,
      skipped,
      broken: journeysOf(report)
        .filter(unsteady)
        .map(({ file, title }) => `e2e/${file} › ${title}`),
    },
    exitCode,
  );
}
