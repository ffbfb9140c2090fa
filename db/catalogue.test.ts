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

/** Ids that refer to no row of the clinic, and why. */
const NO_REFERENCE: Record<string, string> = {
  "audit_event.membership_id": "a login's, global; the chain keeps who it was when the membership is gone",
  "audit_event.user_id": "an account, global",
  "audit_event.patient_id": "outlives an erased patient",
  "audit_event.object_id": "of any kind, named beside it",
  "measure_order.user_id": "an account, global",
  "phrase.user_id": "an account, global",
  "questionnaire_response.filled_by_id": "the login it was filled in under: a patient's membership, global",
  "staff_member.user_id": "an account, global",
  "write_receipt.user_id": "an account, global",
};

test("every id a clinic table holds is a reference, or stands on the list of those that can't be", async () => {
  const free = await database.admin<{ name: string }[]>`
    select c.relname || '.' || a.attname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relname = any(${await owned()}) and c.relkind = 'r' and a.atttypid = 'uuid'::regtype
      and a.attname like '%\\_id' and a.attname <> 'clinic_id'
      and not exists (select 1 from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
    order by 1`;
  expect(free.map(({ name }) => name)).toEqual(Object.keys(NO_REFERENCE).sort());
});

test("what names a visit and an episode, or a patient's row, names them together", async () => {
  const apart = await database.admin<{ name: string }[]>`
    select k.conrelid::regclass || ' -> ' || k.confrelid::regclass as name from pg_constraint k
    where k.contype = 'f' and k.conrelid::regclass::text = any(${await owned()})
      and k.confrelid in (select attrelid from pg_attribute where attname = 'patient_id' and not attisdropped)
      and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'patient_id'
        and a.attnum = any(k.conkey))`;
  expect(apart).toEqual([]);
  const visitAlone = await database.admin<{ name: string }[]>`
    select distinct k.conrelid::regclass::text as name from pg_constraint k
    join pg_attribute e on e.attrelid = k.conrelid and e.attname = 'episode_id'
    join pg_attribute v on v.attrelid = k.conrelid and v.attname = 'visit_id' and v.attnum = any(k.conkey)
    where k.contype = 'f' and k.confrelid = 'visit'::regclass and not (e.attnum = any(k.conkey))`;
  expect(visitAlone).toEqual([]);
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
