/** Writes what was measured beside what was promised, misses included. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import lighthouse from "lighthouse/package.json" with { type: "json" };
import next from "next/package.json" with { type: "json" };
import { inProject } from "../launch/project.mjs";
import type { ScriptPage, Scripts, TypingFigures } from "./browser";
import { budgetsOf } from "./budgets";
import { CONCURRENCY, type SizeFigures, type Subject } from "./measure-size";
import { PHONE_RUNS, type PhoneFigures } from "./phone";
import type { SqlBehind } from "./sql-behind";
import { LONG_MEASURES, LONG_VISITS } from "./template";
import type { PageName } from "./tree";

export type Results = {
  pages: readonly PageName[];
  postgres: string;
  sizes: SizeFigures[];
  sql: Map<Subject, SqlBehind>;
  scripts: Map<ScriptPage, Scripts>;
  typing: TypingFigures | null;
  phone: PhoneFigures | null;
};

export const round = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : "–");
const kB = (bytes: number): string => round(bytes / 1_000);
const MB = (bytes: number): string => round(bytes / 1_000_000, 0);
const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, k) => (k === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const DIGITS = { "×": 2, " kB": 1, " ms": 1, "": 0 } as const;

function budgetTable(results: Results, isWhole = true): string {
  return table(
    ["budget", "limit", "measured", "the same by CPU", ""],
    budgetsOf(results)
      .filter(({ measured }) => isWhole || measured !== null)
      .map(({ what, limit, isFloor = false, measured, cpu = null, unit }) => [
        what,
        `${isFloor ? "≥" : "≤"} ${limit}${unit}`,
        measured === null ? "not measured" : `${round(measured, DIGITS[unit])}${unit}`,
        cpu === null ? "" : `${round(cpu, 2)}×`,
        measured === null ? "" : (isFloor ? measured >= limit : measured <= limit) ? "met" : "**missed**",
      ]),
  );
}

function loadTable({ figures }: SizeFigures): string {
  const rows = [...figures].flatMap(([subject, { one, many }]) =>
    [1, CONCURRENCY].map((concurrency) => {
      const cost = concurrency === 1 ? one : many;
      const times = [cost.p50, cost.p99, cost.appMs, cost.databaseMs].map((value) => round(value, 2));
      return [
        subject,
        String(concurrency),
        round(cost.perSecond, 0),
        ...times,
        String(cost.requests),
        String(cost.failed),
      ];
    }),
  );
  const head = [
    "",
    "at a time",
    "requests/s",
    "p50 ms",
    "p99 ms",
    "CPU ms app",
    "CPU ms database",
    "requests",
    "failed",
  ];
  return table(head, rows);
}

function sqlTable({ sql, sizes }: Results): string {
  const last = sizes.at(-1);
  const rows = [...sql].map(([subject, { transactions, statements, roundTrips, bareMs }]) => {
    const p50 = last?.figures.get(subject)?.one.p50 ?? Number.NaN;
    return [
      subject,
      String(transactions),
      String(statements),
      String(roundTrips),
      bareMs === null ? "–" : round(bareMs, 2),
      bareMs === null ? "–" : `${round(p50 / bareMs)}×`,
    ];
  });
  return table(["", "transactions", "statements", "round trips", "bare SQL ms", "p50 over bare SQL"], rows);
}

function scriptTable({ scripts }: Results): string {
  const empty = scripts.get("empty")?.total ?? 0;
  const rows = [...scripts].map(([page, { total, afterLoad, charts, atWork }]) => [
    page,
    kB(total),
    kB(total - empty),
    kB(charts),
    kB(afterLoad),
    kB(atWork),
  ]);
  return table(
    ["", "kB gzip", "over empty", "of which Recharts", "asked for after load", "more from the first key on"],
    rows,
  );
}

function growthTable({ sizes }: Results): string {
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (!small || !large || small === large) return "One size only.";
  const rows = [...large.figures].map(([subject, { one }]) => {
    const before = small.figures.get(subject)?.one;
    const ratio = (of: "p50" | "appMs" | "databaseMs") => `${round(one[of] / (before?.[of] ?? Number.NaN), 2)}×`;
    return [subject, ratio("p50"), ratio("appMs"), ratio("databaseMs")];
  });
  return table(["", "p50", "CPU app", "CPU database"], rows);
}

/** Pages that never ask the database can't grow with it: how far they did is how far a figure may be off. */
function noise({ sizes }: Results): string {
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (!small || !large || small === large) return "";
  const ratios = [...large.figures]
    .filter(([subject]) => subject === "empty" || subject.endsWith("constants"))
    .map(([subject, { one }]) => one.p50 / (small.figures.get(subject)?.one.p50 ?? Number.NaN));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => round(ratio, 2));
  return `Pages that never ask the database took ${least} to ${most} times as long at the second size as at the first: that is the error of this run's growth.\n\n`;
}

