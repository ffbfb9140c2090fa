/** Supervises the programs a launcher starts, so that they stop when it does, the last one first. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { inProject, ROOT } from "./project.mjs";

const FOLLOW_PARENT = inProject("scripts", "launch", "follow-parent.mjs");

/** Node arguments for TypeScript programs; server-only modules throw without the condition. */
export const TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];

const running = [];

/** Watches a child until it ends; `patience` is how many milliseconds it has to stop when asked. */
function supervise(child, patience) {
  const exited = new Promise((resolve) => {
    child.once("error", () => resolve(1));
    // "close" and not "exit": its last words have been read by then.
    child.once("close", (code) => resolve(code ?? 1));
  });
  const program = {
    exited,
    isRunning: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    async stop() {
      if (!program.isRunning()) return;
      child.kill("SIGTERM");
      const insist = setTimeout(() => program.kill(), patience);
      await exited;
      clearTimeout(insist);
    },
    kill() {
      try {
        // The whole group where it has one of its own.
        if (child.pid !== undefined) process.kill(child.leads ? -child.pid : child.pid, "SIGKILL");
      } catch (error) {
        if (error.code !== "ESRCH") throw error;
      }
    },
  };
  running.push(program);
  void exited.then(() => running.splice(running.indexOf(program), 1));
  return program;
}

/**
 * Starts a node program that goes on until it is stopped; `onLine(line)` sees what it prints on either stream.
 * It runs in a process group of its own, so that Ctrl-C reaches the launcher alone, which then stops things in order.
 */
export function startProgram(args, { env, onLine, patience = 5_000 }) {
  const child = spawn(process.execPath, ["--import", FOLLOW_PARENT, ...args], {
    cwd: ROOT,
    env: { ...env, COUNTERPOISE_LAUNCHER: String(process.pid) },
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.leads = true;
  // This pipe is only held open: its end tells the program that the launcher is gone.
  child.stdin.on("error", () => {});
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", onLine);
  return supervise(child, patience);
}

/** Runs a program to its end in the person's terminal; resolves to its exit code. */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], ...options });
  return supervise(child, 5_000).exited;
}

/** Runs a TypeScript program of scripts/ to its end; resolves to its exit code and what it printed. */
export async function runTypeScript(script, args, env) {
  const lines = [];
  const program = startProgram([...TYPESCRIPT, inProject("scripts", script), ...args], {
    env,
    onLine: (line) => lines.push(line),
  });
  return { code: await program.exited, lines };
}

/** Stops what was started, the last first: the web server before the database it writes to. */
export async function stopPrograms() {
  for (const program of running.toReversed()) await program.stop();
}

/** Ends what is left without waiting for it. */
export function killPrograms() {
  for (const program of running.toReversed()) program.kill();
}
