/** What holds for every case file: order says nothing, and whatever is wrong is named by its own path. */
import fc from "fast-check";
import { expect, test } from "vitest";
import file from "@/domain/cases.json" with { type: "json" };
import { CaseFileError, readCaseFile } from "./case-file";
import { type FieldPath, pathText } from "./field-path";
import { foldEpisode } from "./rules/course";

/** The worked cases without what only explains them. */
const CASES = {
  cases: file.cases.map(({ title: _, fictional: __, rationale: ___, expected: ____, ...one }) => one),
};

type Node = { path: FieldPath; value: unknown };

function nodesOf(value: unknown, path: FieldPath = []): Node[] {
  if (value === null || typeof value !== "object") return [{ path, value }];
  const steps: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [{ path, value }, ...steps.flatMap(([step, inside]) => nodesOf(inside, [...path, step]))];
}

const NODES = nodesOf(CASES);
const isArray = ({ value }: Node) => Array.isArray(value);
const isObject = ({ value }: Node) => value !== null && typeof value === "object" && !Array.isArray(value);
const LEAVES = NODES.filter((node) => !isArray(node) && !isObject(node));
const OBJECTS = NODES.filter(isObject);

/** The worked cases, copied where needed, in which what stands at a path was changed. */
function changed(path: FieldPath, change: (parent: Record<PropertyKey, unknown>, last: PropertyKey) => void) {
  const cases = CASES.cases.map((one, index) => (index === path[1] ? structuredClone(one) : one));
  const root: Record<PropertyKey, unknown> = { document: { cases } };
  const whole: FieldPath = ["document", ...path];
  let parent = root;
  for (const step of whole.slice(0, -1)) parent = parent[step] as Record<PropertyKey, unknown>;
  change(parent, whole.at(-1) ?? "document");
  return root.document;
}

function offence(document: unknown): string | null {
  try {
    readCaseFile(document);
    return null;
  } catch (error) {
    if (error instanceof CaseFileError) return error.path;
    throw error;
  }
}

/** Every array in another order, the same one for the same seed. */
function shuffled(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) {
    return value
      .map((inside) => ({ at: next(), inside: shuffled(inside, next) }))
      .sort((a, b) => a.at - b.at)
      .map(({ inside }) => inside);
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shuffled(inside, next)]));
}

/** Arrays of a conclusion carry no order either. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(unordered).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, unordered(inside)]));
}

const concluded = (document: unknown) =>
  readCaseFile(document)
    .map((one) => ({ case_id: one.case_id, results: foldEpisode(one).map(unordered) }))
    .sort((a, b) => a.case_id.localeCompare(b.case_id));

test("arrays in any order, cases and visits among them, give the same conclusions", () => {
  const expected = concluded(CASES);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const next = () => Number(numbers.next().value);
      expect(concluded(shuffled(CASES, next))).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test("a value that can't be one is named, wherever it stands", () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEAVES), fc.constantFrom(null, {}, [], "?", Number.NaN), ({ path }, wrong) => {
      const document = changed(path, (parent, last) => {
        parent[last] = wrong;
      });
      const named = pathText(path);
      // Some text may be any text.
      if (wrong === "?" && /\.(case_id|reason|clinician|second_clinician|rater)$/.test(named)) return;
      // Of an event that says nothing, the first thing it lacks is named.
      const found = offence(document);
      expect(found === named || found?.startsWith(`${named}.`), `${named}: ${found}`).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a key that nobody knows is named, in whatever object it stands", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OBJECTS), fc.constantFrom("note", "Day", "__proto__", "constructor"), (at, key) => {
      const document = changed([...at.path, key], (parent) => {
        Object.defineProperty(parent, key, { value: 1, enumerable: true });
      });
      expect(offence(document)).toBe(pathText([...at.path, key]));
    }),
    { numRuns: 200 },
  );
});

test("a field left out is named, or it may be absent", () => {
  const MAY_BE_ABSENT =
    /\.(mass_kg|height_cm|dominant_side|onset_day|initial_state|gate_ely|last_nprs_worst|maintain_entry|method|lever_m|pelvis_stabilised|rater|hq_ratio|lsi_ham_pct|[LR]|screening|decision|reason|recheck_day|acks|events|adherence|source|cannot_test|override|second_clinician)$/;
  const notAsStated = NODES.filter(({ path }) => typeof path.at(-1) === "string").flatMap(({ path }) => {
    const document = changed(path, (parent, last) => {
      delete parent[last];
    });
    const named = pathText(path);
    const found = offence(document);
    const isAsStated = found === null ? MAY_BE_ABSENT.test(named) : found === named;
    return isAsStated ? [] : [{ named, found }];
  });
  expect(notAsStated).toEqual([]);
}, 60_000);
