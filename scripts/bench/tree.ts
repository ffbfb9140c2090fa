/**
 * A copy of the sources with pages to compare with, which the product itself never has: one that is empty, and for each
 * measured page a twin that renders the same rows from memory.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inProject } from "../launch/project.mjs";

const COPY = inProject(".bench", "tree");
/** Both, since the one takes its frame from the other. */
const ROOMS = ["(clinic)", "(visit)"] as const;
const TWINS = join("app", "constant");
const KEPT = join("bench-twins", "kept.ts");

/** Pages that get a twin, as folders of app/. */
const MEASURED = {
  caseload: "(clinic)/caseload",
  chart: "(clinic)/patients/[patientId]",
  visit: "(visit)/visits/[visitId]",
};

export type PageName = keyof typeof MEASURED;

/** Makes the copy; `pages` are those that exist. A build in it from before is kept for the next one to use. */
export function copyTree(): { folder: string; pages: PageName[] } {
  mkdirSync(COPY, { recursive: true });
  const kept = new Set(["node_modules", ".next", ".data"]);
  for (const name of readdirSync(COPY)) if (!kept.has(name)) rmSync(join(COPY, name), { recursive: true });
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: inProject(),
    encoding: "utf8",
  });
  for (const file of listed.split("\0")) {
    // A copied test would be found and run as one of the project's.
    if (file === "" || /\.test\.tsx?$|^e2e\//.test(file) || !existsSync(inProject(file))) continue;
    mkdirSync(dirname(join(COPY, file)), { recursive: true });
    cpSync(inProject(file), join(COPY, file));
  }
  const installed = (folder: string) => join(folder, "node_modules", ".package-lock.json");
  const isCurrent =
    existsSync(installed(COPY)) && readFileSync(installed(COPY)).equals(readFileSync(installed(inProject())));
  if (!isCurrent) {
    rmSync(join(COPY, "node_modules"), { recursive: true, force: true });
    // Hard links: the bundler follows no symbolic link out of its folder.
    execFileSync("cp", ["-al", inProject("node_modules"), join(COPY, "node_modules")]);
  }
  addPages();
  const pages = (Object.keys(MEASURED) as PageName[]).filter((page) =>
    existsSync(join(COPY, "app", MEASURED[page], "page.tsx")),
  );
  return { folder: COPY, pages };
}

function addPages(): void {
  write(join("app", "empty", "page.tsx"), "export default function EmptyPage() {\n  return <p>Empty</p>;\n}\n");
  write(KEPT, KEPT_SOURCE);
  // The product's own build checks its types.
  const config = readFileSync(join(COPY, "next.config.ts"), "utf8");
  write(
    "next.config.ts",
    config.replace(
      "poweredByHeader: false,",
      "$& typescript: { ignoreBuildErrors: true }, turbopack: { root: import.meta.dirname },",
    ),
  );
  for (const rooms of ROOMS) cpSync(join(COPY, "app", rooms), join(COPY, TWINS, rooms), { recursive: true });
  for (const file of filesBelow(join(COPY, TWINS))) {
    const room = dirname(file.slice(join(COPY, TWINS).length + 1));
    const isPage = file.endsWith("page.tsx");
    if (isPage && !Object.values(MEASURED).includes(room)) rmSync(file);
    else if (/\.tsx?$/.test(file)) writeFileSync(file, asTwin(readFileSync(file, "utf8")));
  }
}

const FETCHING = /^import \{([^}]*)\} from "(@\/(?:auth|db)\/[^"]+)";$/gm;

/** What a server module fetches from auth/ and db/ it fetches once, and keeps. */
function asTwin(source: string): string {
  if (/^["']use (client|server)["']/m.test(source) || source.search(FETCHING) < 0) return source;
  const rewritten = source.replace(FETCHING, (_, names: string, from: string) => {
    const all = names.split(",").flatMap((name) => name.trim() || []);
    const isType = (name: string) => name.startsWith("type ");
    const real = `real_${from.replace(/\W/g, "_")}`;
    const kept = all
      .filter((name) => !isType(name))
      .map((name) => `const ${name} = keep("${from}.${name}", ${real}.${name});`);
    return [`import { ${all.filter(isType)} } from "${from}";`, `import * as ${real} from "${from}";`, ...kept].join(
      "\n",
    );
  });
  return `import { keep } from "@/bench-twins/kept";\n${rewritten}`;
}

const KEPT_SOURCE = `/** Keeps the first answer of each asynchronous call for all later ones with the same arguments. */
const answers = new Map<string, unknown>();

export function keep<T>(name: string, real: T): T {
  if (typeof real !== "function") return real;
  const kept = (...args: unknown[]) => {
    // The actor is always the same; a moment never is.
    const told = args.filter((arg, k) => !(arg instanceof Date) && !(k === 0 && typeof arg === "object"));
    const key = name + JSON.stringify(told);
    if (answers.has(key)) return answers.get(key);
    const answer: unknown = real(...args);
    if (answer instanceof Promise) answers.set(key, answer);
    return answer;
  };
  return kept as T;
}
`;

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(COPY, file)), { recursive: true });
  writeFileSync(join(COPY, file), text);
}
