/** The isolation suite: tries every way across the wall for one table and names each that was open. */
import type { Sql } from "postgres";
import { openConnection } from "@/db/connection";
import { sqlState } from "@/db/unavailable";
import { type ClinicTable, insertStatement, type Owner, rowOf } from "./catalogue";

export type People = { own: Owner; neighbour: Owner; foreign: Owner };

/** Fills a table with a row for each of three: two patients of one clinic, one of another. */
export async function fill(admin: Sql, table: ClinicTable, { own, neighbour, foreign }: People): Promise<void> {
  const onePerClinic =
    table.columns.every(({ name }) => name !== "patient_id" && name !== "id") || table.name === "clinic";
  const owners = onePerClinic ? [own, foreign] : [own, neighbour, foreign];
  // As a replica no trigger fires, so rows need no parents.
  await admin.unsafe(`begin; set local session_replication_role = replica;
    ${owners.map((owner) => insertStatement(table, rowOf(table, owner))).join(";")}; commit`);
}

/** What a transaction of the app can do that it must not, and own rows it can't see; empty when the wall holds. */
export async function breaches(appUrl: string, table: ClinicTable, people: People): Promise<string[]> {
  const { own, neighbour, foreign } = people;
  const found: string[] = [];
  const { sql, close } = openConnection(appUrl);
  const name = `"${table.name}"`;
  const clinicOf = (owner: Owner) => `"${table.clinicColumn}" = '${owner.clinicId}'`;
  const patientOf = (owner: Owner) => `"${table.patientColumn}" = '${owner.patientId}'`;
  const attempt = async (settings: string, statement: string): Promise<number | string> => {
    await sql.unsafe(`begin; set local role app_rt; ${settings}`);
    try {
      const result = await sql.unsafe(statement);
      return result.count ?? 0;
    } catch (error) {
      return sqlState(error) ?? "";
    } finally {
      await sql.unsafe("rollback");
    }
  };
  const expectCount = async (what: string, settings: string, statement: string, count: number) => {
    const answer = await attempt(settings, statement);
    // 42501: append-only tables grant no UPDATE at all.
    if (answer !== count && !(statement.startsWith("update") && answer === "42501")) {
      found.push(`${table.name}: ${what} (${answer})`);
    }
  };
  const expectRefusal = async (what: string, settings: string, owner: Owner) => {
    const answer = await attempt(settings, insertStatement(table, rowOf(table, owner)));
    if (answer !== "42501") found.push(`${table.name}: ${what} (${answer})`);
  };
  const staff = `set local app.clinic_id = '${own.clinicId}'; set local app.role = 'staff'`;
  const patient = `set local app.clinic_id = '${own.clinicId}'; set local app.role = 'patient';
    set local app.patient_id = '${own.patientId}'; set local app.user_id = '${own.patientId}'`;
  const noPatient = `set local app.clinic_id = '${own.clinicId}'; set local app.role = 'patient'`;
  const touch = (where: string) =>
    `update ${name} set "${table.clinicColumn}" = "${table.clinicColumn}" where ${where}`;
  try {
    await expectCount("nothing set, yet rows seen", "select 1", `select 1 from ${name}`, 0);
    await expectCount("clinic emptied, yet rows seen", "set local app.clinic_id = ''", `select 1 from ${name}`, 0);
    await expectCount("foreign rows seen", staff, `select 1 from ${name} where not (${clinicOf(own)})`, 0);
    await expectCount("own row not seen", staff, `select 1 from ${name} where ${clinicOf(own)} limit 1`, 1);
    await expectCount("foreign row changed", staff, touch(clinicOf(foreign)), 0);
    await expectRefusal("row inserted for a foreign clinic", staff, foreign);
    await expectRefusal("row inserted with nothing set", "select 1", own);
    if (table.patientColumn === null) return found;
    await expectCount("a patient sees others", patient, `select 1 from ${name} where not (${patientOf(own)})`, 0);
    await expectCount("a patient doesn't see their own", patient, `select 1 from ${name} where ${patientOf(own)}`, 1);
    await expectCount("role patient without a patient sees rows", noPatient, `select 1 from ${name}`, 0);
    const noRole = `set local app.clinic_id = '${own.clinicId}'`;
    await expectCount("no role set, yet rows seen", noRole, `select 1 from ${name}`, 0);
    await expectCount("a patient changes another's row", patient, touch(patientOf(neighbour)), 0);
    await expectRefusal("a patient inserts for another", patient, neighbour);
    return found;
  } finally {
    await close();
  }
}
