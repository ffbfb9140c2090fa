/** A web server of a journey's own, on the database of the others, that may be killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect } from "@playwright/test";

export async function startServer(port: number): Promise<ChildProcess> {
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", String(port)], {
    env: { ...process.env, NODE_OPTIONS: "", PORT: String(port), APP_URL: address, NEXTAUTH_URL: address },
    detached: true,
    stdio: "ignore",
  });
  await expect
    .poll(
      () =>
        fetch(`${address}/api/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  return child;
}

export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  // With whatever it started.
  process.kill(-child.pid!, "SIGKILL");
  await gone;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
