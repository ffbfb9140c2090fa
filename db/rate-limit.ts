/** Counts tries in the database, before anything is verified, so that neither a restart nor parallel requests win any. */
import "server-only";
import { createHash } from "node:crypto";
import { eq, lt, or, sql } from "drizzle-orm";
import { preTenantTransaction, type Tx } from "./client";
import { rateCounter } from "./schema/account";

const WINDOW_MINUTES = 15;

export type Limit = {
  /** What is tried, such as sign-in:account. */
  kind: string;
  /** Whom or where; stored as a hash. */
  subject: string;
  /** Tries allowed in 15 minutes. */
  atMost: number;
};

export type Verdict = { allowed: true } | { allowed: false; retryAfterSeconds: number };

/** Counts one try against each limit, in one statement of the caller's pre-tenant transaction. */
export async function countTry(tx: Tx, limits: readonly Limit[]): Promise<Verdict> {
  const byKey = new Map(limits.map((limit) => [keyOf(limit), limit.atMost]));
  // One order for everybody: two tries that share two counters can't wait for each other.
  const keys = [...byKey.keys()].sort();
  const isOver = sql`rate_counter.window_start <= now() - make_interval(mins => ${WINDOW_MINUTES})`;
  const rows = await tx.execute<{ key: string; count: number; seconds: number }>(sql`
    insert into rate_counter (key, window_start, count)
    values ${sql.join(
      keys.map((key) => sql`(${key}, now(), 1)`),
      sql`, `,
    )}
    on conflict (key) do update set
      count = case when ${isOver} then 1 else rate_counter.count + 1 end,
      window_start = case when ${isOver} then now() else rate_counter.window_start end
    returning key, count,
      ceil(extract(epoch from window_start + make_interval(mins => ${WINDOW_MINUTES}) - now()))::int as seconds`);
  const waits = rows.filter((row) => row.count > (byKey.get(row.key) ?? 0)).map((row) => row.seconds);
  return waits.length === 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: Math.max(1, ...waits) };
}

/** Forgets the tries against one subject after it succeeded, and windows that are long over. */
export async function forgetTries(limit: Pick<Limit, "kind" | "subject">): Promise<void> {
  await preTenantTransaction((tx) =>
    tx
      .delete(rateCounter)
      .where(or(eq(rateCounter.key, keyOf(limit)), lt(rateCounter.windowStart, sql`now() - interval '1 day'`))),
  );
}

function keyOf({ kind, subject }: Pick<Limit, "kind" | "subject">): string {
  return `${kind}:${createHash("sha256").update(subject).digest("base64url")}`;
}