/** What is printed at the end: all that is written; of a part, what it measured and the budgets that concern it. */
export function printed(results: Results, isWhole: boolean): string {
  if (isWhole) return page(results);
  const { sizes, sql, scripts, typing, phone } = results;
  const measured = [
    budgetTable(results, isWhole),
    ...sizes.map(loadTable),
    ...(sql.size === 0 ? [] : [sqlTable(results)]),
    ...(scripts.size === 0 ? [] : [scriptTable(results)]),
    ...(typing === null ? [] : [typingText(typing)]),
    ...(phone === null ? [] : [phoneText(phone)]),
  ];
  return `${noise(results)}${measured.join("\n\n")}\n`;
}

function typingText(typing: TypingFigures): string {
  return `${typing.keys} keys, from key to next paint, in a browser and a form that had been open for some seconds: p75 ${round(typing.p75)} ms, slowest ${round(typing.max)} ms. The same in the short form of a new patient, in the same run: p75 ${round(typing.plainP75)} ms.`;
}

function phoneText(phone: PhoneFigures): string {
  return `Today of a patient whose plan runs, in Lighthouse ${lighthouse.version}: slow 4G (150 ms, 1.6 Mbit/s) and a quarter of the processor's speed, median of ${PHONE_RUNS} runs with an empty cache, in a browser that had finished starting. With network and processor held down to that, the largest paint came after ${round(phone.lcpMs, 0)} ms. As Lighthouse comes, it simulates them from an unhindered load: largest paint after ${round(phone.simulatedLcpMs, 0)} ms, performance ${round(phone.performance, 0)}, accessibility ${round(phone.accessibility, 0)}. An empty page of the same build, in the same run: largest paint after ${round(phone.emptyLcpMs, 0)} ms, performance ${round(phone.emptyPerformance, 0)}. Today's script waits for its first use, or some seconds (ADR 0020): begun by a key at a quarter of the processor's speed it runs after ${round(phone.startMs, 0)} ms, of which ${round(phone.startBlockingMs, 0)} ms are blocking time that Lighthouse doesn't see.`;
}

export function writeResults(results: Results): void {
  mkdirSync(inProject("bench"), { recursive: true });
  writeFileSync(inProject("bench", "results.md"), page(results));
}

function page(results: Results): string {
  const { sizes, typing, phone } = results;
  const [cpu] = cpus();
  const missing = (["caseload", "chart", "visit"] as const).filter((name) => !results.pages.includes(name));
  return `# Benchmark

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. Node ${process.versions.node}, Next.js ${next.version}, PostgreSQL ${results.postgres}, Linux ${release()}; ${cpus().length} × ${cpu?.model.trim()}, ${round(totalmem() / 2 ** 30, 0)} GiB. Load average at the end: ${loadavg()
    .map((load) => round(load))
    .join(" ")} (app, database and load generator share the machine).

One patient in ten has ${LONG_VISITS} signed visits of ${LONG_MEASURES} measures, the others have one visit. Each is a copy, inside the database, of a patient whose visits were drafted, judged and signed through the app's own functions; a copy keeps its template's signed text. PostgreSQL writes to disk at each commit. Pages are asked for as a signed-in clinician, over loopback, without a browser; "from constants" is the same page in the same build with what it fetches from \`auth/\` and \`db/\` kept in memory. "Sign" runs \`signVisit\` in the benchmark's own process, without the password check, so its app CPU is that of this process. CPU is user and system time of the server's processes by the number of requests.${missing.length > 0 ? `\n\nNot there to be measured: ${missing.join(", ")}.` : ""}

## Budgets

Server time is wall p50 at one request at a time with ${thousands(sizes.at(-1)?.patients ?? 0)} patients. "By CPU" is the ratio of CPU per request, app and database together, which other work on the machine disturbs less. Alone, each subject had its request in turn with all others, round by round, so that a machine that slows down meanwhile slows all of them. The small clinic is a copy of the large one from before it was filled, with a server of its own beside it; the same patients are asked for in both, one after the other.

${noise(results)}${budgetTable(results)}

${sizes.map((size) => `## ${thousands(size.patients)} patients\n\n${loadTable(size)}\n\nMemory of their own at the end: app ${MB(size.memory.app)} MB, database ${MB(size.memory.database)} MB (without shared buffers).`).join("\n\n")}

## Growth, ${sizes.map(({ patients }) => thousands(patients)).join(" → ")} patients

${growthTable(results)}

## SQL behind each

A round trip is a wait for the database's answer; statements sent together share one. Bare SQL: the same statements with their values written in, planned each time, one after the other through pgbench, what they write rolled back.

${sqlTable(results)}

## JavaScript

${scriptTable(results)}

## Typing in the visit form, CPU slowed down 4×

${typing === null ? "Not measured: no form to type in." : typingText(typing)}

## The patient's phone

${phone === null ? "Not measured." : phoneText(phone)}
`;
}
