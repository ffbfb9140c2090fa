/** How a clinic's record is read for verification: page by page, in its own scope, gathering what doesn't hold. */
import "server-only";
import type { Tx } from "./client";

/** A row that isn't what it was; `what` says so without repeating its content. */
export type Fault = { table: string; id: string; what: string };

/** Collects while the rows of one clinic are read. */
export type Findings = {
  faults: Fault[];
  counts: {
    visits: number;
    visit_rows: number;
    visit_events: number;
    rechecks: number;
    reports: number;
    audit_events: number;
  };
  /** Signatures whose key isn't here, by its name: neither whole nor broken. */
  missingKeys: Map<string, number>;
  /** Rechecks that a signature covers, by id. */
  covered: Map<string, string>;
};

/** Runs one page of reading as the clinic's own staff would, row-level security included. */
export type Read = <T>(page: (tx: Tx, clinicId: string) => Promise<T>) => Promise<T>;

/** Every row by id, a page per transaction. */
export async function inPages<Row extends { id: string }>(
  next: (after: string | null) => Promise<Row[]>,
  visit: (rows: Row[]) => Promise<void>,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await next(after);
    const last = rows.at(-1);
    if (!last) return;
    await visit(rows);
    after = last.id;
  }
}
