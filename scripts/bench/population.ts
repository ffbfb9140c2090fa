/** Fills a clinic: copies template patients row by row inside the database, each copy with ids and a name of its own. */
import type { Sql } from "postgres";

/** Copies made by one statement. */
const BATCH = 10_000;

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

type Table = { table: string; columns: Column[] };

/** One in ten copies `long`; the others take turns. Numbers go on from `from` to `to`, both inclusive. */
export async function populate(admin: Sql, templates: { long: string; short: string[] }, from: number, to: number) {
  await prepare(admin);
  const kinds = [templates.long, ...templates.short];
  const tables = await patientTables(admin);
  // Built once over all rows, an index costs a quarter of what it costs row by row.
  const indexes = await dropIndexes(admin, tables);
  for (const [kind, template] of kinds.entries()) {
    // 0, 10, 20 … are long; the rest go round.
    const chosen = kind === 0 ? "n % 10 = 0" : `n % 10 <> 0 and n % ${templates.short.length} = ${kind - 1}`;
    const kept = await keepRows(admin, tables, template);
    const ids = await idsOf(admin, kept, template);
    for (const table of kept) {
      const insert = await copyStatement(admin, table, ids);
      for (let low = from; low <= to; low += BATCH) {
        const high = Math.min(to, low + BATCH - 1);
        await admin.unsafe(`${insert} cross join (select n, ${HEAD} as head from generate_series(${low}, ${high}) as n
          where ${chosen} offset 0) copies`);
      }
    }
  }
  for (const index of indexes) await admin.unsafe(index);
  await admin.unsafe("vacuum analyze");
  // Else what was filled in is written to disk while others are measured.
  await admin.unsafe("checkpoint");
}

/**
 * A copy's id: version 7 as the app makes them, so that a patient's rows stand together in the indexes. Its head is the
 * copy's number as a time, its tail the template's own: so each is put together once, not hashed for each row.
 */
const HEAD = "lpad(to_hex(1767225600000 + n), 12, '0')";
const TAIL_FROM = 14;
const tail = (column: string) => `"${column} tail"`;

async function prepare(admin: Sql): Promise<void> {
  await admin.unsafe(`
    create schema if not exists bench;
    create or replace function bench.pick(words text[], n int) returns text language sql immutable parallel safe return
      words[1 + abs(hashint4(n)) % array_length(words, 1)];
    -- Compiling a statement takes as long as running it.
    set jit = off;
    -- The copies were valid as templates; checking each again would take most of the time.
    set session_replication_role = replica`);
}

/** Every table with rows of a patient. */
function patientTables(admin: Sql): Promise<Table[]> {
  return admin<Table[]>`
    select c.relname as table, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null))
      order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not in ('audit_event', 'membership', 'one_time_token')
    group by c.relname
    having c.relname = 'patient' or bool_or(a.attname = 'patient_id')`;
}

/** Drops what only helps reading; the statements that make it again. */
async function dropIndexes(admin: Sql, tables: readonly Table[]): Promise<string[]> {
  const found = await admin<{ name: string; made: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and c.relname = any(${`{${tables.map(({ table }) => table)}}`})
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;
  for (const { name } of found) await admin.unsafe(`drop index ${name}`);
  return found.map(({ made }) => made);
}

/** The template's rows of each table, with the tails of their ids; tables without any are left out. */
async function keepRows(admin: Sql, tables: readonly Table[], template: string): Promise<Table[]> {
  const kept: Table[] = [];
  for (const { table, columns } of tables) {
    const tails = columns
      .filter(({ type }) => type === "uuid")
      .map(({ name }) => `substr("${name}"::text, ${TAIL_FROM}) as ${tail(name)}`);
    const owner = table === "patient" ? "id" : "patient_id";
    await admin.unsafe(`drop table if exists bench."${table}"`);
    const { count } = await admin.unsafe(
      `create table bench."${table}" as select *, ${tails} from public."${table}" where "${owner}" = '${template}'`,
    );
    if (count > 0) kept.push({ table, columns });
  }
  return kept;
}

/** Every id that belongs to the template alone. */
async function idsOf(admin: Sql, kept: readonly Table[], template: string): Promise<string[]> {
  const ids = [template];
  for (const { table, columns } of kept) {
    if (!columns.some(({ name }) => name === "id")) continue;
    const rows = await admin.unsafe(`select id from bench."${table}"`);
    ids.push(...rows.map((row) => row.id as string));
  }
  return ids;
}

/** An id column is renamed when what it holds belongs to the template. */
async function copyStatement(admin: Sql, { table, columns }: Table, ids: string[]): Promise<string> {
  const values: string[] = [];
  for (const { name, type } of columns) {
    const named = NAMED[name];
    if (named !== undefined && (table === "patient" || table === "caseload_row")) values.push(named);
    else if (type === "uuid" && (await holdsOnly(admin, table, name, ids))) {
      values.push(`(copies.head || t.${tail(name)})::uuid`);
    } else values.push(`t."${name}"`);
  }
  const names = columns.map(({ name }) => `"${name}"`);
  return `insert into public."${table}" (${names}) select ${values} from bench."${table}" t`;
}

async function holdsOnly(admin: Sql, table: string, column: string, ids: string[]): Promise<boolean> {
  const [found] = await admin.unsafe(
    `select count("${column}")::int as held, count("${column}") filter (where "${column}" = any($1))::int as own
      from bench."${table}"`,
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
