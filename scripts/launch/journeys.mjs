/** Runs the end-to-end tests against the production build, on an embedded store of their own or an empty one named for them. */
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { run, stopPrograms } from "./process.mjs";
import { inProject } from "./project.mjs";
import { say } from "./say.mjs";
import { freshSecrets, withSecrets } from "./secrets.mjs";
import { freePort } from "./server.mjs";
import { readSettings } from "./settings.mjs";
import { startStack } from "./stack.mjs";
import { add, playwrightTally, ZERO } from "./tally.mjs";

const LOG = inProject("artefacts", "server.log");
const REPORT = inProject("artefacts", "e2e-results.json");

/** Settings of a server that shares nothing with the one of the person who runs the tests, whose DATABASE_URL it never reads; its mails go to a journey. */
async function ownSettings(dataDir) {
  const PORT = String(await freePort());
  const SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
  const own = { PORT, DATA_DIR: dataDir, SMTP_URL, MAIL_FROM: "plan@clinic.example" };
  const { E2E_DATABASE_URL, E2E_DATABASE_OWNER_URL } = process.env;
  const named = { DATABASE_URL: E2E_DATABASE_URL, DATABASE_OWNER_URL: E2E_DATABASE_OWNER_URL, ...freshSecrets() };
  return withSecrets(readSettings(E2E_DATABASE_URL ? { ...own, ...named } : own));
}

export async function runJourneys() {
  const browser = await findBrowser();
  await build();
  // Short, because a socket path may have at most 107 bytes.
  const dataDir = mkdtempSync(join(tmpdir(), "cp-e2e-"));
  rmSync(REPORT, { force: true });
  const log = createWriteStream(LOG);
  const lost = [];
  const onLine = (line) => {
    log.write(`${line}\n`);
    if (/unhandled ?rejection/i.test(line)) lost.push(line);
  };
  try {
    const settings = await ownSettings(dataDir);
    const { env } = await startStack(settings, "start", onLine);
    const code = await run(process.execPath, [inProject("node_modules", "@playwright", "test", "cli.js"), "test"], {
      env: {
        ...env,
        // The fixtures write to the database through the same modules as the server.
        NODE_OPTIONS: "--conditions=react-server",
        E2E_BASE_URL: env.APP_URL,
        E2E_CHROMIUM: browser,
      },
    });
    const tally = playwrightTally(REPORT, code);
    if (lost.length === 0) return tally;
    say(`The server lost ${lost.length} rejection(s), see artefacts/server.log. The first: ${lost[0]}`);
    return add(tally, { ...ZERO, failed: 1 });
  } finally {
    await stopPrograms();
    log.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
