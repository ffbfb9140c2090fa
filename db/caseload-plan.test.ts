import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/db/scope";
import { type CaseloadFilter, caseloadQuery } from "./caseload";
import { transaction } from "./client";
import { engine, testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

const database = testDatabase();
const PATIENTS = 20_000;
const IN_NEED = PATIENTS / 20;
let owner: Actor;

/** Rows as the projection writes them: one in twenty needs someone. */
async function fill(actor: Actor, patients: number): Promise<void> {
  const { admin } = database;
  await admin`insert into patient (clinic_id, id, number, given_name, family_name, family_key, given_key, birth_date, sex)
    select ${actor.clinicId}::uuid, gen_random_uuid(), n, 'G' || n % 97, 'F' || md5(n::text), 'f' || md5(n::text) || ' g' || n % 97,
      'g' || n % 97 || ' f' || md5(n::text), '1980-01-01', 'F' from generate_series(1, ${patients}::int) n`;
  await admin`insert into caseload_row (clinic_id, patient_id, number, name, family_key, given_key, birth_date, phone, phone_key,
      responsible_id, phase, pain, reasons, snoozed, need_rank, need_since, need_order, reason_bits)
    select clinic_id, id, number, given_name || ' ' || family_name, family_key, given_key, birth_date, null, reverse(number::text || '0770090'),
      ${actor.membershipId}::uuid, 'release', '[]', '[]', '[]',
      case when number % 20 = 0 then 7 else 99 end, case when number % 20 = 0 then '2026-01-01' else '9999-12-31' end::date,
      case when number % 20 = 0 then 10 else 99 end,
      case when number % 20 = 0 then 1 << 10 else 0 end | case when number % 100 = 0 then 1 << 16 else 0 end
    from patient where clinic_id = ${actor.clinicId}`;
  await admin`analyze patient`;
  await admin`analyze caseload_row`;
}

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

/** Rows of the projection that the query touched, as the app's own role. */
async function touched(filter: CaseloadFilter): Promise<{ scans: string[]; rows: number }> {
  const [explained] = await transaction(owner, (tx) =>
    tx.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
      sql`explain (analyze, format json) ${caseloadQuery(tx, owner, filter).getSQL()}`,
    ),
  );
  const nodes: Plan[] = [];
  const walk = (plan: Plan) => {
    nodes.push(plan);
    for (const inner of plan.Plans ?? []) walk(inner);
  };
  const [top] = explained?.["QUERY PLAN"] ?? [];
  if (top) walk(top.Plan);
  const mine = nodes.filter((node) => node["Relation Name"] === "caseload_row");
  const rows = mine.map((node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]);
  return { scans: mine.map((node) => node["Node Type"]), rows: rows.reduce((sum, n) => sum + n, 0) };
}

describe.runIf(engine === "server")("With 20,000 patients under row-level security", () => {
  beforeAll(async () => {
    if (database.admin === undefined) return;
    owner = (await newTestClinic()).owner;
    await fill(owner, PATIENTS);
  });

  test.each<[string, CaseloadFilter]>([
    ["the first page", {}],
    ["whoever needs someone", { group: "needs_me" }],
    ["mine", { mine: true }],
    ["a phase", { phase: "release" }],
    ["a reason", { reason: "unsigned" }],
    ["a reason that others stand before", { reason: "no_log" }],
    ["a name", { search: "fc4ca4" }],
    ["a given name", { search: "g13 fc5" }],
    ["a record number", { search: "CP-0412" }],
    ["the end of a phone number", { search: "0770090412" }],
    ["a phone number with its country's prefix", { search: "+44 770 090412" }],
  ])("%s is read from an index, not from the whole clinic", async (_, filter) => {
    const { scans, rows } = await touched(filter);
    expect(scans.length).toBeGreaterThan(0);
    expect(scans).not.toContain("Seq Scan");
    // A reason is looked for among those who need someone, who are few of many.
    expect(rows).toBeLessThan(filter.reason ? IN_NEED * 1.1 : 600);
  });
});
