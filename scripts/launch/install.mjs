/** Makes sure that Node is new enough and that node_modules is what package-lock.json says. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dependencyFingerprint, inProject, ROOT } from "./project.mjs";
import { progress, Refusal } from "./say.mjs";

const OLDEST = [20, 19];
const STAMP = inProject("node_modules", ".counterpoise-installed");

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Refusal(`Counterpoise needs Node ${OLDEST.join(".")} or newer; this is ${version}.`);
  }
}

/** Runs a program to its end with its output shown; resolves to the exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], ...options });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal ? 1 : code));
  });
}

/** Installs the packages unless those of this very package-lock.json are there. */
export async function installPackages() {
  const wanted = dependencyFingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  await progress("Installing packages", async () => {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    // Development tools too, whatever NODE_ENV says: the build needs some of them.
    const code = await run(npm, ["ci", "--include=dev", "--loglevel=error"]).catch(() => 1);
    if (code !== 0) throw new Refusal("npm ci failed: see its message above; is the package registry reachable?");
    writeFileSync(STAMP, wanted);
  });
}
