/** Catches the one uncaught error the driver is known to throw from a timer after a connection closed, and nothing else. */

const KEY = Symbol.for("counterpoise.driver-fault");
type Counter = { count: number };

/** How often it happened in this process, for metrics. */
export function driverFaultCount(): number {
  return counter()?.count ?? 0;
}

/** Installs the guard once per process. */
export function guardAgainstDriverFault(): void {
  if (counter()) return;
  const state: Counter = { count: 0 };
  Object.assign(globalThis, { [KEY]: state });
  process.on("uncaughtException", (error) => {
    if (isDriverFault(error)) {
      state.count += 1;
      process.stderr.write(`database: the driver wrote to a closed connection (${state.count} so far); ignored\n`);
      return;
    }
    // With a listener installed Node no longer ends the process by itself; anything else must still be fatal, unless
    // somebody else (the web server) has decided otherwise.
    if (process.listenerCount("uncaughtException") === 1) throw error;
  });
}

/** postgres 3.4.9 (porsager/postgres #1154): `nextWrite` runs from `setImmediate` after `closed` dropped the socket. */
export function isDriverFault(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    error.message.includes("reading 'write'") &&
    /at (Immediate\.)?nextWrite\b/.test(error.stack ?? "")
  );
}

function counter(): Counter | undefined {
  return (globalThis as { [KEY]?: Counter })[KEY];
}
