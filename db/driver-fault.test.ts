/** Only the driver's own known fault is let pass; every other uncaught error stays fatal. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const GUARD = fileURLToPath(new URL("./driver-fault.ts", import.meta.url));

/** A process with the guard in which `body` runs from a timer, as the driver's write does. */
function run(body: string): { code: number | null; said: string; complained: string } {
  const program = `
    import { driverFaultCount, guardAgainstDriverFault } from ${JSON.stringify(GUARD)};
    guardAgainstDriverFault();
    guardAgainstDriverFault();
    let socket = null;
    ${body}
    setTimeout(() => console.log("alive, faults: " + driverFaultCount()), 50);`;
  const result = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return { code: result.status, said: result.stdout.trim(), complained: result.stderr };
}

test("a write to a connection that has closed is counted and logged, and the process lives", () => {
  const result = run("setImmediate(function nextWrite() { socket.write('x'); });");
  expect(result.said).toBe("alive, faults: 1");
  expect(result.complained).toContain("wrote to a closed connection");
  expect(result.code).toBe(0);
});

test.each([
  ["the same message from elsewhere", "setImmediate(function saveVisit() { socket.write('x'); });"],
  ["another error from the same place", "setImmediate(function nextWrite() { socket.read('x'); });"],
  ["an error of the app", "setImmediate(() => { throw new Error('a bug'); });"],
])("%s ends the process", (_, body) => {
  const result = run(body);
  expect(result.said).toBe("");
  expect(result.code).not.toBe(0);
});
