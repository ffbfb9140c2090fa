/** Keeps the production build in step with the sources: built once, and again only when a source's content changed. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { run } from "./process.mjs";
import { inProject, sourceFingerprint } from "./project.mjs";
import { progress, Refusal } from "./say.mjs";

const STAMP = inProject(".next", "counterpoise-source");
export const NEXT = inProject("node_modules", "next", "dist", "bin", "next");

export function isBuilt(fingerprint = sourceFingerprint()) {
  return existsSync(inProject(".next", "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint;
}

/** Builds unless the build at hand came from these sources. */
export async function build() {
  const fingerprint = sourceFingerprint();
  if (isBuilt(fingerprint)) return;
  // A build that dies half-way must not pass for the old one.
  rmSync(STAMP, { force: true });
  // Its types are checked too, also of routes that have moved since a development server last looked.
  rmSync(inProject(".next", "dev", "types"), { recursive: true, force: true });
  await progress("Building", async () => {
    const code = await run(process.execPath, [NEXT, "build"], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (code !== 0) throw new Refusal("The build failed: see its message above.");
    writeFileSync(STAMP, fingerprint);
  });
}
