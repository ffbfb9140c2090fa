/** Brings a database up to the schema of this version: one starter at a time, all pending migrations or none. */
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { openConnection } from "@/db/connection";
import { Lease } from "@/db/lease";
import journal from "@/db/migrations/meta/_journal.json" with { type: "json" };
import { DatabaseSetupError, ensureGroupRoles } from "@/db/roles";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any constant of our own; on a server it keeps two starters apart, on the embedded engine the claim does. */
const LOCK = 4_107_225_031;
const LOCK_WAIT_MS = 60_000;

/** Asks a connection or a transaction; its rows. */
export type Ask = (text: string) => PromiseLike<readonly Record<string, unknown>[]>;

/**
 * Applies what is pending as the owner of the tables. All of it is one transaction: killed at any statement, nothing
 * was done.
 * @throws DatabaseSetupError in one line when the database is newer than this version or its roles are missing.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: number }> {
  if (!(await prepareRoles(ownerUrl))) return { applied: 0 };
  const lease = new Lease({ engine: "server", url: ownerUrl });
  const opening = `begin; set local lock_timeout = ${LOCK_WAIT_MS}; select pg_advisory_xact_lock(${LOCK})`;
  try {
    return await lease.run(opening, async (tx) => {
      // Whoever held the lock before may have applied them.
      const pending = await pendingMigrations((text) => tx.execute(sql.raw(text)));
      if (pending.length > 0) await applyMigrations(tx as unknown as PostgresJsDatabase, { migrationsFolder: FOLDER });
      return { applied: pending.length };
    });
  } finally {
    await lease.close();
  }
}

/** The roles belong to the cluster and may exist already, which would break a transaction. False: nothing to migrate. */
async function prepareRoles(ownerUrl: string): Promise<boolean> {
  const connection = openConnection(ownerUrl);
  try {
    const pending = await pendingMigrations((text) => connection.sql.unsafe(text));
    if (pending.length > 0) await ensureGroupRoles(connection.sql);
    return pending.length > 0;
  } finally {
    await connection.close();
  }
}

/**
 * For a start that knows the app's login only: refuses a database that somebody else has yet to migrate.
 * @throws DatabaseSetupError
 */
export async function assertMigrated(url: string): Promise<void> {
  const connection = openConnection(url);
  try {
    const [schema] =
      await connection.sql`select exists (select 1 from pg_namespace where nspname = 'drizzle') as known`;
    // The app's own role may read the list of migrations; the login itself inherits nothing.
    if (schema?.known === true) await connection.sql.unsafe("set role app_auth");
    const pending = await pendingMigrations((text) => connection.sql.unsafe(text));
    if (pending.length === 0) return;
    throw new DatabaseSetupError(
      `The schema lacks ${pending.length} migrations: set DATABASE_OWNER_URL to apply them.`,
    );
  } finally {
    await connection.close();
  }
}

/** Names of the migrations this database still lacks, oldest first. */
export async function pendingMigrations(ask: Ask): Promise<string[]> {
  const applied = await lastApplied(ask);
  const known = journal.entries.at(-1)?.when ?? 0;
  if (applied > known) {
    throw new DatabaseSetupError("The database was written by a newer version of Counterpoise: start that one.");
  }
  return journal.entries.filter(({ when }) => when > applied).map(({ tag }) => tag);
}

async function lastApplied(ask: Ask): Promise<number> {
  const [table] = await ask("select to_regclass('drizzle.__drizzle_migrations') is not null as known");
  if (table?.known !== true) return 0;
  const [last] = await ask("select max(created_at)::text as at from drizzle.__drizzle_migrations");
  return Number(last?.at ?? 0);
}
