/** The Next.js server as a supervised program, in production or development. */
import { get } from "node:http";
import { createServer } from "node:net";
import { NEXT } from "./build.mjs";
import { startProgram } from "./process.mjs";
import { Refusal } from "./say.mjs";

const READY_WITHIN = 60_000;
const PATIENCE = 10_000;

/** Refuses in one line when nothing could listen there. */
export async function checkAddress(host, port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") {
        reject(new Refusal(`Port ${port} is in use: stop what uses it, or choose another one with PORT.`));
      } else if (error.code === "EACCES") {
        reject(new Refusal(`Port ${port} is not allowed for this user: choose one from 1024 up with PORT.`));
      } else {
        reject(new Refusal(`HOST "${host}" can't be listened on (${error.code}).`));
      }
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(resolve));
  });
}

/** A free port of the loopback interface, for the tests. */
export async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The address under which this machine reaches a server that listens on `host`. */
const reachable = (host) => (host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host);

/** Where a browser on this machine finds a server that listens on `host`. */
export function localOrigin(host, port) {
  const name = ["127.0.0.1", "::1"].includes(reachable(host)) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** One request on a connection of its own: a kept one would make the server wait for it when it stops. */
function answers(host, port) {
  return new Promise((resolve) => {
    const path = "/api/health/live";
    const request = get({ host: reachable(host), port, path, agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("error", () => resolve(false));
    request.once("timeout", () => request.destroy());
  });
}

/** Starts Next and resolves once it answers. `mode` is "start" (needs a build) or "dev". */
export async function startNext(mode, { host, port, env, onLine }) {
  const before = [];
  let ready = false;
  const program = startProgram([NEXT, mode, "--hostname", host, "--port", String(port)], {
    env,
    patience: PATIENCE,
    onLine: (line) => (ready ? onLine(line) : before.push(line)),
  });
  const deadline = Date.now() + READY_WITHIN;
  while (!(await answers(host, port))) {
    if (!program.isRunning() || Date.now() > deadline) {
      for (const line of before) process.stderr.write(`${line}\n`);
      throw new Refusal("The web server did not start: see its message above.");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  ready = true;
  // The banner is Next's own; anything else it said meanwhile is worth hearing.
  for (const line of before.filter((text) => !/^\s*(▲|-|✓|$)/.test(text))) onLine(line);
  return { exited: program.exited };
}
