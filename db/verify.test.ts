/** Whoever changes a signed row behind the triggers' back is found out: the row is named. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { amendVisit } from "./amend-visit";
import { transaction } from "./client";
import { coSign } from "./cosign-visit";
import { storeReport } from "./report";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { sentResponse, takenIn } from "./testing/sent-response";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { type VerifiedClinic, verifyClinic } from "./verify";
import { saveDraftFields } from "./visit-draft";
import { voidVisit } from "./void-visit";

const database = testDatabase();
const REASON = "Read off the wrong leg";
let clinician: Actor;
let visitIds: string[] = [];
/** Taken into one visit, by what was filled; `cleared` stands in it no more. */
const taken: Record<"nprs" | "rmdq" | "psfs" | "groc" | "cleared", string> = {
  ...{ nprs: "", rmdq: "", psfs: "", groc: "", cleared: "" },
};

beforeAll(async () => {
  if (!database.admin) return;
  clinician = (await newTestClinic()).owner;
  const supervised = await newColleague(clinician, "supervised_clinician", "Sam Trainee");
  for (const [number, id] of ["C02", "C04", "C11"].entries()) {
    const worked = workedCases().find(({ case_id }) => case_id === id)!;
    const { patientId, episodeId } = await createPatientOf(clinician, worked, number + 1);
    visitIds = [];
    for (const [index, record] of worked.visits.slice(0, 4).entries()) {
      const by = id === "C11" && index === 3 ? supervised : clinician;
      const { visitId } = await draftVisit(by, patientId, record, index === 0 ? worked.patient.mass_kg : undefined);
      expect(await signDraft(by, visitId)).toMatchObject({ ok: true });
      visitIds.push(visitId);
    }
    const report = { patientId, episodeId, from: "2026-01-05", to: "2026-03-01" };
    await storeReport(clinician, { ...report, snapshot: { title: "Progress", values: [1.5, null] } });
  }
  await takeIn();
  expect(await coSign(clinician, visitIds[3]!)).toMatchObject({ ok: true });
  const changes = [{ path: "measure.ely_angle_deg.L", new: { value: "121", rater: "A. Whitby" } }];
  expect(await amendVisit(clinician, visitIds[1]!, changes, REASON)).toMatchObject({ ok: true });
  expect(await voidVisit(clinician, visitIds[2]!, "Belongs to another patient")).toMatchObject({ ok: true });
});

/** A visit with a consent, and with every kind of questionnaire that its patient had sent. */
async function takeIn(): Promise<void> {
  const worked = workedCases().find(({ case_id }) => case_id === "C01")!;
  const place = await createPatientOf(clinician, worked, 9);
  for (const kind of ["nprs", "rmdq", "psfs", "groc"] as const)
    taken[kind] = await sentResponse(clinician, place, kind);
  taken.cleared = await sentResponse(clinician, place, "groc");
  const first = { ...worked.visits[0]!, measures: [] };
  const { visitId } = await draftVisit(clinician, place.patientId, first, worked.patient.mass_kg);
  const { rmdq, psfs, groc } = taken;
  const fields = [
    { path: "measure.nprs_worst.M", value: { value: "4" } },
    ...takenIn({ rmdq, psfs, groc }),
    { path: "consent.examination", value: { answer: "given" } },
    { path: "responses", value: { accepted: Object.values(taken), left: [] } },
  ].map((field) => ({ ...field, base: 0 }));
  const saved = await transaction(clinician, (tx) => saveDraftFields(tx, clinician, visitId, fields));
  expect(saved).toMatchObject({ ok: true, conflicts: [], rejected: [] });
  expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
}

const verify = (kept: Parameters<typeof verifyClinic>[1] = null) =>
  verifyClinic({ id: clinician.clinicId, name: "Harbour Street" }, kept);

/** What verify says while `statement` is in force, with no trigger firing; then everything is put back. */
async function tampered(statement: string, undo: string): Promise<VerifiedClinic> {
  const { admin } = database;
  const quietly = (text: string) =>
    admin.unsafe(`begin; set local session_replication_role = replica; ${text}; commit`);
  await quietly(statement);
  try {
    return await verify();
  } finally {
    await quietly(undo);
  }
}
const first = async (sql: string) => String((await database.admin.unsafe(sql))[0]?.id);

