/** Brings a database up to the schema of this version: one starter at a time, all pending migrations or none. */
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import type { Sql } from "postgres";
import { openConnection } from "@/db/connection";
import journal from "@/db/migrations/meta/_journal.json" with { type: "json" };
import { DatabaseSetupError, ensureGroupRoles } from "@/db/roles";

const FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any constant of our own; on a server it keeps two starters apart, on the embedded engine the claim does. */
const LOCK = 4_107_225_031;
const LOCK_WAIT_MS = 60_000;

/**
 * Applies what is pending as the owner of the tables. All of it is one transaction: killed at any statement, nothing
 * was done.
 * @throws DatabaseSetupError in one line when the database is newer than this version or its roles are missing.
 */
export async function migrate(ownerUrl: string): Promise<{ applied: number }> {
  const { sql, close } = openConnection(ownerUrl);
  try {
    await sql.unsafe(`set lock_timeout = ${LOCK_WAIT_MS}`);
    await sql`select pg_advisory_lock(${LOCK})`;
    const pending = await pendingMigrations(sql);
    if (pending.length === 0) return { applied: 0 };
    await ensureGroupRoles(sql);
    await applyMigrations(drizzle(sql, { casing: "snake_case" }), { migrationsFolder: FOLDER });
    return { applied: pending.length };
  } finally {
    await close();
  }
}

/**
 * For a start that knows the app's login only: refuses a database that somebody else has yet to migrate.
 * @throws DatabaseSetupError
 */
export async function assertMigrated(url: string): Promise<void> {
  const { sql, close } = openConnection(url);
  try {
    const [table] = await sql<{ exists: boolean }[]>`
      select exists (select 1 from pg_namespace where nspname = 'drizzle') as exists`;
    // The app's own role may read the list of migrations; the login itself inherits nothing.
    if (table?.exists) await sql.unsafe("set role app_auth");
    const pending = await pendingMigrations(sql);
    if (pending.length === 0) return;
    throw new DatabaseSetupError(
      `The schema lacks ${pending.length} migrations: set DATABASE_OWNER_URL to apply them.`,
    );
  } finally {
    await close();
  }
}

/** Names of the migrations this database still lacks, oldest first. */
export async function pendingMigrations(sql: Sql): Promise<string[]> {
  const applied = await lastApplied(sql);
  const known = journal.entries.at(-1)?.when ?? 0;
  if (applied > known) {
    throw new DatabaseSetupError("The database was written by a newer version of Counterpoise: start that one.");
  }
  return journal.entries.filter(({ when }) => when > applied).map(({ tag }) => tag);
}

async function lastApplied(sql: Sql): Promise<number> {
  const [table] = await sql<{ known: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  if (!table?.known) return 0;
  const [last] = await sql<
    { at: string | null }[]
  >`select max(created_at)::text as at from drizzle.__drizzle_migrations`;
  return Number(last?.at ?? 0);
}
