/** The only door to the database: each transaction gets a connection of its own, a role, and the scope of its actor. */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { channel } from "node:diagnostics_channel";
import { sql } from "drizzle-orm";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { OpeningFailedError, type Target, type Tx } from "@/db/lease";
import { LeasePool } from "@/db/lease-pool";
import { type Actor, assertActor } from "@/db/scope";
import {
  DATABASE_UNAVAILABLE_CHANNEL,
  DatabaseUnavailableError,
  isConnectionError,
  isDatabaseUnavailable,
  sqlState,
  TransactionDeadlineError,
} from "@/db/unavailable";
import { environment } from "@/env";

export type { Tx } from "@/db/lease";

export type TransactionOptions = {
  /** The whole transaction, from its first statement; 10 s unless set. */
  deadlineMs?: number;
};

export type DatabaseOptions = {
  /** Connections at most; a single one for the embedded engine, whose one backend serialises transactions anyway. */
  size?: number;
  /** Longest wait for a free connection, in ms. */
  waitMs?: number;
};

export type Database = {
  transaction: <T>(actor: Actor, work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>;
  preTenantTransaction: <T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>;
  stats: () => { idle: number; lent: number; waiting: number };
  close: () => Promise<void>;
};

const DEADLINE_MS = 10_000;
const SERVER_CONNECTIONS = 10;
const WAIT_MS = 2_000;

const UNAVAILABLE = channel(DATABASE_UNAVAILABLE_CHANNEL);

/** Connects to a named database; the app itself uses the exports below. */
export function openDatabase(target: Target, options: DatabaseOptions = {}): Database {
  const size = options.size ?? (target.engine === "embedded" ? 1 : SERVER_CONNECTIONS);
  const pool = new LeasePool(target, size, options.waitMs ?? WAIT_MS);

  const run = async <T>(
    role: string,
    settings: Record<string, string>,
    work: (tx: Tx) => Promise<T>,
    { deadlineMs = DEADLINE_MS }: TransactionOptions = {},
  ): Promise<T> => {
    const shared = sharedState();
    if (shared.inside.getStore()) {
      throw new Error("a transaction was started inside another: pass the outer tx on instead");
    }
    // The embedded engine has no timers, so the deadline is kept here; a server cancels the statement as well.
    const limits = target.engine === "server" ? serverLimits(deadlineMs) : {};
    const opening = openingStatement(role, { ...settings, ...limits });
    const inScope = (tx: Tx) => shared.inside.run(true, () => work(tx));
    try {
      return await onLease(pool, opening, inScope, deadlineMs);
    } catch (error) {
      const thrown = asThrown(error);
      if (isDatabaseUnavailable(thrown)) UNAVAILABLE.publish(thrown);
      throw thrown;
    }
  };

  return {
    transaction: async (actor, work, options) => {
      assertActor(actor);
      return run("app_rt", settingsOf(actor), work, options);
    },
    preTenantTransaction: (work, options) => run("app_auth", NOBODY, work, options),
    stats: () => pool.stats,
    close: () => pool.close(),
  };
}

/**
 * Runs `work` as the actor: rows of other clinics, and for a patient rows of other patients, don't exist for it.
 * Nothing but SQL belongs inside. Calls can't be nested.
 * @throws DatabaseBusyError, TransactionDeadlineError, DatabaseUnavailableError (see `isDatabaseUnavailable`); a failed
 * statement as the driver's PostgresError (see `sqlState`); whatever `work` throws. Each of them rolls back.
 */
export function transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T> {
  return theDatabase().transaction(actor, work, options);
}

/** As `transaction`, for what exists before a clinic is known: accounts, logins, tokens, rate counters, first run. */
export function preTenantTransaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T> {
  return theDatabase().preTenantTransaction(work, options);
}

/**
 * Goes on as the actor inside a pre-tenant transaction and returns to the pre-tenant role: for what must be one act, such
 * as accepting an invitation (account and membership, then the clinic's own rows).
 */
export async function withinClinic<T>(tx: Tx, actor: Actor, work: () => Promise<T>): Promise<T> {
  assertActor(actor);
  await tx.execute(sql.raw(`select ${settingCalls({ role: "app_rt", ...settingsOf(actor) })}`));
  const result = await work();
  await tx.execute(sql.raw(`select ${settingCalls({ role: "app_auth", ...NOBODY })}`));
  return result;
}

/** Ends the connections; the next transaction opens new ones. */
export async function closeDatabase(): Promise<void> {
  const shared = sharedState();
  const database = shared.database;
  shared.database = null;
  await database?.close();
}

type SharedState = { database: Database | null; inside: AsyncLocalStorage<true> };

/** One per process, however often a bundler loads this module. */
function sharedState(): SharedState {
  const key = Symbol.for("counterpoise.database");
  const holder = globalThis as { [key]?: SharedState };
  holder[key] ??= { database: null, inside: new AsyncLocalStorage<true>() };
  return holder[key];
}

function theDatabase(): Database {
  const shared = sharedState();
  if (shared.database) return shared.database;
  const settings = environment();
  shared.database = openDatabase({ engine: settings.DATABASE_ENGINE, url: settings.DATABASE_URL });
  return shared.database;
}

async function onLease<T>(
  pool: LeasePool,
  opening: string,
  work: (tx: Tx) => Promise<T>,
  deadlineMs: number,
): Promise<T> {
  for (let fresh = false; ; fresh = true) {
    const lease = await pool.borrow({ fresh });
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        lease.discard();
        reject(new TransactionDeadlineError(`the transaction took longer than ${deadlineMs} ms and was undone`));
      }, deadlineMs);
    });
    const wasUsed = lease.turns > 0;
    try {
      return await Promise.race([lease.run(opening, work), deadline]);
    } catch (error) {
      if (isConnectionError(error)) lease.discard();
      // A connection that died while idle: nothing was sent to it but the opening, so a new one takes over, once.
      if (!(error instanceof OpeningFailedError && wasUsed && !fresh)) throw error;
    } finally {
      clearTimeout(timer);
      pool.giveBack(lease);
    }
  }
}

