/** The journeys: Chromium only, against the production server that scripts/test.mjs starts and names in E2E_BASE_URL. */
import { defineConfig, devices } from "@playwright/test";

const executablePath = process.env.E2E_CHROMIUM;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "artefacts/e2e",
  // What a journey waits for is bounded step by step (below): this ends one that hangs, on a busy machine too.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  projects: [
    // It needs the empty store; every other journey founds a clinic.
    { name: "first run", testMatch: "first-run.spec.ts", teardown: "busy database" },
    { name: "journeys", testIgnore: ["first-run.spec.ts", "busy-database.spec.ts"], dependencies: ["first run"] },
    // It holds up whoever else is on the database, and so comes after all others.
    { name: "busy database", testMatch: "busy-database.spec.ts" },
  ],
  reporter: [["list"], ["json", { outputFile: "artefacts/e2e-results.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.E2E_BASE_URL,
    actionTimeout: 10_000,
    // The log of what was done; a picture of the page before and after each step would take longer than the step.
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium's sandbox refuses to run as root, which is what a container gives us.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-sync",
        "--no-default-browser-check",
        "--no-first-run",
        "--no-pings",
      ],
    },
  },
});
