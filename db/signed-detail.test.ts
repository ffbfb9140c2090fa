/** What was typed beside a finding is kept with it; what nobody answered stays unanswered, in old records too. */
import { readFileSync } from "node:fs";
import { and, asc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "./client";
import { immediateRetest, neurologicalFinding, painArea } from "./schema/finding";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { verifyClinic } from "./verify";
import { saveDraftFields } from "./visit-draft";

const database = testDatabase();
let clinician: Actor;
let visitId = "";

const retest = (before: string, after: string, same_rater?: boolean) => ({
  ...{ measure: "slr_deg", side: "L", before, after },
  ...(same_rater !== undefined && { same_rater }),
});
const TYPED = [
  { path: "neuro.dermatome_L5.L", value: { state: "abnormal", change: "reduced", note: "Since Monday" } },
  { path: "neuro.dermatome_S1.L", value: { state: "normal" } },
  { path: "pain_area.lumbar_side.L", value: { quality: [], intensity: "3", note: " in the morning " } },
  { path: "retest.1", value: retest("60", "70") },
  { path: "retest.2", value: retest("60", "70", false) },
  { path: "retest.3", value: retest("60", "70") },
  { path: "retest.4", value: retest("60", "71", true) },
  { path: "retest.5", value: { measure: "slr_deg", side: "R", after: "0" } },
];

beforeAll(async () => {
  if (!database.admin) return;
  clinician = (await newTestClinic()).owner;
  const worked = workedCases().find(({ case_id }) => case_id === "C01")!;
  const { patientId } = await createPatientOf(clinician, worked);
  ({ visitId } = await draftVisit(clinician, patientId, worked.visits[0]!, worked.patient.mass_kg));
  const fields = TYPED.map((field) => ({ ...field, base: 0 }));
  const saved = await transaction(clinician, (tx) => saveDraftFields(tx, clinician, visitId, fields));
  expect(saved).toMatchObject({ ok: true, conflicts: [], rejected: [] });
  expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
});

function stored() {
  const { clinicId } = clinician;
  return transaction(clinician, async (tx) => ({
    nerves: await tx
      .select({ key: neurologicalFinding.key, note: neurologicalFinding.note })
      .from(neurologicalFinding)
      .where(and(eq(neurologicalFinding.clinicId, clinicId), eq(neurologicalFinding.visitId, visitId)))
      .orderBy(asc(neurologicalFinding.key)),
    areas: await tx
      .select({ region: painArea.region, intensity: painArea.intensity, note: painArea.note })
      .from(painArea)
      .where(and(eq(painArea.clinicId, clinicId), eq(painArea.visitId, visitId))),
    retests: await tx
      .select({ before: immediateRetest.before, after: immediateRetest.after, same: immediateRetest.sameRater })
      .from(immediateRetest)
      .where(and(eq(immediateRetest.clinicId, clinicId), eq(immediateRetest.visitId, visitId)))
      .orderBy(asc(immediateRetest.side), asc(immediateRetest.after), asc(immediateRetest.sameRater)),
  }));
}
const KEPT = {
  nerves: [
    { key: "dermatome_L5", note: "Since Monday" },
    { key: "dermatome_S1", note: null },
  ],
  areas: [{ region: "lumbar_side", intensity: 3, note: "in the morning" }],
  retests: [
    { before: 60, after: 70, same: false },
    { before: 60, after: 70, same: null },
    { before: 60, after: 70, same: null },
    { before: 60, after: 71, same: true },
    { before: null, after: 0, same: null },
  ],
};
const faults = async () => (await verifyClinic({ id: clinician.clinicId, name: "" })).faults;

test("notes of nerves and pain areas are stored, and 'same person' is no 'no' where nobody said", async () => {
  expect(await stored()).toEqual(KEPT);
  expect(await faults()).toEqual([]);
});

test("a record signed before had neither: it is brought to what was signed", async () => {
  const { admin } = database;
  await admin.unsafe(`begin; set local session_replication_role = replica;
    update neurological_finding set note = null; update pain_area set note = null;
    update immediate_retest set same_rater = false where same_rater is null; commit`);
  expect((await faults()).length).toBeGreaterThan(0);
  const file = new URL("./migrations/0018_missing_stays_missing.sql", import.meta.url);
  const statements = readFileSync(file, "utf8").split("--> statement-breakpoint");
  // The columns are there already.
  for (const statement of statements.filter((text) => !text.includes("ALTER TABLE"))) await admin.unsafe(statement);
  expect(await stored()).toEqual(KEPT);
  expect(await faults()).toEqual([]);
});
