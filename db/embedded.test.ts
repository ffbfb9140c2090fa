/** The embedded database keeps what it acknowledged, and never has two processes on one folder. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openConnection } from "@/db/connection";
import { socketPath } from "@/db/connection-url";
import { newestDump } from "@/db/dump";
import { type EmbeddedDatabase, openEmbedded } from "@/db/embedded";
import { engine } from "@/db/testing/database";
import { startEmbeddedProcess } from "@/db/testing/embedded-process";
import { copyTemplate } from "@/db/testing/embedded-template";

let dataDir = "";
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "cp-em-"));
  await copyTemplate(dataDir);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const socketFolder = (url: string) => new URL(url).searchParams.get("host") ?? "";

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const { sql, close } = openConnection(url);
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await close();
  }
}

async function during<T>(folder: string, work: (database: EmbeddedDatabase) => Promise<T>): Promise<T> {
  const database = await openEmbedded(folder);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

describe.runIf(engine === "embedded")("the embedded database", () => {
  test("killed at random moments, it has every row it acknowledged", async () => {
    const acknowledged: number[] = [];
    for (let round = 0; round < 4; round++) {
      const running = await startEmbeddedProcess(dataDir);
      const url = running.url ?? "";
      if (round === 0) await query(url, "create table kept (id int primary key)");
      const { sql, cut } = openConnection(url);
      const writing = (async () => {
        for (let id = round * 100_000; ; id++) {
          await sql.unsafe(`insert into kept values (${id})`);
          acknowledged.push(id);
        }
      })().catch(() => {});
      // Killed by how much it has done, not by the clock: a busy machine writes slower, not less.
      const enough = acknowledged.length + 15 + Math.floor(Math.random() * 60);
      while (acknowledged.length < enough) await pause(1);
      await running.end("SIGKILL");
      await writing;
      cut();
    }
    expect(acknowledged.length).toBeGreaterThan(50);
    const rows = await during(dataDir, ({ url }) => query(url, "select id from kept"));
    const present = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !present.has(id))).toEqual([]);
  }, 120_000);

  test("a second process on the folder is refused in one line that names the first", async () => {
    const first = await startEmbeddedProcess(dataDir);
    const second = await startEmbeddedProcess(dataDir);
    expect(second.url).toBeNull();
    expect(second.child.exitCode).toBe(1);
    expect(second.said).toEqual([
      `The embedded database is already in use by process ${first.child.pid}: stop that one first.`,
    ]);
    expect(await query(first.url ?? "", "select 1 as one")).toEqual([{ one: 1 }]);
    expect(await first.end("SIGTERM")).toBe(0);
  }, 60_000);

  test("SIGTERM while someone writes ends it in order and gives the folder free", async () => {
    const running = await startEmbeddedProcess(dataDir);
    await query(running.url ?? "", "create table kept (id int)");
    const { sql, cut } = openConnection(running.url ?? "");
    const writing = sql.unsafe("insert into kept select generate_series(1, 20000)").catch(() => {});
    await pause(5);
    expect(await running.end("SIGTERM")).toBe(0);
    await writing;
    cut();
    expect(readdirSync(join(dataDir, "claims"))).toEqual([]);
    const count = await during(dataDir, ({ url }) => query(url, "select count(*)::int as rows from kept"));
    expect([0, 20_000]).toContain(count[0]?.rows);
  }, 60_000);

  test("stopped between somebody's arrival and the first look at them, it ends in order all the same", async () => {
    const database = await openEmbedded(dataDir);
    // Rung right after the arrival, in the same round of the event loop: the look comes at that round's end.
    const bell = createServer().listen(join(dataDir, "bell"));
    await once(bell, "listening");
    const arriving = connect(socketPath(socketFolder(database.url)));
    arriving.on("error", () => {}).write("what nobody will read");
    const ringing = connect(join(dataDir, "bell"));
    await once(bell, "connection");
    await database.close();
    for (const socket of [arriving, ringing]) socket.destroy();
    bell.close();
    expect(readdirSync(join(dataDir, "claims"))).toEqual([]);
  });

  test("its folder and socket are for this user only", async () => {
    await during(dataDir, async ({ url }) => {
      expect(statSync(socketFolder(url)).mode & 0o777).toBe(0o700);
      expect(socketFolder(url)).toBe(join(dataDir, "socket"));
      expect(existsSync(socketPath(socketFolder(url)))).toBe(true);
    });
  });

  test("a data folder too deep for a socket path gets one elsewhere, and cleans it up", async () => {
    const deep = join(dataDir, "a".repeat(90));
    mkdirSync(deep);
    renameSync(join(dataDir, "database"), join(deep, "database"));
    const elsewhere = await during(deep, async ({ url }) => {
      expect(Buffer.byteLength(socketPath(socketFolder(url)))).toBeLessThanOrEqual(107);
      expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
      return socketFolder(url);
    });
    expect(existsSync(elsewhere)).toBe(false);
  });

  test("a folder of another PostgreSQL is left alone and named", async () => {
    writeFileSync(join(dataDir, "database", "PG_VERSION"), "17\n");
    await expect(openEmbedded(dataDir)).rejects.toThrow(/holds PostgreSQL 17.*reads PostgreSQL 18/);
    expect(readdirSync(join(dataDir, "claims"))).toEqual([]);
  });

  test("a dump holds everything, survives the next ones and is pointed at when the folder is damaged", async () => {
    const path = await during(dataDir, async ({ url, dump }) => {
      await query(url, "create table kept (id int); insert into kept select generate_series(1, 500)");
      return dump("before-migration");
    });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(newestDump(join(dataDir, "dumps"))).toBe(path);

    writeFileSync(join(dataDir, "database", "global", "pg_control"), "damaged");
    await expect(openEmbedded(dataDir)).rejects.toThrow(path);

    rmSync(join(dataDir, "database"), { recursive: true });
    mkdirSync(join(dataDir, "database"));
    execFileSync("tar", ["-xzf", path, "-C", join(dataDir, "database")]);
    const rows = await during(dataDir, ({ url }) => query(url, "select count(*)::int as rows from kept"));
    expect(rows).toEqual([{ rows: 500 }]);
  }, 60_000);

  test("only the newest dumps of a kind stay", async () => {
    await during(dataDir, async ({ dump }) => {
      await dump("hourly");
      for (let number = 0; number < 6; number++) await dump("before-migration");
    });
    const names = readdirSync(join(dataDir, "dumps"));
    expect(names.filter((name) => name.startsWith("before-migration-"))).toHaveLength(5);
    expect(names.filter((name) => name.startsWith("hourly-"))).toHaveLength(1);
  }, 60_000);

  test("connections cut at any moment of a transaction leave nobody waiting", async () => {
    await during(dataDir, async ({ url }) => {
      for (let round = 0; round < 40; round++) {
        const { sql, cut } = openConnection(url);
        sql.unsafe("select 1").then(
          () => sql.unsafe("begin; select 1").catch(() => {}),
          () => {},
        );
        await pause(Math.random() * 12);
        cut();
      }
      expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    });
  }, 60_000);
});
