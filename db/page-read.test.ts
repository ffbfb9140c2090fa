/** A page's reads share one transaction, and say so when it can't be had. */
import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { pageRead } from "./page-read";
import type { Actor } from "./scope";
import { createClinic } from "./testing/clinic";
import { testDatabase } from "./testing/database";

// What React keeps during one render; the tests' React is the browser's, which keeps nothing.
vi.mock("react", () => ({
  cache: <A, R>(make: (key: A) => R) => {
    const kept = new Map<A, R>();
    return (key: A) => {
      if (!kept.has(key)) kept.set(key, make(key));
      return kept.get(key);
    };
  },
}));

testDatabase();

const transactionOf = (actor: Actor) =>
  pageRead(actor, async (tx) => {
    const [row] = await tx.execute<{ id: string; clinic: string }>(
      sql`select txid_current()::text as id, current_setting('app.clinic_id') as clinic`,
    );
    return row!;
  });

test("layout and page ask side by side: one transaction; what is asked for afterwards begins another", async () => {
  const actor = await createClinic();
  const [layout, page] = await Promise.all([transactionOf(actor), transactionOf(actor)]);
  expect(layout).toEqual(page);
  expect(layout.clinic).toBe(actor.clinicId);
  expect((await transactionOf(actor)).id).not.toBe(layout.id);
});

test("another person's read never shares it", async () => {
  const [one, other] = [await createClinic(), await createClinic("Hillside Physiotherapy")];
  const [mine, theirs] = await Promise.all([transactionOf(one), transactionOf(other)]);
  expect([mine.clinic, theirs.clinic]).toEqual([one.clinicId, other.clinicId]);
  expect(mine.id).not.toBe(theirs.id);
});

test("a read that fails fails its round, and the next one begins anew", async () => {
  const actor = await createClinic();
  const broken = pageRead(actor, (tx) => tx.execute(sql`select 1/0`));
  const beside = transactionOf(actor);
  await expect(broken).rejects.toMatchObject({ code: "22012" });
  await expect(beside).rejects.toThrow();
  expect((await transactionOf(actor)).clinic).toBe(actor.clinicId);
});
