import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const IMPORT = /^import (?!type\b)(?:([^;]*?) from )?"([^"]+)";/gm;

const fileOf = (from: string, of: string): string | undefined => {
  const path = from.startsWith("@/") ? join(ROOT, from.slice(2)) : resolve(of, "..", from);
  return ["", ".ts", ".tsx"].map((end) => path + end).find((file) => /\.tsx?$/.test(file) && existsSync(file));
};

/** Chains of static imports from a module of ours to what `target` names; what is imported when needed doesn't count. */
function waysTo(target: RegExp, entry: string): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, names = "", from = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      const named = /^\{([^}]*)\}$/
        .exec(names.trim())?.[1]
        ?.split(",")
        .filter((name) => name.trim() !== "");
      if (named?.every((name) => name.trim().startsWith("type "))) continue;
      const next = [...way, file.slice(ROOT.length + 1)];
      if (target.test(from)) found.push(next.join(" → "));
      const module = /^[.@]/.test(from) ? fileOf(from, file) : undefined;
      if (module !== undefined) walk(module, next);
    }
  };
  walk(join(ROOT, entry), []);
  return found;
}

const ZOD = /^zod\b/;
/** Judging, and what is asked for seldom: they come with the first key or touch. */
const FETCHED =
  /\/(judge-screen|lead-to-test|judge-visit|thresholds|read-draft|course|flag-guides|measure-guides|sign-guides|visit-parts\.json)$/;

// It weighs a quarter of what a route may ship, and tries what the content security policy forbids.
test.each([
  "components/visit/visit-screen.tsx",
  "components/questionnaire/question-room.tsx",
  "components/portal/session-room.tsx",
])("%s comes to the browser without zod", (entry) => {
  expect(waysTo(ZOD, entry)).toEqual([]);
});

test("the way to zod is found where there is one", () => {
  expect(waysTo(ZOD, "domain/visit/check-field.ts")).toContain(
    "domain/visit/check-field.ts → domain/visit/field-values.ts",
  );
});

test("the visit form opens without the rules and without the guides", () => {
  expect(waysTo(FETCHED, "components/visit/visit-screen.tsx")).toEqual([]);
  expect(waysTo(FETCHED, "domain/visit/judge-visit.ts").length).toBeGreaterThan(0);
});
