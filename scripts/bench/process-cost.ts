/** What a tree of processes has used, read from Linux's /proc: CPU time and memory of its own. */
import { readdirSync, readFileSync } from "node:fs";

/** Jiffies per second: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Places in /proc/PID/stat behind the command: the parent; user and system time, its own and that of ended children. */
const PARENT = 1;
const TIMES = [11, 15] as const;

type Stat = { parent: number; ticks: number };

/** CPU milliseconds of a process and all below it, those that have ended included. */
export function cpuMs(root: number): number {
  const all = stats();
  const sum = treeOf(root, all).reduce((total, pid) => total + (all.get(pid)?.ticks ?? 0), 0);
  return (sum * 1_000) / TICKS;
}

/** Bytes that belong to the tree alone: what a database's processes share is not counted for each. */
export function privateBytes(root: number): number {
  return treeOf(root, stats()).reduce((total, pid) => total + anonymousKb(pid) * 1024, 0);
}

/** Processes that this one has started. */
export function childrenOf(parent: number): number[] {
  return [...stats()].filter(([, stat]) => stat.parent === parent).map(([pid]) => pid);
}

export function commandOf(pid: number): string {
  return readOrEmpty(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function treeOf(root: number, all: Map<number, Stat>): number[] {
  const below = [...all].filter(([, { parent }]) => parent === root).flatMap(([pid]) => treeOf(pid, all));
  return [root, ...below];
}

function stats(): Map<number, Stat> {
  const found = new Map<number, Stat>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    // The command may hold spaces and brackets; what follows its last bracket doesn't.
    const fields = readOrEmpty(`/proc/${name}/stat`).split(") ").at(-1)?.split(" ") ?? [];
    const parent = Number(fields[PARENT]);
    if (Number.isNaN(parent)) continue;
    const ticks = fields.slice(...TIMES).reduce((total, field) => total + Number(field), 0);
    found.set(Number(name), { parent, ticks });
  }
  return found;
}

function anonymousKb(pid: number): number {
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** A process may end while it is looked at. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