const NOBODY = { "app.clinic_id": "", "app.user_id": "", "app.role": "", "app.patient_id": "" };

function settingsOf(actor: Actor): Record<string, string> {
  return {
    "app.clinic_id": actor.clinicId,
    "app.user_id": actor.userId,
    "app.role": actor.role === "patient" ? "patient" : "staff",
    "app.patient_id": actor.patientId ?? "",
  };
}

function serverLimits(deadlineMs: number): Record<string, string> {
  return { statement_timeout: String(deadlineMs), idle_in_transaction_session_timeout: String(deadlineMs + 1_000) };
}

/** One round trip: `begin`, the role and the settings, all ending with the transaction. */
function openingStatement(role: string, settings: Record<string, string>): string {
  return `begin; select ${settingCalls({ role, ...settings })}`;
}

function settingCalls(settings: Record<string, string>): string {
  const calls = Object.entries(settings).map(([name, value]) => {
    // Values are UUIDs, numbers or our own words; the check keeps it so.
    if (!/^[\w-]*$/.test(value)) throw new TypeError(`setting ${name} has an unexpected value`);
    return `set_config('${name}','${value}',true)`;
  });
  return calls.join(",");
}

function asThrown(error: unknown): unknown {
  if (isConnectionError(error)) return new DatabaseUnavailableError("the database can't be reached", { cause: error });
  if (sqlState(error) === "57014") return new TransactionDeadlineError("the statement took too long", { cause: error });
  // Drizzle's wrapper puts the parameters, which are health data, into its message.
  if (error instanceof DrizzleQueryError && error.cause) return error.cause;
  return error;
}
