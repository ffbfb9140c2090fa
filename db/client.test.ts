/** What one transaction may rely on: its own connection, its actor's scope, a deadline, and the truth about COMMIT. */
import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type Database, openDatabase, preTenantTransaction, type Tx, transaction, withinClinic } from "@/db/client";
import { ruleSet, staffMember } from "@/db/schema/clinic";
import { anActor, createClinic } from "@/db/testing/clinic";
import { engine, testDatabase } from "@/db/testing/database";
import { isDatabaseUnavailable, sqlState } from "@/db/unavailable";
import { newId } from "@/domain/new-id";

const testing = testDatabase();
const opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

function open(options: Parameters<typeof openDatabase>[1]): Database {
  const database = openDatabase(testing.target, options);
  opened.push(database);
  return database;
}

const insertRuleSet = (tx: Tx, clinicId: string, number: number) =>
  tx.insert(ruleSet).values({ clinicId, id: newId(), number, baseVersion: "1", changes: {} });
const stored = async (clinicId: string) =>
  Number((await testing.admin`select count(*) from rule_set where clinic_id = ${clinicId}`)[0]?.count);

test("a transaction runs as the clinic's role with the actor's ids", async () => {
  const patient = anActor({ role: "patient", patientId: newId() });
  const rows = await transaction(patient, (tx) =>
    tx.execute(sql`select current_user as role, current_setting('app.clinic_id') as clinic,
      current_setting('app.user_id') as "user", current_setting('app.role') as kind,
      current_setting('app.patient_id') as patient`),
  );
  const { clinicId: clinic, userId: user, patientId } = patient;
  expect(rows).toEqual([{ role: "app_rt", clinic, user, kind: "patient", patient: patientId }]);
});

test("the scope ends with the transaction", async () => {
  await transaction(anActor(), (tx) => tx.execute(sql`select 1`));
  const rows = await preTenantTransaction((tx) =>
    tx.execute(sql`select current_user as role, current_setting('app.clinic_id', true) as clinic`),
  );
  expect(rows).toEqual([{ role: "app_auth", clinic: "" }]);
});

test("an actor whose ids are not UUIDs, or whose role and patient disagree, never reaches the database", async () => {
  const nothing = async () => null;
  await expect(transaction(anActor({ clinicId: "x'; drop table visit; --" }), nothing)).rejects.toThrow(/UUID/);
  await expect(transaction(anActor({ role: "patient" }), nothing)).rejects.toThrow(/patientId/);
  await expect(transaction(anActor({ patientId: newId() }), nothing)).rejects.toThrow(/patientId/);
});

test("each role keeps to its own tables", async () => {
  const asApp = transaction(anActor(), (tx) => tx.execute(sql`select id from user_account`));
  await expect(asApp).rejects.toMatchObject({ code: "42501" });
  const asAuth = preTenantTransaction((tx) => tx.execute(sql`select id from patient`));
  await expect(asAuth).rejects.toMatchObject({ code: "42501" });
});

test("a nested transaction throws instead of waiting for itself", async () => {
  const nested = transaction(anActor(), () => transaction(anActor(), async () => null));
  await expect(nested).rejects.toThrow(/inside another/);
  await expect(transaction(anActor(), () => preTenantTransaction(async () => null))).rejects.toThrow(/inside another/);
});

