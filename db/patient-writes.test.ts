/** What a patient's transaction may write, table by table, tried in plain SQL: every table needs a decision here. */
import { beforeAll, expect, test } from "vitest";
import { openConnection } from "@/db/connection";
import { type ClinicTable, clinicTables, insertStatement, rowOf } from "@/db/testing/catalogue";
import { testDatabase } from "@/db/testing/database";
import { fill, type People } from "@/db/testing/isolation";
import { sqlState } from "@/db/unavailable";
import { newId } from "@/domain/new-id";

type Command = "insert" | "update" | "delete";

/** What a phone sends, and what the same transaction keeps in step with it. */
const PATIENT_MAY: Record<string, Command[]> = {
  home_session: ["insert", "update"],
  home_session_item: ["insert", "update"],
  home_session_revision: ["insert"],
  questionnaire_response: ["insert"],
  write_receipt: ["insert", "update"],
  caseload_row: ["insert", "update"],
  audit_event: ["insert"],
  audit_head: ["update"],
};

const STAFF_ONLY = [
  ...["acknowledgement", "assessment", "assessment_recheck", "care_team", "clearance", "clinic", "clinic_item"],
  ...[
    "clinic_item_version",
    "clinic_template",
    "consent",
    "episode",
    "exercise_photo",
    "favourite_exercise",
    "finding",
  ],
  ...["handover", "hold_overlay", "immediate_retest", "measure_order", "measurement", "neurological_finding"],
  ...["pain_area", "patient", "phase_transition", "phrase", "plan", "plan_item", "plan_pause", "plan_version"],
  ...["psfs_activity", "report_share", "report_snapshot", "rule_set", "screening_answer", "snooze", "staff_member"],
  ...["treatment_given", "visit", "visit_draft_field", "visit_event", "visit_flag"],
];

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
});

const scope = (role: "patient" | "staff") => `set local role app_rt; set local app.clinic_id = '${clinicId}';
  set local app.role = '${role}'; set local app.user_id = '${people.own.patientId}';
  set local app.patient_id = '${role === "patient" ? people.own.patientId : ""}'`;

/** The writes on own rows that the walls let through; what a key or a reference says afterwards is not asked. */
async function passed(table: ClinicTable, role: "patient" | "staff"): Promise<Command[]> {
  const { own } = people;
  const name = `"${table.name}"`;
  const mine =
    table.patientColumn === null
      ? `"${table.clinicColumn}" = '${own.clinicId}'`
      : `"${table.patientColumn}" = '${own.patientId}'`;
  const statements: Record<Command, string> = {
    insert: insertStatement(table, rowOf(table, own)),
    update: `update ${name} set "${table.clinicColumn}" = "${table.clinicColumn}" where ${mine}`,
    delete: `delete from ${name} where ${mine}`,
  };
  const { sql, close } = openConnection(database.target.url);
  const through: Command[] = [];
  try {
    for (const [command, statement] of Object.entries(statements) as [Command, string][]) {
      await sql.unsafe(`begin; ${scope(role)}`);
      try {
        const { count } = await sql.unsafe(statement);
        if (count > 0) through.push(command);
      } catch (error) {
        if (sqlState(error) !== "42501") through.push(command);
      } finally {
        await sql.unsafe("rollback");
      }
    }
    return through;
  } finally {
    await close();
  }
}

test("each table of a clinic has a decision", () => {
  const decided = [...Object.keys(PATIENT_MAY), ...STAFF_ONLY];
  expect(new Set(decided).size).toBe(decided.length);
  expect(tables.map(({ name }) => name).sort()).toEqual(decided.sort());
});

test("a patient writes what was decided and nothing else", async () => {
  const found: Record<string, Command[]> = {};
  for (const table of tables) {
    const through = await passed(table, "patient");
    if (through.length > 0) found[table.name] = through;
  }
  expect(found).toEqual(PATIENT_MAY);
});

test("a patient sends answers, and marks none as taken in; staff may", async () => {
  const table = tables.find(({ name }) => name === "questionnaire_response");
  if (!table) throw new Error("no such table");
  const { sql, close } = openConnection(database.target.url);
  const tried = async (role: "patient" | "staff", column: string, value: string) => {
    await sql.unsafe(`begin; ${scope(role)}`);
    try {
      await sql.unsafe(insertStatement(table, { ...rowOf(table, people.own), [column]: value }));
      return "written";
    } catch (error) {
      // A reference to somebody who isn't there is asked for after the wall.
      return sqlState(error) === "42501" ? "refused" : "written";
    } finally {
      await sql.unsafe("rollback");
    }
  };
  const marks = { visit_id: newId(), accepted_by_id: newId(), accepted_at: "2026-01-15T10:00:00Z" };
  try {
    for (const [column, value] of Object.entries(marks)) {
      expect(await tried("patient", column, value), column).toBe("refused");
      expect(await tried("staff", column, value), column).toBe("written");
    }
    expect(await tried("patient", "score", "3")).toBe("written");
  } finally {
    await close();
  }
});

test("staff still write every table", async () => {
  for (const table of tables) expect(await passed(table, "staff"), table.name).toContain("insert");
});

test("each of these policies, removed or opened, is noticed", async () => {
  const policies = await database.admin<{ table: string; name: string; command: Command }[]>`
    select tablename as table, policyname as name, lower(cmd) as command from pg_policies
    where schemaname = 'public' and policyname like 'staff_%'
      and has_table_privilege('app_rt', format('%I', tablename), cmd)`;
  expect(policies.length).toBeGreaterThan(tables.length);
  const unnoticed: string[] = [];
  for (const { table: name, name: policy, command } of policies) {
    const table = tables.find((one) => one.name === name);
    if (!table) throw new Error(`a policy on ${name}, which is no clinic table`);
    const open = `${command === "insert" ? "" : "using (true)"} ${command === "delete" ? "" : "with check (true)"}`;
    for (const mutation of [`drop policy ${policy} on "${name}"`, `alter policy ${policy} on "${name}" ${open}`]) {
      await database.admin.unsafe(`begin; ${mutation}; commit`);
      if (!(await passed(table, "patient")).includes(command)) unnoticed.push(mutation);
      const staff = "(current_setting('app.role', true) = 'staff')";
      await database.admin.unsafe(`drop policy if exists ${policy} on "${name}";
        create policy ${policy} on "${name}" as restrictive for ${command} to app_rt
        ${command === "insert" ? "" : `using ${staff}`} ${command === "delete" ? "" : `with check ${staff}`}`);
    }
  }
  expect(unnoticed).toEqual([]);
}, 120_000);
