/** Fills a clinic: copies template patients row by row inside the database, each copy with ids and a name of its own. */
import type { Sql } from "postgres";

/** Copies made by one statement. */
const BATCH = 1_000;

const GIVEN = ["Amara", "Bram", "Chiara", "Dev", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kofi", "Lena"];
const FAMILY = [
  "Adler",
  "Byrne",
  "Costa",
  "Dahl",
  "Evans",
  "Fischer",
  "Gupta",
  "Haas",
  "Ito",
  "Jansen",
  "Kaya",
  "Lund",
];

type Column = { name: string; type: string };

/** One in ten copies `long`; the others take turns. Numbers go on from `from` to `to`, both inclusive. */
export async function populate(admin: Sql, templates: { long: string; short: string[] }, from: number, to: number) {
  await prepare(admin);
  const kinds = [templates.long, ...templates.short];
  const tables = await patientTables(admin);
  for (const [kind, template] of kinds.entries()) {
    // 0, 10, 20 … are long; the rest go round.
    const chosen = kind === 0 ? "n % 10 = 0" : `n % 10 <> 0 and n % ${templates.short.length} = ${kind - 1}`;
    const ids = await idsOf(admin, tables, template);
    for (const { table, columns } of tables) {
      const insert = await copyStatement(admin, table, columns, template, ids);
      if (insert === null) continue;
      for (let low = from; low <= to; low += BATCH) {
        const high = Math.min(to, low + BATCH - 1);
        await admin.unsafe(
          `${insert} cross join (select n from generate_series(${low}, ${high}) as n where ${chosen}) copies`,
        );
      }
    }
  }
  await admin.unsafe("vacuum analyze");
}

/** A copy's id: version 7 as the app makes them, so that a patient's rows stand together in the indexes. */
async function prepare(admin: Sql): Promise<void> {
  await admin.unsafe(`
    create schema if not exists bench;
    create or replace function bench.copy_id(old uuid, n int) returns uuid language sql immutable parallel safe return
      (lpad(to_hex(1767225600000 + n), 12, '0') || '7' || substr(md5(old::text || n), 14, 3) || '8'
        || substr(md5(old::text || n), 18))::uuid;
    create or replace function bench.pick(words text[], n int) returns text language sql immutable parallel safe return
      words[1 + abs(hashint4(n)) % array_length(words, 1)];
    -- The copies were valid as templates; checking each again would take most of the time.
    set session_replication_role = replica`);
}

/** Every table with rows of a patient. */
function patientTables(admin: Sql): Promise<{ table: string; columns: Column[] }[]> {
  return admin<{ table: string; columns: Column[] }[]>`
    select c.relname as table, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null))
      order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('audit_event', 'membership', 'one_time_token')
    group by c.relname
    having c.relname = 'patient' or bool_or(a.attname = 'patient_id')`;
}

const ownerColumn = (table: string) => (table === "patient" ? "id" : "patient_id");

/** Every id that belongs to the template alone. */
async function idsOf(admin: Sql, tables: { table: string; columns: Column[] }[], template: string): Promise<string[]> {
  const ids = [template];
  for (const { table, columns } of tables) {
    if (!columns.some(({ name }) => name === "id")) continue;
    const rows = await admin.unsafe(`select id from "${table}" where "${ownerColumn(table)}" = $1`, [template]);
    ids.push(...rows.map((row) => row.id as string));
  }
  return ids;
}

/** Null when the template has no row there. An id column is renamed when what it holds belongs to the template. */
async function copyStatement(admin: Sql, table: string, columns: Column[], template: string, ids: string[]) {
  const where = `"${ownerColumn(table)}" = '${template}'`;
  const [some] = await admin.unsafe(`select 1 from "${table}" where ${where} limit 1`);
  if (!some) return null;
  const values: string[] = [];
  for (const { name, type } of columns) {
    const named = NAMED[name];
    if (named !== undefined && (table === "patient" || table === "caseload_row")) values.push(named);
    else if (type === "uuid" && (await holdsOnly(admin, table, name, where, ids))) {
      values.push(`bench.copy_id(t."${name}", n)`);
    } else values.push(`t."${name}"`);
  }
  const names = columns.map(({ name }) => `"${name}"`);
  return `insert into "${table}" (${names}) select ${values} from (select * from "${table}" where ${where}) t`;
}

async function holdsOnly(admin: Sql, table: string, column: string, where: string, ids: string[]): Promise<boolean> {
  const [found] = await admin.unsafe(
    `select count("${column}")::int as held, count("${column}") filter (where "${column}" = any($1))::int as own
      from "${table}" where ${where}`,
    [`{${ids}}`],
  );
  return found !== undefined && found.held > 0 && found.held === found.own;
}

const given = `bench.pick(array[${GIVEN.map((name) => `'${name}'`)}], n)`;
const family = `bench.pick(array[${FAMILY.map((name) => `'${name}'`)}], n / 7) || ' ' || to_hex(n)`;

/** Columns of patient and caseload_row that tell people apart. */
const NAMED: Record<string, string> = {
  number: "n",
  given_name: given,
  family_name: family,
  name: `${given} || ' ' || ${family}`,
  family_key: `lower(${family} || ' ' || ${given})`,
  given_key: `lower(${given} || ' ' || ${family})`,
};
