/** Lints the catalogue: keys, references, indexes, walls and grants of every table are what the architecture says. */
import { expect, test } from "vitest";
import { clinicTables, GLOBAL_TABLES } from "@/db/testing/catalogue";
import { testDatabase } from "@/db/testing/database";

const database = testDatabase();

/** Names of the tables that a clinic owns. */
async function owned(): Promise<string[]> {
  return (await clinicTables(database.admin)).map(({ name }) => name).filter((name) => name !== "clinic");
}

test("every key and index of a clinic table begins with the clinic", async () => {
  const wrong = await database.admin`
    select i.indexrelid::regclass::text as index from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relname = any(${await owned()}) and a.attname <> 'clinic_id'`;
  expect(wrong).toEqual([]);
  const keyless = await database.admin`
    select relname from pg_class c where relname = any(${await owned()}) and relkind = 'r'
      and not exists (select 1 from pg_index where indrelid = c.oid and indisprimary)`;
  expect(keyless).toEqual([]);
});

test("every reference between clinic tables carries the clinic on both sides", async () => {
  const wrong = await database.admin`
    select k.conname from pg_constraint k
    join pg_class source on source.oid = k.conrelid
    join pg_class target on target.oid = k.confrelid
    join pg_attribute a on a.attrelid = source.oid and a.attnum = k.conkey[1]
    join pg_attribute b on b.attrelid = target.oid and b.attnum = k.confkey[1]
    where k.contype = 'f' and source.relname = any(${await owned()})
      and (a.attname <> 'clinic_id' or b.attname <> case target.relname when 'clinic' then 'id' else 'clinic_id' end)`;
  expect(wrong).toEqual([]);
});

test("every clinic table has row-level security enabled and forced, and the policy of its clinic", async () => {
  const open = await database.admin`
    select relname from pg_class c where relname = any(${[...(await owned()), "clinic"]}) and relkind = 'r'
      and not (relrowsecurity and relforcerowsecurity
        and exists (select 1 from pg_policy where polrelid = c.oid and polname = 'clinic_scope' and polpermissive))`;
  expect(open).toEqual([]);
});

test("every table that names a patient is fenced for patients", async () => {
  const fenced = (await clinicTables(database.admin)).filter(({ patientColumn }) => patientColumn !== null);
  const open = await database.admin`
    select name from unnest(${fenced.map(({ name }) => name)}::text[]) as name where not exists
      (select 1 from pg_policy where polrelid = name::regclass and polname = 'patient_scope' and not polpermissive)`;
  expect(open).toEqual([]);
});

test("nothing is granted to everybody, and each table only to the role that serves it", async () => {
  const grants = await database.admin<{ table: string; grantee: string }[]>`
    select distinct c.relname as table, case a.grantee when 0 then 'public' else a.grantee::regrole::text end as grantee
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.grantee <> c.relowner`;
  const tables = [...(await owned()), "clinic", ...GLOBAL_TABLES];
  expect([...new Set(grants.map(({ table }) => table))].sort()).toEqual([...tables].sort());
  const unexpected = grants.filter(({ table, grantee }) =>
    GLOBAL_TABLES.includes(table) ? grantee !== "app_auth" : grantee !== "app_rt" && table !== "clinic",
  );
  expect(unexpected).toEqual([]);
  expect(
    grants
      .filter(({ table }) => table === "clinic")
      .map(({ grantee }) => grantee)
      .sort(),
  ).toEqual(["app_auth", "app_rt"]);
  const functions = await database.admin`
    select proname from pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
    where pronamespace = 'guard'::regnamespace and a.grantee = 0`;
  expect(functions).toEqual([]);
});
