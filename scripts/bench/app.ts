/** The measured server: a production build of the copied tree, started on a database and watched from outside. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { childrenOf, commandOf } from "./process-cost";

export type App = { origin: string; pid: number; stop: () => Promise<void> };

/** Secrets of this run; the benchmark signs and reads cookies with the same ones. */
export const SECRETS = {
  AUTH_SECRET: randomBytes(32).toString("base64url"),
  SIGNING_KEYS: `bench:${randomBytes(32).toString("base64")}`,
};

type Launch<Module extends string> = Module extends "build"
  ? typeof import("../launch/build.mjs")
  : Module extends "process"
    ? typeof import("../launch/process.mjs")
    : typeof import("../launch/server.mjs");

/** The tree's own launcher, so that everything happens in its folder. */
const launcher = <Module extends "build" | "process" | "server">(tree: string, module: Module) =>
  import(join(tree, "scripts", "launch", `${module}.mjs`)) as Promise<Launch<Module>>;

export async function buildTree(tree: string): Promise<void> {
  await (await launcher(tree, "build")).build();
}

export async function startApp(tree: string, databaseUrl: string): Promise<App> {
  const { freePort, startNext } = await launcher(tree, "server");
  const { stopPrograms } = await launcher(tree, "process");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const before = new Set(childrenOf(process.pid));
  const env = {
    ...process.env,
    ...SECRETS,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_ENGINE: "server",
    DATABASE_URL: databaseUrl,
    APP_URL: origin,
    NEXTAUTH_URL: origin,
  };
  const onLine = (line: string) => process.stderr.write(`  app: ${line}\n`);
  await startNext("start", { host: "127.0.0.1", port, env, onLine });
  const pid = childrenOf(process.pid).find((child) => !before.has(child) && /next/.test(commandOf(child)));
  if (pid === undefined) throw new Error("the web server's process was not found");
  return { origin, pid, stop: stopPrograms };
}
