/** Tells whether the database's schema is the one this build expects: what readiness asks. */
import "server-only";
import { sql } from "drizzle-orm";
import { preTenantTransaction } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json" with { type: "json" };

export type MigrationVersion = { applied: string | null; expected: string; isCurrent: boolean };

/** Names of the newest migration applied (null: none, or one this build doesn't know) and of the newest known. */
export async function migrationVersion(): Promise<MigrationVersion> {
  const rows = await preTenantTransaction((tx) =>
    tx.execute<{ at: string | null }>(sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`),
  );
  const at = Number(rows[0]?.at ?? 0);
  const newest = journal.entries.at(-1);
  const applied = journal.entries.find(({ when }) => when === at)?.tag ?? null;
  return { applied, expected: newest?.tag ?? "", isCurrent: newest !== undefined && newest.when === at };
}
