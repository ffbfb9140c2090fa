/**
 * The process of the embedded database: opens DATA_DIR, migrates it, says `ready <url>` on stdout, dumps hourly, and
 * stops on SIGTERM after the last statement. Its last line says why it could not.
 */
import { setTimeout as pause } from "node:timers/promises";
import { openConnection } from "@/db/connection";
import { type EmbeddedDatabase, openEmbedded } from "@/db/embedded";
import { migrate, pendingMigrations } from "@/db/migrate";
import { reasonOf } from "./reason-of";

const HOUR_MS = 3_600_000;

async function migrateAfterDump(database: EmbeddedDatabase): Promise<void> {
  const { sql, close } = openConnection(database.url);
  try {
    const pending = await pendingMigrations((text) => sql.unsafe(text));
    const isNew = (await sql`select to_regclass('public.clinic') is null as yes`)[0]?.yes === true;
    if (pending.length > 0 && !isNew) await database.dump("before-migration");
  } finally {
    await close();
  }
  await migrate(database.url);
}

/** A dump each hour in which something was written. */
async function dumpHourly(database: EmbeddedDatabase): Promise<void> {
  let last = await writePosition(database.url);
  for (;;) {
    await pause(HOUR_MS, undefined, { ref: false });
    try {
      const now = await writePosition(database.url);
      if (now === last) continue;
      await database.dump("hourly");
      last = now;
    } catch (error) {
      console.error(`The hourly dump failed: ${reasonOf(error)}`);
    }
  }
}

async function writePosition(url: string): Promise<string> {
  const { sql, close } = openConnection(url);
  try {
    return (await sql`select pg_current_wal_insert_lsn()::text as at`)[0]?.at ?? "";
  } finally {
    await close();
  }
}

try {
  const database = await openEmbedded(process.env.DATA_DIR || ".data");
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await database.close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  // Ctrl-C reaches the whole process group; the launcher ends the app first and this process with SIGTERM.
  process.on("SIGINT", () => {});
  await migrateAfterDump(database);
  console.log(`ready ${database.url}`);
  await dumpHourly(database);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
