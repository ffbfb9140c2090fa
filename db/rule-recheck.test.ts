/** New thresholds are adopted: visits that would read differently by them say so and wait for a decision. */
import { and, asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { amendVisit } from "./amend-visit";
import { transaction } from "./client";
import { courseVisits } from "./course";
import { closeEpisode } from "./episode";
import { adoptRuleSet, saveRuleSet, type ThresholdChanges } from "./rule-set";
import { assessmentRecheck } from "./schema/assessment";
import { auditEvent } from "./schema/audit";
import type { Actor } from "./scope";
import { visitsReadingDifferently } from "./standing";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { verifyClinic } from "./verify";
import { visitAdditions } from "./visit-additions";

const database = testDatabase();
let owner: Actor;
const ada = { name: "Ada Owner", on: "2026-03-02" };

beforeEach(async () => {
  ({ owner } = await newTestClinic());
});

async function signed(caseId: string, visits: number, number = 1) {
  const worked = workedCases().find(({ case_id }) => case_id === caseId)!;
  const { patientId, episodeId } = await createPatientOf(owner, worked, number);
  const ids: string[] = [];
  for (const [index, record] of worked.visits.slice(0, visits).entries()) {
    const massKg = index === 0 ? worked.patient.mass_kg : undefined;
    const { visitId } = await draftVisit(owner, patientId, record, massKg);
    expect(await signDraft(owner, visitId)).toMatchObject({ ok: true });
    ids.push(visitId);
  }
  return { patientId, episodeId, ids };
}

async function adopt(changes: ThresholdChanges) {
  const { number } = await saveRuleSet(owner, changes);
  expect(await adoptRuleSet(owner, number, ada)).toEqual({ ok: true });
}
const rechecks = () =>
  transaction(owner, (tx) =>
    tx
      .select({
        visitId: assessmentRecheck.visitId,
        cause: assessmentRecheck.cause,
        version: assessmentRecheck.ruleSetVersion,
        differs: assessmentRecheck.differs,
      })
      .from(assessmentRecheck)
      .where(eq(assessmentRecheck.clinicId, owner.clinicId))
      .orderBy(asc(assessmentRecheck.createdAt), asc(assessmentRecheck.id)),
  );
const differing = (episodeId: string) =>
  transaction(owner, async (tx) => (await visitsReadingDifferently(tx, owner, episodeId)).map(({ id }) => id));
const phases = (episodeId: string) =>
  transaction(owner, async (tx) => (await courseVisits(tx, owner, episodeId)).map(({ state }) => state.phase));

test("a stricter threshold flags the visits it reads otherwise; no phase moves until a visit is signed", async () => {
  const { episodeId, patientId, ids } = await signed("C01", 4);
  const stood = await phases(episodeId);
  expect(stood.at(-1)).toBe("strengthen_1");

  await adopt({ ely_tight: 124 });
  const stored = await rechecks();
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.every(({ cause, version, differs }) => cause === "rule_set" && version === "1.1+1" && differs)).toBe(
    true,
  );
  expect(await differing(episodeId)).toContain(ids[3]);
  expect((await visitAdditions(owner, ids[3]!))?.difference?.now.phase_after).toBe("release");
  expect(await phases(episodeId)).toEqual(stood);

  const next = workedCases().find(({ case_id }) => case_id === "C01")!.visits[3]!;
  const { visitId } = await draftVisit(owner, patientId, { ...next, day: next.day + 7 });
  expect(await signDraft(owner, visitId)).toMatchObject({ ok: true });
  expect(await differing(episodeId)).toEqual([]);
});

test("a threshold that decides nothing here flags nothing, and neither do the shipped values adopted as they are", async () => {
  await signed("C01", 4);
  await adoptRuleSet(owner, null, ada);
  await adopt({ adult_age: 19 });
  expect(await rechecks()).toEqual([]);
});

test("the flag goes when the thresholds go back", async () => {
  const { episodeId, ids } = await signed("C01", 4);
  await adopt({ ely_tight: 124 });
  await adopt({});
  expect(await differing(episodeId)).toEqual([]);
  expect((await visitAdditions(owner, ids[3]!))?.difference).toBeNull();
});

test("what an amendment had flagged stays flagged, and is read as amended", async () => {
  const { episodeId, ids } = await signed("C01", 4);
  const ely = { path: "measure.ely_angle_deg.L", new: { value: "100" } };
  expect(await amendVisit(owner, ids[3]!, [ely], "Read off the wrong leg")).toMatchObject({ ok: true });
  const flagged = await differing(episodeId);
  expect(flagged).toEqual([ids[3]]);
  await adopt({ adult_age: 19 });
  expect(await differing(episodeId)).toEqual(flagged);
  await adopt({ ely_tight: 99 });
  const read = await transaction(owner, (tx) => courseVisits(tx, owner, episodeId));
  expect(read.at(-1)?.record.measures).toContainEqual(
    expect.objectContaining({ id: "ely_angle_deg", side: "L", value: 100 }),
  );
});

test("a closed episode asks for no decision", async () => {
  const { patientId, episodeId } = await signed("C01", 4);
  expect(await closeEpisode(owner, patientId, { reason: "goals_met", note: null })).toMatchObject({ ok: true });
  await adopt({ ely_tight: 124 });
  expect(await rechecks()).toEqual([]);
  expect(await differing(episodeId)).toEqual([]);
});

test("the audit chain names every recheck: an altered one is found", async () => {
  const { episodeId, patientId } = await signed("C01", 4);
  await adopt({ ely_tight: 124 });
  const events = await transaction(owner, (tx) =>
    tx
      .select({ objectId: auditEvent.objectId, patientId: auditEvent.patientId, detail: auditEvent.detail })
      .from(auditEvent)
      .where(and(eq(auditEvent.clinicId, owner.clinicId), eq(auditEvent.action, "rules.recheck"))),
  );
  expect(events).toEqual([{ objectId: episodeId, patientId, detail: expect.anything() }]);
  const [id] = Object.keys(events[0]!.detail);
  expect(await faults()).toEqual([]);

  await database.admin.unsafe(
    `begin; set local session_replication_role = replica;
    update assessment_recheck set result = result || '{"overridden":1}' where id = '${id}'; commit`,
  );
  expect(await faults()).toEqual([{ table: "assessment_recheck", id, what: "differs from what was signed" }]);
});

async function faults() {
  return (await verifyClinic({ id: owner.clinicId, name: "Harbour Street" })).faults;
}
