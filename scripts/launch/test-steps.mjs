/** The steps of `npm test`, in groups: what stands in one group runs side by side. */
import { rmSync } from "node:fs";
import { findBrowser } from "./browser.mjs";
import { runJourneys } from "./journeys.mjs";
import { run } from "./process.mjs";
import { inProject } from "./project.mjs";
import { single, vitestTally } from "./tally.mjs";

const bin = (...path) => inProject("node_modules", ...path);
const node = (...args) => run(process.execPath, args);

async function lint() {
  return single(await node(bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."));
}

async function types() {
  const generated = await node(bin("next", "dist", "bin", "next"), "typegen");
  return single(generated === 0 ? await node(bin("typescript", "bin", "tsc"), "--noEmit") : generated);
}

async function unused() {
  return single(await node(bin("knip", "bin", "knip.js"), "--no-progress"));
}

/** One project of vitest.config.ts. */
const vitest = (project) => async () => {
  const report = inProject("artefacts", `${project}-results.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return vitestTally(report, await node(bin("vitest", "vitest.mjs"), "run", "--project", project, ...reporters));
};

/** The figures' contact sheet is drawn in a browser: in CI, where none may be missing, it is fetched before its test needs it. */
async function unit() {
  if (process.env.CI !== undefined) process.env.E2E_CHROMIUM = await findBrowser();
  return vitest("unit")();
}

export const STEPS = [
  [
    { name: "lint", title: "Lint", run: lint },
    { name: "types", title: "Types", run: types },
    { name: "unused", title: "Unused code", run: unused },
  ],
  [{ name: "unit", title: "Unit", run: unit }],
  [{ name: "embedded", title: "Database, embedded engine", run: vitest("embedded") }],
  [{ name: "postgres", title: "Database, PostgreSQL", run: vitest("postgres") }],
  [{ name: "e2e", title: "End to end", run: runJourneys }],
];
