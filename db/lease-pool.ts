/** Lends leases: one borrower each, first come first served, a bounded wait, and no lost connection ever lent again. */
import { Lease, type Target } from "@/db/lease";
import { DatabaseBusyError } from "@/db/unavailable";

type Waiter = { give: (lease: Lease) => void; stop: () => void };

/** Long enough that reconnecting costs nothing, short enough that prepared statements and server memory don't pile up. */
const LIFETIME_MS = 30 * 60_000;

/**
 * A wait is counted in so many steps: while the process itself is held up (a PDF being laid out) answers of the database
 * lie unread, which counts as one step and not as the whole wait.
 */
const WAIT_STEPS = 4;

export class LeasePool {
  readonly #idle: Lease[] = [];
  readonly #lent = new Set<Lease>();
  readonly #waiting: Waiter[] = [];
  #isClosed = false;

  constructor(
    private readonly target: Target,
    private readonly size: number,
    private readonly waitMs: number,
  ) {}

  get stats(): { idle: number; lent: number; waiting: number } {
    return { idle: this.#idle.length, lent: this.#lent.size, waiting: this.#waiting.length };
  }

  /**
   * A lease for one transaction; `fresh` insists on a new connection.
   * @throws DatabaseBusyError after the wait, longer where the process was held up meanwhile.
   */
  borrow({ fresh = false } = {}): Promise<Lease> {
    if (this.#isClosed) return Promise.reject(new DatabaseBusyError("the database connections are closed"));
    if (fresh) this.#retireIdle();
    const lease = this.#takeIdle() ?? this.#open();
    if (lease) return Promise.resolve(lease);
    return new Promise((resolve, reject) => {
      const stop = inSteps(this.waitMs, () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new DatabaseBusyError(`no database connection became free within ${this.waitMs} ms`));
      });
      const waiter: Waiter = { give: resolve, stop };
      this.#waiting.push(waiter);
    });
  }

  giveBack(lease: Lease): void {
    this.#lent.delete(lease);
    if (this.#isClosed || lease.age > LIFETIME_MS) lease.close().catch(() => {});
    else if (!lease.isSpent) this.#idle.push(lease);
    this.#serve();
  }

  /** Ends idle connections now and lent ones when they come back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#idle.splice(0).map((lease) => lease.close()));
  }

  #serve(): void {
    const waiter = this.#waiting[0];
    if (!waiter) return;
    const lease = this.#takeIdle() ?? this.#open();
    if (!lease) return;
    this.#waiting.shift();
    waiter.stop();
    waiter.give(lease);
  }

  /** The one used last: it is the likeliest to be alive, and its statements are prepared. */
  #takeIdle(): Lease | null {
    for (let lease = this.#idle.pop(); lease; lease = this.#idle.pop()) {
      if (lease.isSpent) continue;
      this.#lent.add(lease);
      return lease;
    }
    return null;
  }

  #open(): Lease | null {
    if (this.#lent.size + this.#idle.length >= this.size) return null;
    const lease = new Lease(this.target);
    this.#lent.add(lease);
    return lease;
  }

  /** After one idle connection proved dead the others are suspect too. */
  #retireIdle(): void {
    for (const lease of this.#idle.splice(0)) lease.discard();
  }
}

/** Calls `then` after `ms` in which the process could work. The answer calls it off. */
function inSteps(ms: number, then: () => void): () => void {
  let left = WAIT_STEPS;
  const step = () => {
    left -= 1;
    if (left === 0) then();
    else timer = setTimeout(step, ms / WAIT_STEPS);
  };
  let timer = setTimeout(step, ms / WAIT_STEPS);
  return () => clearTimeout(timer);
}
