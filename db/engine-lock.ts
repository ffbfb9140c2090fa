/**
 * Keeps a second process off the embedded database's folder: two on one folder corrupt it silently.
 *
 * Each starter first puts down a claim, an empty file whose name says which process it is, and only then looks at the
 * others: whoever comes second always sees the first. Claims of dead processes are swept away.
 */
import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DatabaseSetupError } from "@/db/roles";

export type Claim = { release: () => void };

const ATTEMPTS = 8;

/**
 * Claims `folder` for this process. `socketPath` is where a running engine would answer: it shows one that this process
 * can't see by its id, in another container on the same volume.
 * @throws DatabaseSetupError naming the process that has it.
 */
export async function claimEngine(folder: string, socketPath: string): Promise<Claim> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const startedAt = processStart(process.pid) ?? "0";
  for (let attempt = 1; ; attempt++) {
    const name = `${process.pid}-${startedAt}-${randomBytes(6).toString("hex")}`;
    const path = join(folder, name);
    closeSync(openSync(path, "wx", 0o600));
    const rivals = liveClaims(folder, name);
    if (rivals.length === 0 && !(await answers(socketPath))) return { release: () => rmSync(path, { force: true }) };
    rmSync(path, { force: true });
    // Two that start together both step back, and try again at different moments.
    if (attempt === ATTEMPTS) {
      const holder = rivals.length > 0 ? `process ${rivals.join(", ")}` : "a process outside this container";
      throw new DatabaseSetupError(`The embedded database is already in use by ${holder}: stop that one first.`);
    }
    await pause(20 + Math.random() * 60 * attempt);
  }
}

/** Process ids of the other claims whose process lives; claims of dead ones are removed. */
function liveClaims(folder: string, own: string): number[] {
  const alive: number[] = [];
  for (const name of readdirSync(folder)) {
    const [, pid, startedAt] = /^(\d+)-(\d+)-[0-9a-f]+$/.exec(name) ?? [];
    if (name === own || pid === undefined || startedAt === undefined) continue;
    if (isSameProcess(Number(pid), startedAt)) alive.push(Number(pid));
    else rmSync(join(folder, name), { force: true });
  }
  return alive;
}

/** A process id may have been given to another process since; its start time tells. */
function isSameProcess(pid: number, startedAt: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  const start = processStart(pid);
  return start === null || startedAt === "0" || start === startedAt;
}

/** Start of a process in clock ticks since boot, where the system tells (Linux); null elsewhere. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the command in parentheses and may hold anything; the start time is the 22nd.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(socketPath);
    const done = (isAlive: boolean) => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.setTimeout(1_000, () => done(true));
  });
}