test("what was written before a failure is undone", async () => {
  const owner = await createClinic();
  const failing = transaction(owner, async (tx) => {
    await insertRuleSet(tx, owner.clinicId, 1);
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await stored(owner.clinicId)).toBe(0);
});

test("a swallowed failure can't be acknowledged: PostgreSQL would roll back in silence", async () => {
  const owner = await createClinic();
  const swallowing = transaction(owner, async (tx) => {
    await insertRuleSet(tx, owner.clinicId, 1);
    await insertRuleSet(tx, owner.clinicId, 1).catch(() => {});
    return "done";
  });
  await expect(swallowing).rejects.toThrow(/rolled back/);
  expect(await stored(owner.clinicId)).toBe(0);
});

test("a failure inside a savepoint leaves the rest of the transaction", async () => {
  const owner = await createClinic();
  await transaction(owner, async (tx) => {
    await insertRuleSet(tx, owner.clinicId, 1);
    await tx.transaction((inner) => insertRuleSet(inner, owner.clinicId, 1)).catch(() => {});
    await tx.transaction((inner) => insertRuleSet(inner, owner.clinicId, 2));
  });
  expect(await stored(owner.clinicId)).toBe(2);
});

test("a failed statement keeps its SQLSTATE, and its parameters stay out of the message", async () => {
  const owner = await createClinic();
  await transaction(owner, (tx) => insertRuleSet(tx, owner.clinicId, 1));
  const again = await transaction(owner, (tx) => insertRuleSet(tx, owner.clinicId, 1)).catch((error: unknown) => error);
  expect(sqlState(again)).toBe("23505");
  expect(String(again)).not.toContain(owner.clinicId);
});

test("a statement sent after its transaction has ended is refused, not run in the next one", async () => {
  let escaped: Tx | undefined;
  const owner = await createClinic();
  await transaction(owner, async (tx) => {
    escaped = tx;
  });
  await expect(Promise.resolve(escaped?.execute(sql`select 1`))).rejects.toMatchObject({
    cause: expect.objectContaining({ message: expect.stringContaining("ended") }),
  });
});

test("an invitation is one act: accounts first, then the clinic's own rows, then accounts again", async () => {
  const owner = await createClinic();
  const [name] = await transaction(owner, (tx) =>
    tx.select({ name: staffMember.displayName }).from(staffMember).where(eq(staffMember.clinicId, owner.clinicId)),
  );
  expect(name).toEqual({ name: "Aled Whitby" });
  const back = await preTenantTransaction(async (tx) => {
    await withinClinic(tx, owner, async () => null);
    return tx.execute(sql`select current_user as role, current_setting('app.clinic_id') as clinic`);
  });
  expect(back).toEqual([{ role: "app_auth", clinic: "" }]);
});

test("a transaction past its deadline is cut, and the next one works", async () => {
  const database = open({ size: 1 });
  const owner = await createClinic();
  const slow = database.transaction(
    owner,
    async (tx) => {
      await insertRuleSet(tx, owner.clinicId, 1);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await insertRuleSet(tx, owner.clinicId, 2);
    },
    { deadlineMs: 150 },
  );
  await expect(slow).rejects.toMatchObject({ name: "TransactionDeadlineError", databaseUnavailable: true });
  expect(await database.transaction(owner, async (tx) => (await insertRuleSet(tx, owner.clinicId, 3)).count)).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await stored(owner.clinicId)).toBe(1);
});

test("who waits too long for a connection is told that the database is busy", async () => {
  const database = open({ size: 1, waitMs: 120 });
  const owner = await createClinic();
  let finish = () => {};
  const held = database.transaction(owner, () => new Promise<void>((resolve) => (finish = resolve)));
  const error = await database.transaction(owner, async () => null).catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({ name: "DatabaseBusyError" });
  expect(isDatabaseUnavailable(error)).toBe(true);
  finish();
  await held;
  expect(database.stats()).toEqual({ idle: 1, lent: 0, waiting: 0 });
});

test("what holds the server up itself is no busy database: who waited meanwhile is served", async () => {
  const database = open({ size: 1, waitMs: 1_000 });
  const owner = await createClinic();
  let finish: (() => void) | undefined;
  const held = database.transaction(owner, () => new Promise<void>((resolve) => (finish = resolve)));
  await expect.poll(() => finish).toBeTypeOf("function");
  const waiting = database.transaction(owner, async () => "served");
  finish?.();
  // The connection is free once the database has answered its commit: the answer lies unread until this is over.
  for (const until = performance.now() + 1_200; performance.now() < until; );
  expect(await waiting).toBe("served");
  await held;
});

test("who waits for a connection is overtaken by nobody", async () => {
  const database = open({ size: 1, waitMs: 20_000 });
  const owner = await createClinic();
  let finish: (() => void) | undefined;
  const held = database.transaction(owner, () => new Promise<void>((resolve) => (finish = resolve)));
  await expect.poll(() => finish).toBeTypeOf("function");
  const order: number[] = [];
  const queued = [1, 2, 3].map((number) => database.transaction(owner, async () => order.push(number)));
  expect(database.stats().waiting).toBe(3);
  finish?.();
  await Promise.all([held, ...queued]);
  expect(order).toEqual([1, 2, 3]);
  expect(database.stats()).toEqual({ idle: 1, lent: 0, waiting: 0 });
});

test("a connection that died while idle is replaced without anyone noticing", async () => {
  const database = open({ size: 2 });
  const owner = await createClinic();
  await Promise.all([1, 2].map(() => database.transaction(owner, (tx) => tx.execute(sql`select 1`))));
  if (engine === "server") {
    await testing.admin`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = ${new URL(testing.target.url).username}`;
  }
  const rows = await Promise.all(
    [1, 2].map((n) => database.transaction(owner, (tx) => tx.execute(sql`select ${n}::int as n`))),
  );
  expect(rows.flat()).toEqual([{ n: 1 }, { n: 2 }]);
});

test("20 transactions at once keep their scopes apart", async () => {
  const database = open({});
  const owners = await Promise.all(Array.from({ length: 2 }, () => createClinic()));
  const seen = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const owner = owners[index % 2] ?? anActor();
      return database.transaction(owner, async (tx) => {
        const rows = await tx.select({ clinicId: staffMember.clinicId }).from(staffMember);
        await tx.execute(sql`select pg_sleep(0.005)`);
        const again = await tx.select({ clinicId: staffMember.clinicId }).from(staffMember);
        return [...rows, ...again].every(({ clinicId }) => clinicId === owner.clinicId) && rows.length === 1;
      });
    }),
  );
  expect(seen).toEqual(Array(20).fill(true));
});
