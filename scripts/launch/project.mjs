/** Where the project lies and what its files are: the ground the other launchers stand on. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Path of a file of the project. */
export const inProject = (...parts) => join(ROOT, ...parts);

const NOT_BUILT = new Set(["node_modules", "scripts", "e2e", "docs", "artefacts", "bench", "coverage", "test-results"]);

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (folder !== ROOT || !NOT_BUILT.has(entry.name)) yield* sources(path);
    } else if (entry.isFile() && !/\.(test\.tsx?|md|tsbuildinfo)$|^next-env\.d\.ts$/.test(entry.name)) {
      yield path;
    }
  }
}

/** Fingerprint of everything that goes into a build, by content, so that a touched file alone builds nothing. */
export function sourceFingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const path of [...sources(ROOT)].sort()) {
    hash.update(`\0${relative(ROOT, path)}\0`).update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** Fingerprint of what npm would install. */
export function dependencyFingerprint() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const name of ["package-lock.json", ".npmrc"]) hash.update(readFileSync(inProject(name)));
  return hash.digest("hex");
}
