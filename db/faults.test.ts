/** Backends killed inside transactions and a database that restarts, under load: nobody reads or loses anything. */
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { ruleSet } from "@/db/schema/clinic";
import type { Actor } from "@/db/scope";
import { createClinic } from "@/db/testing/clinic";
import { engine, testDatabase } from "@/db/testing/database";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { newId } from "@/domain/new-id";

const testing = testDatabase();
const WORKERS = 24;

type Load = { acknowledged: string[]; foreign: number; unexplained: unknown[]; failed: number };

/** Reads and writes as two clinics until stopped; `soFar` is how it stands meanwhile. */
function startLoad(database: Database, owners: Actor[]): { soFar: Load; stop: () => Promise<Load> } {
  const load: Load = { acknowledged: [], foreign: 0, unexplained: [], failed: 0 };
  let number = 0;
  let isRunning = true;
  const work = async (owner: Actor) => {
    while (isRunning) {
      const id = newId();
      number += 1;
      const values = { clinicId: owner.clinicId, id, number, baseVersion: "1", changes: {} };
      try {
        await database.transaction(owner, async (tx) => {
          const before = await tx.select({ clinicId: ruleSet.clinicId }).from(ruleSet).limit(20);
          await tx.insert(ruleSet).values(values);
          // Left unanswered when the backend dies, with more queued behind it.
          const [, after] = await Promise.all([
            tx.execute(sql`select pg_sleep(0.004)`),
            tx.select({ clinicId: ruleSet.clinicId }).from(ruleSet).limit(20),
            tx.execute(sql`select count(*) from rule_set where number = ${number}::int`),
          ]);
          const seen = [...before, ...after];
          load.foreign += seen.filter(({ clinicId }) => clinicId !== owner.clinicId).length;
        });
        load.acknowledged.push(id);
      } catch (error) {
        load.failed += 1;
        if (!isDatabaseUnavailable(error)) load.unexplained.push(error);
        await pause(5);
      }
    }
  };
  const workers = Array.from({ length: WORKERS }, (_, index) => work(owners[index % owners.length] as Actor));
  const stop = async () => {
    isRunning = false;
    await Promise.all(workers);
    return load;
  };
  return { soFar: load, stop };
}

/** Waits until the load got through this many writes more: what was cut is back, however slow the machine is. */
async function writesMore(soFar: Load, count: number): Promise<void> {
  const before = soFar.acknowledged.length;
  await expect.poll(() => soFar.acknowledged.length - before, { timeout: 20_000 }).toBeGreaterThan(count);
}

async function lost(load: Load): Promise<string[]> {
  const rows = await testing.admin<{ id: string }[]>`select id from rule_set`;
  const present = new Set(rows.map(({ id }) => id));
  return load.acknowledged.filter((id) => !present.has(id));
}

test.runIf(engine === "server")(
  "60 backends killed under 24 workers",
  async () => {
    const database = openDatabase(testing.target);
    const { soFar, stop } = startLoad(database, [await createClinic(), await createClinic()]);
    const login = new URL(testing.target.url).username;
    let killed = 0;
    while (killed < 60) {
      const rows = await testing.admin`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = ${login} and state <> 'idle' order by random() limit 1`;
      killed += rows.length;
      await pause(15);
    }
    await writesMore(soFar, 100);
    const load = await stop();
    expect(load.unexplained).toEqual([]);
    expect(load.foreign).toBe(0);
    expect(await lost(load)).toEqual([]);
    expect(load.failed).toBeGreaterThan(20);
    expect(database.stats().lent).toBe(0);
    await database.close();
  },
  60_000,
);

test.runIf(engine === "server")(
  "the database restarts twice under load and is back within ten seconds",
  async (context) => {
    const { cluster } = testing;
    if (cluster === null) return context.skip("TEST_DATABASE_URL names a server that isn't ours to restart");
    const owners = [await createClinic(), await createClinic()];
    const database = openDatabase(testing.target);
    const { soFar, stop } = startLoad(database, owners);
    for (let restart = 0; restart < 2; restart++) {
      await writesMore(soFar, 30);
      await cluster.restart();
      const restarted = performance.now();
      await expect
        .poll(
          () => database.transaction(owners[0] as Actor, (tx) => tx.execute(sql`select 1 as yes`)).catch(() => null),
          {
            timeout: 10_000,
          },
        )
        .toEqual([{ yes: 1 }]);
      expect(performance.now() - restarted).toBeLessThan(10_000);
    }
    await writesMore(soFar, 100);
    const load = await stop();
    await expect.poll(() => lost(load).catch((error: unknown) => error)).toEqual([]);
    expect(load.unexplained).toEqual([]);
    expect(load.foreign).toBe(0);
    await database.close();
  },
  60_000,
);
