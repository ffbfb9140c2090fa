/** Reads from the database's own catalogue which tables a clinic owns, and fills them with rows nobody had to write. */
import type { Sql } from "postgres";
import { newId } from "@/domain/new-id";

/** Reached only by the pre-tenant transaction, whatever columns they have. */
export const GLOBAL_TABLES = [
  "login",
  "membership",
  "one_time_token",
  "passkey",
  "passkey_challenge",
  "rate_counter",
  "subscription",
  "user_account",
];

type Column = { name: string; type: string; isRequired: boolean; values: string[] | null };
export type ClinicTable = {
  name: string;
  /** `id` for the clinic itself. */
  clinicColumn: string;
  /** The column by which a patient's transaction is fenced; null when the table holds nothing about one. */
  patientColumn: string | null;
  columns: Column[];
};

export async function clinicTables(sql: Sql): Promise<ClinicTable[]> {
  const rows = await sql<{ table: string; columns: Column[] }[]>`
    select c.relname as table,
      json_agg(json_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, null),
        'isRequired', a.attnotnull and not a.atthasdef,
        'values', (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = a.atttypid)
      ) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relname = any(${GLOBAL_TABLES}))
    group by c.relname order by c.relname`;
  return rows.map(({ table, columns }) => {
    const has = (name: string) => columns.some((column) => column.name === name);
    const patientColumn = table === "patient" ? "id" : ["patient_id", "user_id"].find(has);
    return {
      name: table,
      columns,
      clinicColumn: table === "clinic" ? "id" : "clinic_id",
      patientColumn: table === "staff_member" ? null : (patientColumn ?? null),
    };
  });
}

export type Owner = { clinicId: string; patientId: string };

/** Column values of a row of `owner`: what is required, by its type, and the columns that say whose it is. */
export function rowOf(table: ClinicTable, owner: Owner): Record<string, string> {
  const row: Record<string, string> = {};
  for (const column of table.columns) {
    if (column.name === table.clinicColumn) row[column.name] = owner.clinicId;
    // The patient's account has the patient's id here, so that one value serves both kinds of fence.
    else if (column.name === table.patientColumn || column.name === "patient_id") row[column.name] = owner.patientId;
    else if (column.isRequired) row[column.name] = column.values?.[0] ?? someValue(column.type);
  }
  return row;
}

export function insertStatement(table: ClinicTable, row: Record<string, string>): string {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  return `insert into "${table.name}" (${columns}) values (${Object.values(row).map((value) => `'${value}'`)})`;
}

let counter = 0;
function someValue(type: string): string {
  counter += 1;
  if (type === "uuid") return newId();
  if (type === "date") return "2026-01-15";
  if (type.startsWith("timestamp")) return "2026-01-15T10:00:00Z";
  if (type === "boolean") return "false";
  if (type === "jsonb") return "{}";
  if (type.endsWith("[]")) return "{}";
  return String(counter);
}
