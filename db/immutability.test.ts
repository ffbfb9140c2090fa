/** A signed visit, what belongs to it, and the audit trail stay as they were, even for the owner of the tables. */
import { AsyncLocalStorage } from "node:async_hooks";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { appendAudit, openAuditChain } from "@/db/audit";
import { transaction } from "@/db/client";
import { consent } from "@/db/schema/consent";
import { finding, questionnaireResponse } from "@/db/schema/finding";
import { episode, patient } from "@/db/schema/patient";
import { visit } from "@/db/schema/visit";
import type { Actor } from "@/db/scope";
import { clinicTables, insertStatement, rowOf } from "@/db/testing/catalogue";
import { createClinic } from "@/db/testing/clinic";
import { testDatabase } from "@/db/testing/database";
import { sentResponse } from "@/db/testing/sent-response";
import { sqlState } from "@/db/unavailable";
import { newId } from "@/domain/new-id";

const testing = testDatabase();
/** restrict_violation: what the triggers raise. */
const REFUSED = "23001";
const APPEND_ONLY = [
  "acknowledgement",
  "assessment",
  "assessment_recheck",
  "audit_event",
  "clearance",
  "clinic_item_version",
  "consent",
  "exercise_photo",
  "finding",
  "handover",
  "home_session_revision",
  "immediate_retest",
  "measurement",
  "neurological_finding",
  "pain_area",
  "phase_transition",
  "plan_item",
  "plan_version",
  "report_snapshot",
  "screening_answer",
  "treatment_given",
  "visit_event",
  "visit_flag",
];

let clinician: Actor;
const patientId = newId();
const episodeId = newId();
let visitsSoFar = 0;
/** Runs work outside the transaction that is open here, as another request would. */
const elsewhere = AsyncLocalStorage.snapshot();

beforeAll(async () => {
  if (!testing.admin) return;
  clinician = await createClinic();
  const { clinicId } = clinician;
  const names = { givenName: "Rhona", familyName: "Whitby", familyKey: "whitby rhona", givenKey: "rhona whitby" };
  await transaction(clinician, async (tx) => {
    await tx
      .insert(patient)
      .values({ clinicId, id: patientId, number: 1, ...names, birthDate: "1984-03-02", sex: "F" });
    const dates = { dayZero: "2026-01-05", startedOn: "2026-01-05" };
    await tx
      .insert(episode)
      .values({ clinicId, id: episodeId, patientId, ...dates, responsibleId: clinician.membershipId });
  });
});

async function startVisit(): Promise<string> {
  const id = newId();
  visitsSoFar += 1;
  await transaction(clinician, (tx) =>
    tx.insert(visit).values({
      clinicId: clinician.clinicId,
      id,
      patientId,
      episodeId,
      kind: "treatment",
      visitOn: "2026-01-05",
      seq: visitsSoFar,
      number: visitsSoFar,
      createdById: clinician.membershipId,
    }),
  );
  return id;
}

const recordFinding = (visitId: string) =>
  transaction(clinician, (tx) =>
    tx.insert(finding).values({
      clinicId: clinician.clinicId,
      id: newId(),
      patientId,
      visitId,
      sign: "rectus_femoris_short",
      side: "L",
      grade: "mild",
    }),
  );
const recordResponse = (visitId: string) =>
  transaction(clinician, (tx) =>
    tx.insert(questionnaireResponse).values({
      ...{ clinicId: clinician.clinicId, id: newId(), patientId, episodeId, visitId, instrument: "groc" },
      ...{ instrumentVersion: "1", language: "en", filledBy: "clinician", answers: {}, score: 2, completed: true },
    }),
  );
const setState = (visitId: string, state: "draft" | "signed" | "discarded") =>
  transaction(clinician, (tx) => tx.update(visit).set({ state }).where(eq(visit.id, visitId)));
const stateOf = (work: Promise<unknown>) => work.then(() => "accepted", sqlState);

test("a draft changes freely and takes findings until it is signed", async () => {
  const visitId = await startVisit();
  expect(await stateOf(recordFinding(visitId))).toBe("accepted");
  expect(await stateOf(setState(visitId, "signed"))).toBe("accepted");
  expect(await stateOf(setState(visitId, "draft"))).toBe(REFUSED);
  expect(await stateOf(setState(visitId, "discarded"))).toBe(REFUSED);
  expect(await stateOf(recordFinding(visitId))).toBe(REFUSED);
});

test("the owner of the tables changes a signed visit no more than the app does", async () => {
  const visitId = await startVisit();
  await setState(visitId, "signed");
  const { admin } = testing;
  expect(await stateOf(admin`update visit set visit_on = '2026-02-01' where id = ${visitId}`)).toBe(REFUSED);
  expect(await stateOf(admin`delete from visit where id = ${visitId}`)).toBe(REFUSED);
  expect(await stateOf(admin`truncate visit cascade`)).toBe(REFUSED);
});

