/** The SQL behind a page: what the app sent for it, how often it waited for an answer, and how long the bare SQL takes. */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { socketPath } from "@/db/connection-url";

/** Settings under which the server can write down what it is asked, as JSON. */
export const LOGGING = ["logging_collector=on", "log_destination=jsonlog", "log_parameter_max_length=-1"];

/** What the app's login sends while `act` runs, parameters filled in. Nothing else may be at work. */
export async function statementsOf(admin: Sql, login: string, act: () => Promise<unknown>): Promise<string[]> {
  const [place] = await admin<{ file: string }[]>`
    select current_setting('data_directory') || '/' || pg_current_logfile('jsonlog') as file`;
  if (!place) throw new Error("the server writes no log");
  await logEverything(admin, true);
  const before = statSync(place.file).size;
  await act();
  await logEverything(admin, false);
  const lines = readFrom(place.file, before).split("\n").filter(Boolean);
  const ofLogin = lines.map((line) => JSON.parse(line) as LogLine).filter(({ user }) => user === login);
  return inTurn(ofLogin).flatMap(sent);
}

type LogLine = { user?: string; pid?: number; message?: string; detail?: string };

/** A page's transactions may run side by side: one after the other, in the order in which they began. */
function inTurn(lines: readonly LogLine[]): LogLine[] {
  const transactions: LogLine[][] = [];
  const open = new Map<number | undefined, LogLine[]>();
  for (const line of lines) {
    if (line.message?.startsWith("statement: begin") || !open.has(line.pid)) {
      const begun: LogLine[] = [];
      open.set(line.pid, begun);
      transactions.push(begun);
    }
    open.get(line.pid)?.push(line);
  }
  return transactions.flat();
}

/** The server's processes and its log take the new setting a moment later. */
async function logEverything(admin: Sql, on: boolean): Promise<void> {
  await pause(300);
  await admin.unsafe(`alter system set log_statement = '${on ? "all" : "none"}'`);
  await admin.unsafe("select pg_reload_conf()");
  await pause(300);
}

function sent({ message = "", detail = "" }: LogLine): string[] {
  const text = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(message)?.[1];
  if (text === undefined) return [];
  const values = new Map<string, string>();
  for (const [, name, value] of detail.matchAll(/\$(\d+) = (NULL|'(?:[^']|'')*')/g)) {
    if (name !== undefined && value !== undefined) values.set(name, value);
  }
  return [text.replace(/\$(\d+)/g, (whole, name: string) => values.get(name) ?? whole)];
}

function readFrom(file: string, offset: number): string {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(statSync(file).size - offset);
    readSync(handle, bytes, 0, bytes.length, offset);
    return bytes.toString();
  } finally {
    closeSync(handle);
  }
}

export const hasPgbench = (): boolean => spawnSync("pgbench", ["--version"]).status === 0;

/**
 * Mean milliseconds of these statements one after the other on one connection as the app's login, planned each time.
 * What they write is rolled back each time.
 */
export function bareMs(url: string, statements: readonly string[], seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), "cp-bench-"));
  const script = join(folder, "script.sql");
  const lines = statements.map((text) => text.replace(/^begin; /, "begin;\n").replace(/^commit$/, "rollback"));
  writeFileSync(script, lines.map((line) => `${line};\n`).join(""));
  const at = new URL(url);
  const args = ["-n", "-c", "1", "-T", String(seconds), "-f", script];
  const place = [
    "-h",
    at.searchParams.get("host") ?? "",
    "-p",
    at.port || "5432",
    "-U",
    at.username,
    at.pathname.slice(1),
  ];
  try {
    const printed = execFileSync("pgbench", [...args, ...place], {
      encoding: "utf8",
      env: { ...process.env, PGPASSWORD: at.password },
      stdio: ["ignore", "pipe", "pipe"],
    });
    return Number(/latency average = ([\d.]+) ms/.exec(printed)?.[1] ?? Number.NaN);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Stands between app and database (behind a Unix socket) and counts how often a question follows an answer. */
export async function countingProxy(url: string) {
  const target = socketPath(new URL(url).searchParams.get("host") ?? "");
  const own = mkdtempSync(join(tmpdir(), "cp-bench-"));
  let trips = 0;
  const server = createServer((client) => {
    const database = connect(target);
    let isAsking = false;
    client.on("data", (part) => {
      if (!isAsking) trips += 1;
      isAsking = true;
      database.write(part);
    });
    database.on("data", (part) => {
      isAsking = false;
      client.write(part);
    });
    const end = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) socket.on("close", end).on("error", end);
  });
  await new Promise<void>((resolve) => server.listen(socketPath(own), resolve));
  return {
    url: throughFolder(url, own),
    trips: () => trips,
    close: () => {
      server.close();
      rmSync(own, { recursive: true });
    },
  };
}

function throughFolder(url: string, folder: string): string {
  const at = new URL(url);
  at.searchParams.set("host", folder);
  return at.href;
}
