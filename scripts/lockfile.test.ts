/** Guards the fresh clone: `npm ci` refuses a lock file that leaves out a platform's optional package. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Entry = { optionalDependencies?: Record<string, string>; resolved?: string };
type LockFile = { packages: Record<string, Entry> };

const lock: LockFile = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

/** Where node looks for `name` from the package at `path`, nearest first. */
function places(path: string, name: string): string[] {
  const parents = path
    .split("/node_modules/")
    .map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return ["", ...parents.filter((parent) => parent !== "")].map((parent) =>
    [parent, "node_modules", name].filter((part) => part !== "").join("/"),
  );
}

test("the lock file lists the optional packages of every platform", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => places(path, name).every((p) => !lock.packages[p])),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
});