test("an untouched record is whole, whatever was amended, voided and co-signed", async () => {
  const { faults, counts, missingKeys, head } = await verify();
  expect(faults).toEqual([]);
  expect(missingKeys.size).toBe(0);
  expect(counts).toMatchObject({ visits: 13, visit_events: 3, reports: 3 });
  expect(counts.visit_rows).toBeGreaterThan(100);
  expect(counts.rechecks).toBeGreaterThan(2);
  expect(head?.seq).toBe(counts.audit_events);
});

describe("an altered row is named", () => {
  const at = () => `clinic_id = '${clinician.clinicId}'`;
  test.each([
    ["measurement", "value = value + 1", "value = value - 1"],
    ["finding", "note = 'worse'", "note = null"],
    ["visit_flag", "note = 'x'", "note = null"],
    ["treatment_given", "treatment = 'taping'", "treatment = 'none'"],
    ["visit", "next_review_open = false", "next_review_open = true"],
    ["visit", "signed_supervised = not signed_supervised", "signed_supervised = not signed_supervised"],
    ["visit", "signed_text = signed_text || ' '", "signed_text = rtrim(signed_text)"],
    ["visit_event", "reason = reason || '!'", "reason = rtrim(reason, '!')"],
    ["assessment_recheck", "result = result || '{\"overridden\":1}'", "result = result || '{\"overridden\":false}'"],
    ["report_snapshot", "snapshot = snapshot || '{\"x\":1}'", "snapshot = snapshot - 'x'"],
    ["consent", "detail = 'a friend'", "detail = null"],
    ["consent", "consented_on = consented_on + 1", "consented_on = consented_on - 1"],
    ["audit_event", "action = action || '!'", "action = rtrim(action, '!')"],
  ])("%s set %s", async (table, change, back) => {
    const id = await first(
      `select id from ${table} where ${at()} ${table === "visit_event" ? "and reason is not null" : ""} order by id limit 1`,
    );
    const { faults } = await tampered(
      `update ${table} set ${change} where id = '${id}'`,
      `update ${table} set ${back} where id = '${id}'`,
    );
    expect(faults).toContainEqual(expect.objectContaining({ table, id }));
    expect(faults[0]).toMatchObject({ table, id });
  });

  test("a questionnaire that a visit took in: what was answered, who took it in, and that it stands there", async () => {
    const { admin } = database;
    const named = (id: string, what: string) => [{ table: "questionnaire_response", id, what }];
    for (const id of Object.values(taken)) {
      const [row] = await admin`select visit_id from questionnaire_response where id = ${id}`;
      const where = `where id = '${id}'`;
      const score = await tampered(
        `update questionnaire_response set score = score + 1 ${where}`,
        `update questionnaire_response set score = score - 1 ${where}`,
      );
      expect(score.faults).toEqual(named(id, "differs from what was signed"));
      const moved = await tampered(
        `update questionnaire_response set visit_id = null ${where}`,
        `update questionnaire_response set visit_id = '${row?.visit_id}' ${where}`,
      );
      expect(moved.faults).toEqual(named(id, "was taken in, signed, and is gone"));
    }
    const where = `where id = '${taken.nprs}'`;
    const later = await tampered(
      `update questionnaire_response set accepted_at = accepted_at + interval '1 day' ${where}`,
      `update questionnaire_response set accepted_at = accepted_at - interval '1 day' ${where}`,
    );
    expect(later.faults).toEqual(named(taken.nprs, "differs from what was signed"));
  });

  test("the state the next visit would start from", async () => {
    const id = visitIds[0]!;
    const { faults } = await tampered(
      `update assessment set fold_state = fold_state || '{"transferredWorstPain":9}' where visit_id = '${id}'`,
      `update assessment set fold_state = fold_state || '{"transferredWorstPain":null}' where visit_id = '${id}'`,
    );
    expect(faults).toEqual([{ table: "assessment", id, what: "differs from what was signed (fold)" }]);
  });

  test("a row that is gone, and a visit that only claims to be a draft", async () => {
    const { admin } = database;
    const id = await first(`select id from measurement where visit_id = '${visitIds[0]}' order by id limit 1`);
    await admin.unsafe("create table kept as select * from measurement where false");
    const gone = await tampered(
      `insert into kept select * from measurement where id = '${id}'; delete from measurement where id = '${id}'`,
      "insert into measurement select * from kept",
    );
    expect(gone.faults).toEqual([
      { table: "measurement", id: visitIds[0], what: "a row that was signed with this visit is gone" },
    ]);
    await admin.unsafe("drop table kept");
    const draft = await tampered(
      `update visit set state = 'draft' where id = '${visitIds[0]}'`,
      `update visit set state = 'signed' where id = '${visitIds[0]}'`,
    );
    expect(draft.faults[0]).toEqual({ table: "visit", id: visitIds[0], what: "is signed only in part" });
  });
});

