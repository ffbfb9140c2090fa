import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const IMPORT = /^import (?!type\b)(?:([^;]*?) from )?"([^"]+)";/gm;

const fileOf = (from: string, of: string): string | undefined => {
  const path = from.startsWith("@/") ? join(ROOT, from.slice(2)) : resolve(of, "..", from);
  return ["", ".ts", ".tsx"].map((end) => path + end).find((file) => /\.tsx?$/.test(file) && existsSync(file));
};

/** Chains of static imports from a module of ours to zod; what is imported when needed doesn't count. */
function waysToZod(entry: string): string[] {
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
      if (/^zod\b/.test(from)) found.push(next.join(" → "));
      const target = /^[.@]/.test(from) ? fileOf(from, file) : undefined;
      if (target !== undefined) walk(target, next);
    }
  };
  walk(join(ROOT, entry), []);
  return found;
}

// It weighs a quarter of what a route may ship, and tries what the content security policy forbids.
test.each([
  "components/visit/visit-screen.tsx",
  "components/questionnaire/question-room.tsx",
  "components/portal/session-room.tsx",
])("%s comes to the browser without zod", (entry) => {
  expect(waysToZod(entry)).toEqual([]);
});

test("the way to zod is found where there is one", () => {
  expect(waysToZod("domain/visit/check-field.ts")).toContain(
    "domain/visit/check-field.ts → domain/visit/field-values.ts",
  );
});
