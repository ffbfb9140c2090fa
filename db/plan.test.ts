import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { VisitRecord } from "@/domain/record";
import { transaction } from "./client";
import { coSign } from "./cosign-visit";
import { assignPlan, endPlan } from "./plan";
import { planDesk } from "./plan-desk";
import { auditEvent } from "./schema/audit";
import { caseloadRow } from "./schema/caseload";
import { planVersion } from "./schema/plan";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { asProposed, C01, deskOf, line, patientInCare } from "./testing/plan-desk";
import { draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { saveDraftFields } from "./visit-draft";

testDatabase();
let clinician: Actor;
let stranger: Actor;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
});

const inCare = (visits?: readonly VisitRecord[], by = clinician, of = C01) =>
  patientInCare(clinician, visits, { by, of });
const desk = (patientId: string) => deskOf(clinician, patientId);

const reasonOf = (patientId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select({ reasons: caseloadRow.reasons })
      .from(caseloadRow)
      .where(and(eq(caseloadRow.clinicId, clinician.clinicId), eq(caseloadRow.patientId, patientId))),
  ).then(([row]) => JSON.stringify(row?.reasons ?? []));

const versionsOf = (patientId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select({ number: planVersion.number, ticks: planVersion.ticks, template: planVersion.templateId })
      .from(planVersion)
      .where(and(eq(planVersion.clinicId, clinician.clinicId), eq(planVersion.patientId, patientId))),
  );

describe("a FIRST plan", () => {
  test("is proposed by phase and statement and assigned as it is", async () => {
    const patientId = await inCare();
    const read = await desk(patientId);
    expect(read.proposal).toMatchObject({ template: "release_quad_dominant", left_out: [] });
    expect(read.begin.items.map(({ exercise }) => exercise)).toEqual([
      "walk_easy",
      "foam_quad",
      "stretch_quad_side",
      "glute_bridge_act",
      "pelvic_tilt_stand",
    ]);
    expect(await assignPlan(clinician, asProposed(read))).toEqual({ ok: true, number: 1, changed: false });
    const after = await desk(patientId);
    expect(after.running).toMatchObject({ number: 1, phase: "release", isHeld: false });
    expect(after.running?.items).toEqual(read.begin.items);
    expect(after.begin.from).toBe("running");
    expect(await versionsOf(patientId)).toEqual([{ number: 1, ticks: [], template: "release_quad_dominant" }]);
  });

  test("takes the phase's reason off the caseload and stands in the audit trail", async () => {
    const patientId = await inCare();
    expect(await reasonOf(patientId)).toContain("ready_to_advance");
    const input = asProposed(await desk(patientId));
    await assignPlan(clinician, input);
    expect(await reasonOf(patientId)).not.toContain("ready_to_advance");
    const events = await transaction(clinician, (tx) =>
      tx
        .select({ action: auditEvent.action, detail: auditEvent.detail })
        .from(auditEvent)
        .where(and(eq(auditEvent.clinicId, clinician.clinicId), eq(auditEvent.objectId, input.versionId))),
    );
    expect(events).toEqual([
      { action: "plan.assign", detail: { version: 1, phase: "release", items: 5, outside_model: false } },
    ]);
  });

  test("asks for the ticks: nothing answered is refused, an answer lasts for the next version", async () => {
    const patientId = await inCare();
    const read = await desk(patientId);
    expect(await assignPlan(clinician, asProposed(read, { ticks: null }))).toEqual({
      ok: false,
      reason: "ticks_unanswered",
    });
    expect(await assignPlan(clinician, asProposed(read, { ticks: ["raynaud"] }))).toMatchObject({ ok: true });
    const after = await desk(patientId);
    expect(after.ticks?.ids).toEqual(["raynaud"]);
    expect(await assignPlan(clinician, asProposed(after, { ticks: null }))).toMatchObject({ ok: true, number: 2 });
  });

  test("sent twice with one id is assigned once; other content under that id is refused", async () => {
    const patientId = await inCare();
    const input = asProposed(await desk(patientId));
    const [one, two] = [await assignPlan(clinician, input), await assignPlan(clinician, input)];
    expect(two).toEqual(one);
    expect(await versionsOf(patientId)).toHaveLength(1);
    expect(await assignPlan(clinician, { ...input, note: "other" })).toEqual({ ok: false, reason: "other_body" });
  });

  test("of another clinic's patient is not found, and nothing is written", async () => {
    const patientId = await inCare();
    const input = asProposed(await desk(patientId));
    expect(await planDesk(stranger, patientId)).toBeNull();
    expect(await assignPlan(stranger, input)).toEqual({ ok: false, reason: "not_found" });
    expect(await versionsOf(patientId)).toEqual([]);
  });

  test("by a supervised clinician waits for the co-signature of the visit they signed", async () => {
    const supervised = await newColleague(clinician, "supervised_clinician", "Sam Trainee");
    const transferred = workedCases().find(({ case_id }) => case_id === "C08")!;
    const patientId = await inCare(transferred.visits.slice(0, 1), supervised, transferred);
    const read = await planDesk(supervised, patientId);
    expect(read).toMatchObject({ awaitsCosign: true, phase: "strengthen_3" });
    const input = asProposed(await desk(patientId));
    expect(await assignPlan(supervised, input)).toEqual({ ok: false, reason: "needs_cosignature" });
    expect(await versionsOf(patientId)).toEqual([]);
    await coSign(clinician, read?.lastVisit?.id ?? "");
    expect(await planDesk(supervised, patientId)).toMatchObject({ awaitsCosign: false });
    expect(await assignPlan(supervised, asProposed(await desk(patientId)))).toMatchObject({ ok: true });
  });
});

