/** The embedded database as `npm start` runs it: a process of its own that can be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../scripts/embedded-database.ts", import.meta.url));

export type EmbeddedProcess = {
  child: ChildProcess;
  /** null when it ended without being ready. */
  url: string | null;
  /** Everything it printed. */
  said: string[];
  /** Sends the signal and waits for its end; resolves to the exit code, null when the signal ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** Resolves when it is ready, or has ended. */
export async function startEmbeddedProcess(dataDir: string): Promise<EmbeddedProcess> {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", PROGRAM], {
    env: { ...process.env, DATA_DIR: dataDir, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  const ended = once(child, "close");
  const ready = new Promise<string | null>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        if (line.startsWith("ready ")) resolve(line.slice("ready ".length));
      });
    }
    void ended.then(() => resolve(null));
  });
  return {
    child,
    url: await ready,
    said,
    end: async (signal) => {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
