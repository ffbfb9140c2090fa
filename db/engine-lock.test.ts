/** Of several that want the embedded database's folder one gets it; what the dead left behind keeps nobody out. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimEngine } from "@/db/engine-lock";
import { engine } from "@/db/testing/database";

const LOCK = fileURLToPath(new URL("./engine-lock.ts", import.meta.url));
let folder = "";
let socket = "";
beforeEach(() => {
  const dataDir = mkdtempSync(join(tmpdir(), "cp-cl-"));
  folder = join(dataDir, "claims");
  socket = join(dataDir, "socket");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

/** Processes that all claim the folder at the same moment and hold it; which of them said they have it. */
async function race(starters: number): Promise<string[]> {
  const at = Date.now() + 1_500;
  const program = `
    import { claimEngine } from ${JSON.stringify(LOCK)};
    await new Promise((resolve) => setTimeout(resolve, ${at} - Date.now()));
    await claimEngine(${JSON.stringify(folder)}, ${JSON.stringify(socket)}).then(
      () => console.log("claimed"), (error) => console.log(error.message));
    setInterval(() => {}, 1000);`;
  const children = Array.from({ length: starters }, () =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const said = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()));
  for (const child of children) child.kill("SIGKILL");
  await Promise.all(children.map((child) => child.exitCode ?? child.signalCode ?? once(child, "close")));
  return said;
}

describe.runIf(engine === "embedded")("claims on the folder", () => {
  test("of four starters at the same moment one gets it, and the others name it", async () => {
    const said = await race(4);
    expect(said.filter((line) => line === "claimed")).toHaveLength(1);
    expect(said.filter((line) => /already in use by process \d+/.test(line))).toHaveLength(3);
    const next = await claimEngine(folder, socket);
    next.release();
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);

  test("a claim of a dead process, or of one whose id was given to another since, is swept away", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "999999999-5-abcdef"), "");
    writeFileSync(join(folder, `${process.ppid}-1-abcdef`), "");
    const claim = await claimEngine(folder, socket);
    expect(readdirSync(folder)).toHaveLength(1);
    claim.release();
  });

  test("a claim of a living process holds", async () => {
    mkdirSync(folder);
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    writeFileSync(join(folder, `${process.ppid}-${start}-abcdef`), "");
    await expect(claimEngine(folder, socket)).rejects.toThrow(`process ${process.ppid}`);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("an engine that answers on the socket holds too, though its process can't be seen", async () => {
    const server = createServer((connection) => connection.end()).listen(socket);
    await once(server, "listening");
    await expect(claimEngine(folder, socket)).rejects.toThrow(/outside this container/);
    server.close();
  });
});
