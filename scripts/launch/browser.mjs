/** Finds a Chromium for the journeys, or fetches one: the system's, else Playwright's own download, else apt's. */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./process.mjs";
import { inProject } from "./project.mjs";
import { progress, Refusal } from "./say.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

async function downloaded() {
  const playwright = await import(pathToFileURL(inProject("node_modules", "playwright", "index.mjs")).href);
  const path = playwright.chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function download() {
  const cli = inProject("node_modules", "playwright", "cli.js");
  await progress("Downloading Chromium", () => run(process.execPath, [cli, "install", "chromium"]));
  return downloaded();
}

async function fromApt() {
  if (process.getuid?.() !== 0 || !onPath(["apt-get"])) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await progress("Installing Chromium with apt", async () => {
    await run("apt-get", ["update", "-qq"], { env });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { env });
  });
  return onPath(NAMES);
}

/** Path of a Chromium to run the journeys with. */
export async function findBrowser() {
  const named = process.env.E2E_CHROMIUM;
  if (named !== undefined && named !== "") {
    if (!isProgram(named)) throw new Refusal(`E2E_CHROMIUM names no program: "${named}".`);
    return named;
  }
  const found = onPath(NAMES) ?? (await downloaded()) ?? (await download()) ?? (await fromApt());
  if (found === undefined) {
    throw new Refusal("No Chromium: install one on PATH, or name it in E2E_CHROMIUM.");
  }
  return found;
}
