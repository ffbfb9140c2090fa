/**
 * Owns one physical connection to the database: it serves one transaction at a time and never reconnects, so a statement
 * of one transaction can't run inside another's (docs/decisions/0003-leased-connections.md).
 */
import net from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { connectionOf } from "@/db/connection-url";
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
};

class LeaseSpentError extends Error {
  readonly code = "LEASE_SPENT";
}

/** The statements before the work failed, so nothing was done and another lease may try. */
export class OpeningFailedError extends Error {
  override name = "OpeningFailedError";
}

export class Lease {
  readonly #client: Sql;
  readonly #database: PostgresJsDatabase;
  #socket: net.Socket | null = null;
  #opening = "";
  #spent = false;
  #turns = 0;
  readonly #bornAt = performance.now();

  constructor(target: Target) {
    const options = {
      max: 1,
      // The driver's own ends of life could fall between two statements of a transaction; the pool retires leases instead.
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      onnotice: () => {},
      onclose: () => {
        this.#spent = true;
      },
      socket: (at: { path?: string | false; host: string[]; port: number[] }) => this.#connect(at),
    };
    this.#client = postgres(...connectionOf(target.url, options));
    const begin = <T>(work: (channel: Channel) => Promise<T>) => this.#begin(work);
    // Only these members are used by drizzle's postgres-js session.
    const channel = { options: this.#client.options, unsafe: refuseOutsideTransaction, begin };
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
    this.#client.end({ timeout: 0 }).catch(() => {});
    setTimeout(() => this.#socket?.destroy(), 50).unref();
  }

  /** Closes an idle connection in good order. */
  async close(): Promise<void> {
    this.#spent = true;
    await this.#client.end({ timeout: 1 });
    this.#socket?.destroy();
  }

  #connect(at: { path?: string | false; host: string[]; port: number[] }): net.Socket {
    // The driver reopens a lost connection and sends what was queued: outside the transaction, without its role.
    if (this.#socket !== null) throw new LeaseSpentError("this connection was lost and is never reopened");
    const [host = "localhost", port = 5432] = [at.host[0], at.port[0]];
    this.#socket = at.path ? net.connect(at.path) : net.connect({ host, port, noDelay: true });
    // For TLS the driver takes the server's name from here.
    return Object.assign(this.#socket, { host, port });
  }

  async #begin<T>(work: (channel: Channel) => Promise<T>): Promise<T> {
    let isOpen = true;
    const channel: Channel = {
      unsafe: (text, parameters, options) => {
        if (!isOpen) throw new Error("a statement was sent after its transaction had ended");
        if (this.#spent) throw new LeaseSpentError("the connection was lost");
        // Named statements: a repeated query takes one round trip instead of two.
        return this.#client.unsafe(text, parameters, { ...options, prepare: true });
      },
      savepoint: (inner) => this.#savepoint(channel, inner),
    };
    try {
      await this.#client.unsafe(this.#opening).simple();
    } catch (error) {
      if (!isConnectionError(error)) await this.#rollback();
      throw isConnectionError(error) ? new OpeningFailedError("connection lost", { cause: error }) : error;
    }
    this.#turns += 1;
    try {
      const result = await work(channel);
      isOpen = false;
      if (this.#spent) throw new LeaseSpentError("the connection was lost before COMMIT");
      const committed = await this.#client.unsafe("commit");
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
      await this.#client.unsafe("rollback");
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
