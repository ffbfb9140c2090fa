/** A throw-away PostgreSQL server of one test file: own folder, own Unix socket, gone with the process that started it. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openConnection } from "@/db/connection";
import { socketUrl } from "@/db/connection-url";

export type Cluster = {
  /** Superuser, database postgres. */
  adminUrl: string;
  /** Ends every backend as an emergency does (pg_ctl stop -m immediate) and starts again. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * `binaries` is the folder of postgres and initdb. The server refuses root, so root runs it as another user.
 * `more`: settings as `name=value`, after those of a test server and stronger.
 */
export async function startCluster(binaries: string, more: readonly string[] = []): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "cp-pg-"));
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null;
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const initialise = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"];
  const [program, ...words] = as(user, [join(binaries, "initdb"), ...initialise]);
  execFileSync(program, words, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });

  const settings = [
    "fsync=off",
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    "max_connections=100",
    ...more,
  ];
  const adminUrl = socketUrl(folder);
  let server: ChildProcess;
  const start = async () => {
    const [postgres, ...options] = as(user, [
      join(binaries, "postgres"),
      "-D",
      data,
      ...settings.flatMap((s) => ["-c", s]),
    ]);
    server = spawn(postgres, options, { cwd: folder, stdio: "ignore" });
    await answering(adminUrl, server);
  };
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await ended;
  };
  await start();
  return {
    adminUrl,
    restart: async () => {
      await end("SIGQUIT");
      await start();
    },
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type User = { uid: number; gid: number };

function unprivilegedUser(): User {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((what) => spawnSync("id", [what, name], { encoding: "utf8" }).stdout?.trim());
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("neither postgres nor nobody exists on this machine: PostgreSQL refuses to run as root");
}

/** The command as `user`; where setpriv is there, the server also ends when this process is killed. */
function as(user: User | null, command: string[]): [string, ...string[]] {
  const identity = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"] : [];
  if (spawnSync("setpriv", ["--version"]).status === 0) {
    return ["setpriv", ...identity, "--pdeathsig=QUIT", "--", ...command];
  }
  if (user) throw new Error("setpriv (util-linux) is needed to run PostgreSQL as another user than root");
  return command as [string, ...string[]];
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode} while starting`);
    const { sql, close } = openConnection(url);
    try {
      await sql`select 1`;
      return;
    } catch {
      await pause(50);
    } finally {
      await close();
    }
  }
  throw new Error("PostgreSQL did not answer within 15 s");
}