describe("the audit chain", () => {
  test("misses a truncated tail; with its head set back, only a kept head tells", async () => {
    const { admin } = database;
    const whole = await verify();
    const { seq, hash } = whole.head!;
    const { clinicId } = clinician;
    await admin.unsafe("create table kept as select * from audit_event where false");
    const cut = `insert into kept select * from audit_event where clinic_id = '${clinicId}' and seq = ${seq};
      delete from audit_event where clinic_id = '${clinicId}' and seq = ${seq}`;
    const restore = "insert into audit_event select * from kept; truncate kept";
    const truncated = await tampered(cut, restore);
    expect(truncated.faults).toContainEqual({
      table: "audit_head",
      id: clinicId,
      what: `names event ${seq}, the chain ends at ${seq - 1}`,
    });

    const before = await first(
      `select hash as id from audit_event where clinic_id = '${clinicId}' and seq = ${seq - 1}`,
    );
    const move = (to: number, name: string) =>
      `update audit_head set seq = ${to}, hash = '${name}' where clinic_id = '${clinicId}'`;
    await admin.unsafe(`begin; set local session_replication_role = replica; ${cut}; ${move(seq - 1, before)}; commit`);
    try {
      expect((await verify({ seq, hash })).faults).toContainEqual(
        expect.objectContaining({ table: "audit_head", what: expect.stringContaining("is not in the chain") }),
      );
    } finally {
      await admin.unsafe(`begin; set local session_replication_role = replica; ${restore}; ${move(seq, hash)}; commit`);
      await admin.unsafe("drop table kept");
    }
    expect((await verify({ seq, hash })).faults).toEqual([]);
  });
});

describe("the program", () => {
  const run = (keys: string) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const program = fileURLToPath(new URL("../scripts/verify.ts", import.meta.url));
      execFile(
        process.execPath,
        ["--conditions=react-server", "--import", "tsx", program],
        { env: { ...process.env, SIGNING_KEYS: keys, NODE_OPTIONS: "" } },
        (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });

  test("exits with 0 on a whole record, names the first broken row and exits with 1, and tells a missing key apart", async () => {
    const keys = process.env.SIGNING_KEYS ?? "";
    expect(await run(keys)).toMatchObject({ code: 0, said: expect.stringContaining("Nothing was altered") });

    const other = `other:${Buffer.alloc(32, 7).toString("base64")}`;
    const without = await run(other);
    expect(without.code).toBe(0);
    expect(without.said).toContain('16 signatures name the key "test"');

    const id = await first(`select id from measurement where clinic_id = '${clinician.clinicId}' order by id limit 1`);
    const change = (by: number) =>
      database.admin.unsafe(`begin; alter table measurement disable trigger append_only;
        update measurement set value = value + ${by} where id = '${id}';
        alter table measurement enable trigger append_only; commit`);
    await change(1);
    try {
      const broken = await run(keys);
      expect(broken.code).toBe(1);
      expect(broken.said).toContain(`broken: measurement ${id} of clinic ${clinician.clinicId}`);
    } finally {
      await change(-1);
    }
  }, 120_000);
});