test("a finding that arrives while the visit is being signed waits, and is refused", async () => {
  const visitId = await startVisit();
  let late: Promise<unknown> = Promise.resolve();
  await transaction(clinician, async (tx) => {
    await tx.update(visit).set({ state: "signed" }).where(eq(visit.id, visitId));
    // From another connection, so from outside this transaction's context.
    late = stateOf(elsewhere(() => recordFinding(visitId)));
    await tx.execute(sql`select pg_sleep(0.2)`);
  });
  expect(await late).toBe(REFUSED);
});

test("a consent is given in a draft; a signed visit takes none", async () => {
  const visitId = await startVisit();
  const consents = () =>
    transaction(clinician, (tx) =>
      tx.insert(consent).values({
        ...{ clinicId: clinician.clinicId, id: newId(), patientId, visitId, item: "examination" },
        ...{ state: "given", consentedOn: "2026-01-05", explainedById: clinician.membershipId, language: "en" },
      }),
    );
  expect(await stateOf(consents())).toBe("accepted");
  await setState(visitId, "signed");
  expect(await stateOf(consents())).toBe(REFUSED);
});

test("what a patient sent stays as it was sent, is taken into a draft, and then never changes", async () => {
  const { admin } = testing;
  const visitId = await startVisit();
  const id = await sentResponse(clinician, { patientId, episodeId });
  const take = (into: string) =>
    transaction(clinician, (tx) =>
      tx
        .update(questionnaireResponse)
        .set({ visitId: into, acceptedAt: new Date(), acceptedById: clinician.membershipId })
        .where(eq(questionnaireResponse.id, id)),
    );
  expect(await stateOf(admin`update questionnaire_response set score = 0 where id = ${id}`)).toBe(REFUSED);
  expect(await stateOf(admin`update questionnaire_response set answers = '{}' where id = ${id}`)).toBe(REFUSED);
  const signed = await startVisit();
  await setState(signed, "signed");
  expect(await stateOf(take(signed))).toBe(REFUSED);
  expect(await stateOf(take(visitId))).toBe("accepted");
  await setState(visitId, "signed");
  expect(await stateOf(take(visitId))).toBe(REFUSED);
  expect(await stateOf(admin`update questionnaire_response set visit_id = null where id = ${id}`)).toBe(REFUSED);
  expect(await stateOf(admin`delete from questionnaire_response where id = ${id}`)).toBe(REFUSED);
  expect(await stateOf(admin`truncate questionnaire_response`)).toBe(REFUSED);
  expect(await stateOf(recordResponse(signed))).toBe(REFUSED);
});

test("every append-only table refuses change, removal and emptying, for the owner too", async () => {
  const { admin } = testing;
  const tables = (await clinicTables(admin)).filter(({ name }) => APPEND_ONLY.includes(name));
  expect(tables.map(({ name }) => name)).toEqual(APPEND_ONLY);
  for (const table of tables) {
    const owner = { clinicId: newId(), patientId: newId() };
    await admin.unsafe(`begin; set local session_replication_role = replica;
      ${insertStatement(table, rowOf(table, owner))}; commit`);
    const own = `where clinic_id = '${owner.clinicId}'`;
    const attempts = [
      `update "${table.name}" set clinic_id = clinic_id ${own}`,
      `delete from "${table.name}" ${own}`,
      `truncate "${table.name}" cascade`,
    ];
    for (const attempt of attempts) expect(await stateOf(admin.unsafe(attempt)), attempt).toBe(REFUSED);
  }
});

test("the app's role isn't even granted the change of an append-only table", async () => {
  const granted = await testing.admin`select table_name, privilege_type from information_schema.role_table_grants
    where grantee in ('app_rt', 'app_auth') and table_name in ${testing.admin(APPEND_ONLY)}
      and privilege_type not in ('SELECT', 'INSERT')`;
  expect(granted).toEqual([]);
});

test("the audit chain takes events as the clinic's role and keeps its head", async () => {
  const { clinicId } = clinician;
  await transaction(clinician, async (tx) => {
    await openAuditChain(tx, clinicId);
    await appendAudit(tx, clinician, {
      action: "patient.create",
      objectKind: "patient",
      objectId: patientId,
      patientId,
    });
    await appendAudit(tx, clinician, { action: "visit.sign", objectKind: "visit", objectId: newId(), patientId });
  });
  const rows =
    await testing.admin`select seq::int, prev_hash, hash from audit_event where clinic_id = ${clinicId} order by seq`;
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(rows[1]?.prev_hash).toBe(rows[0]?.hash);
  expect(await stateOf(testing.admin`delete from audit_head where clinic_id = ${clinicId}`)).toBe(REFUSED);
});