describe("the next version", () => {
  test("keeps the keys of its items and says what changed, pauses too", async () => {
    const patientId = await inCare();
    const start = asProposed(await desk(patientId));
    await assignPlan(clinician, start);
    const before = await desk(patientId);
    const [walk, foam, stretch, , tilt] = asProposed(before).items;
    const items = [
      walk!,
      { ...foam!, dose: { ...foam!.dose, sets: 3 } },
      { ...stretch!, paused: "clinician" as const },
      tilt!,
    ];
    expect(await assignPlan(clinician, asProposed(before, { items }))).toEqual({ ok: true, number: 2, changed: true });
    const after = await desk(patientId);
    expect(after.running?.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(after.versions.map(({ number: of, changes }) => [of, changes])).toEqual([
      [
        2,
        [
          { kind: "dose", item: foam!.id, exercise: "foam_quad", parts: [{ part: "sets", from: 2, to: 3 }] },
          { kind: "paused", item: stretch!.id, exercise: "stretch_quad_side" },
          { kind: "removed", item: start.items[3]!.id, exercise: "glute_bridge_act" },
        ],
      ],
      [1, null],
    ]);
    const resumed = asProposed(after).items.map((item) => ({ ...item, paused: null }));
    await assignPlan(clinician, asProposed(after, { items: resumed }));
    const [newest] = (await desk(patientId)).versions;
    expect(newest?.changes).toEqual([{ kind: "resumed", item: stretch!.id, exercise: "stretch_quad_side" }]);
  });

  test("begins with the new phase's proposal once the phase moved; what it gives again is no longer paused", async () => {
    const patientId = await inCare(C01.visits.slice(0, 1));
    const start = asProposed(await desk(patientId));
    await assignPlan(clinician, { ...start, items: [...start.items, line("foam_tfl")] });
    for (const record of C01.visits.slice(1)) {
      const { visitId } = await draftVisit(clinician, patientId, record);
      await signDraft(clinician, visitId);
      if ((await desk(patientId)).phase === "strengthen_1") break;
    }
    const moved = await desk(patientId);
    expect(moved).toMatchObject({ phase: "strengthen_1", begin: { from: "proposal" } });
    const paused = moved.running?.items.filter((item) => item.paused === "phase");
    expect(paused?.map(({ exercise }) => exercise)).toEqual(["foam_tfl"]);
    const bridge = moved.running?.items.find(({ exercise }) => exercise === "glute_bridge_act");
    expect(moved.begin.items.find(({ exercise }) => exercise === "glute_bridge_act")?.id).toBe(bridge?.id);
    expect(await assignPlan(clinician, asProposed(moved))).toMatchObject({ ok: true, number: 2 });
    const after = await desk(patientId);
    expect(after.running?.phase).toBe("strengthen_1");
    expect(after.running?.items.map(({ paused }) => paused)).toEqual(after.begin.items.map(() => null));
  });

  test("can be none: an ended plan leaves no plan running and its versions as they were", async () => {
    const patientId = await inCare();
    await assignPlan(clinician, asProposed(await desk(patientId)));
    expect(await endPlan(stranger, patientId, 1)).toEqual({ ok: false, reason: "not_found" });
    expect(await endPlan(clinician, patientId, 0)).toEqual({ ok: false, reason: "stale" });
    expect(await endPlan(clinician, patientId, 1)).toEqual({ ok: true });
    expect((await desk(patientId)).running).toBeNull();
    expect(await versionsOf(patientId)).toHaveLength(1);
    expect(await endPlan(clinician, patientId, 1)).toEqual({ ok: false, reason: "no_plan" });
  });
});

test("where sprinting or kicking is a goal, the last stage is written for it, until a visit says otherwise", async () => {
  const stageThree = async (patientId: string) =>
    (await desk(patientId)).previews.find(({ phase }) => phase === "strengthen_3")?.template;
  const says = async (patientId: string, record: VisitRecord, text: string) => {
    const { visitId } = await draftVisit(clinician, patientId, record);
    const field = { path: "subjective.sport_goal", value: { text }, base: 0 };
    await transaction(clinician, (tx) => saveDraftFields(tx, clinician, visitId, [field]));
    expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
  };
  const patientId = await inCare();
  expect(await stageThree(patientId)).toBe("s3_default");
  await says(patientId, C01.visits[1]!, "yes");
  expect(await stageThree(patientId)).toBe("s3_athlete");
  await says(patientId, C01.visits[2]!, "no");
  expect(await stageThree(patientId)).toBe("s3_default");
});

test("right after a move the board shows how the findings stand to the next gate", async () => {
  const read = await desk(await inCare());
  expect(read.lastVisit?.result).toMatchObject({ phase_before: "none", phase_after: "release" });
  expect(read.ahead?.id).toBe("G2");
  expect(read.ahead?.criteria.find(({ code }) => code.startsWith("ely_below_120"))?.met).toBe("not_met");
});
