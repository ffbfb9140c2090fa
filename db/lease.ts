/**
 * Owns one physical connection to the database: it serves one transaction at a time and never reconnects, so a statement
 * of one transaction can't run inside another's (docs/decisions/0003-leased-connections.md).
 */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { type Connection, openConnection } from "@/db/connection";
import { isConnectionError } from "@/db/unavailable";

export type Tx = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

/**
 * Where the database answers. A Unix socket is written as libpq does: `postgres://user@localhost/name?host=/folder`.
 * `engine` says what stands behind the URL, since the embedded one has no timeouts of its own.
 */
export type Target = { engine: "server" | "embedded"; url: string };

type QueryOptions = Parameters<Sql["unsafe"]>[2];
/** The part of the driver's client that drizzle calls. */
type Channel = {
  unsafe: (
    text: string,
    parameters?: Parameters<Sql["unsafe"]>[1],
    options?: QueryOptions,
  ) => ReturnType<Sql["unsafe"]>;
  savepoint: <T>(work: (channel: Channel) => Promise<T>) => Promise<T>;
  /** Only drizzle's migrator begins inside a transaction. */
  begin: <T>(work: (channel: Channel) => Promise<T>) => Promise<T>;
};

class LeaseSpentError extends Error {
  readonly code = "CONNECTION_LOST";
}

/** The statements before the work failed, so nothing was done and another lease may try. */
export class OpeningFailedError extends Error {
  override name = "OpeningFailedError";
}

export class Lease {
  readonly #connection: Connection;
  readonly #database: PostgresJsDatabase;
  #opening = "";
  #spent = false;
  #turns = 0;
  readonly #bornAt = performance.now();

  constructor(target: Target) {
    this.#connection = openConnection(target.url, () => {
      this.#spent = true;
    });
    const begin = <T>(work: (channel: Channel) => Promise<T>) => this.#begin(work);
    // Only these members are used by drizzle's postgres-js session.
    const channel = { options: this.#connection.sql.options, unsafe: refuseOutsideTransaction, begin };
    this.#database = drizzle(channel as unknown as Sql, { casing: "snake_case" });
  }

  /** True once the connection must not be used again. */
  get isSpent(): boolean {
    return this.#spent;
  }

  /** Transactions served so far, and age in ms. */
  get turns(): number {
    return this.#turns;
  }
  get age(): number {
    return performance.now() - this.#bornAt;
  }

  /**
   * Runs one transaction: `opening` is the text of `begin` with role and settings, sent as one round trip.
   * @throws OpeningFailedError when the opening met a dead connection, else whatever `work` or COMMIT threw.
   */
  run<T>(opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    this.#opening = opening;
    return this.#database.transaction(work);
  }

  /** Cuts the connection at once; statements under way are rejected and the server rolls back. */
  discard(): void {
    this.#spent = true;
    this.#connection.cut();
  }

  /** Closes an idle connection in good order. */
  close(): Promise<void> {
    this.#spent = true;
    return this.#connection.close();
  }

  async #begin<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
    let isOpen = true;
    const channel: Channel = {
      unsafe: (text, parameters, options) => {
        if (!isOpen) throw new Error("a statement was sent after its transaction had ended");
        if (this.#spent) throw new LeaseSpentError("the connection was lost");
        // Named statements: a repeated query takes one round trip instead of two.
        return this.#connection.sql.unsafe(text, parameters, { ...options, prepare: true });
      },
      savepoint: (inner) => this.#savepoint(channel, inner),
      begin: (inner) => this.#savepoint(channel, inner),
    };
    try {
      await this.#connection.sql.unsafe(this.#opening).simple();
    } catch (error) {
      if (!isConnectionError(error)) await this.#rollback();
      throw isConnectionError(error) ? new OpeningFailedError("connection lost", { cause: error }) : error;
    }
    this.#turns += 1;
    try {
      const result = await work(channel);
      isOpen = false;
      if (this.#spent) throw new LeaseSpentError("the connection was lost before COMMIT");
      const committed = await this.#connection.sql.unsafe("commit");
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
      if (committed.command !== "COMMIT") throw new Error("a statement failed and the transaction was rolled back");
      return result;
    } catch (error) {
      isOpen = false;
      if (isConnectionError(error)) this.discard();
      else await this.#rollback();
      throw error;
    }
  }

  async #rollback(): Promise<void> {
    if (this.#spent) return;
    try {
      await this.#connection.sql.unsafe("rollback");
    } catch {
      // The caller hears the first failure; a connection that can't roll back is not lent again.
      this.discard();
    }
  }

  #savepoints = 0;
  async #savepoint<T>(channel: Channel, work: (channel: Channel) => Promise<T>): Promise<T> {
    this.#savepoints += 1;
    const name = `s${this.#savepoints}`;
    await channel.unsafe(`savepoint ${name}`);
    try {
      const result = await work(channel);
      await channel.unsafe(`release savepoint ${name}`);
      return result;
    } catch (error) {
      if (!this.#spent) await channel.unsafe(`rollback to savepoint ${name}`);
      throw error;
    }
  }
}

function refuseOutsideTransaction(): never {
  throw new Error("statements run only inside a transaction");
}
