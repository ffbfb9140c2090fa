/** Makes sure that Node is new enough and that node_modules is what package-lock.json says. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./process.mjs";
import { dependencyFingerprint, inProject } from "./project.mjs";
import { progress, Refusal } from "./say.mjs";

const OLDEST = [20, 19];
const STAMP = inProject("node_modules", ".counterpoise-installed");

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Refusal(`Counterpoise needs Node ${OLDEST.join(".")} or newer; this is ${version}.`);
  }
}

/** Installs the packages unless those of this very package-lock.json are there. */
export async function installPackages() {
  const wanted = dependencyFingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  await progress("Installing packages", async () => {
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    // Development tools too, whatever NODE_ENV says: the build needs some of them.
    const code = await run(npm, ["ci", "--include=dev", "--loglevel=error"]);
    if (code !== 0) throw new Refusal("npm ci failed: see its message above; is the package registry reachable?");
    writeFileSync(STAMP, wanted);
  });
}
