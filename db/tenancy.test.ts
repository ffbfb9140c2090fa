/** Clinics and patients are kept apart by the database itself, and the suite that says so notices a missing wall. */
import { beforeAll, expect, test } from "vitest";
import { type ClinicTable, clinicTables } from "@/db/testing/catalogue";
import { testDatabase } from "@/db/testing/database";
import { breaches, fill, type People } from "@/db/testing/isolation";
import { newId } from "@/domain/new-id";

const database = testDatabase();
const clinicId = newId();
const people: People = {
  own: { clinicId, patientId: newId() },
  neighbour: { clinicId, patientId: newId() },
  foreign: { clinicId: newId(), patientId: newId() },
};
let tables: ClinicTable[] = [];

beforeAll(async () => {
  if (!database.admin) return;
  tables = await clinicTables(database.admin);
  for (const table of tables) {
    // The triggers refuse some of these writes for reasons of their own, before the policies are asked.
    await database.admin.unsafe(`alter table "${table.name}" disable trigger user`);
    await fill(database.admin, table, people);
  }
  // Walls that stand behind one another hide each other's holes: those of db/patient-writes.test.ts are tested there.
  const others = await database.admin<{ drop: string }[]>`
    select format('drop policy %I on %I', policyname, tablename) as drop from pg_policies
    where schemaname = 'public' and cmd <> 'ALL'`;
  for (const { drop } of others) await database.admin.unsafe(drop);
});

test("every clinic table shows and takes rows of the transaction's clinic and patient only", async () => {
  expect(tables.length).toBeGreaterThan(35);
  const found: string[] = [];
  for (const table of tables) found.push(...(await breaches(database.target.url, table, people)));
  expect(found).toEqual([]);
});

test("each policy, removed or opened, is noticed", async () => {
  const policies = await database.admin<
    { table: string; name: string; permissive: string; roles: string[]; qual: string; with_check: string }[]
  >`select tablename as table, policyname as name, permissive, roles, qual, with_check from pg_policies
    where schemaname = 'public' and 'app_rt' = any(roles) order by 1, 2`;
  expect(policies.length).toBeGreaterThan(tables.length);
  const unnoticed: string[] = [];
  for (const policy of policies) {
    const table = tables.find(({ name }) => name === policy.table);
    if (!table) throw new Error(`a policy on ${policy.table}, which is no clinic table`);
    const on = `${policy.name} on "${policy.table}"`;
    const restore = `create policy ${on} as ${policy.permissive} to app_rt
      using (${policy.qual}) with check (${policy.with_check})`;
    for (const mutation of [
      `drop policy ${on}`,
      `alter policy ${on} using (true)`,
      `alter policy ${on} with check (true)`,
    ]) {
      await database.admin.unsafe(mutation);
      const found = await breaches(database.target.url, table, people);
      if (found.length === 0) unnoticed.push(mutation);
      await database.admin.unsafe(`drop policy if exists ${on}; ${restore}`);
    }
    expect(await breaches(database.target.url, table, people)).toEqual([]);
  }
  expect(unnoticed).toEqual([]);
}, 120_000);

test("row-level security switched off on a table is noticed", async () => {
  for (const table of tables) {
    await database.admin.unsafe(`alter table "${table.name}" disable row level security`);
    expect(await breaches(database.target.url, table, people), table.name).not.toEqual([]);
    await database.admin.unsafe(`alter table "${table.name}" enable row level security`);
  }
}, 60_000);
