/** A block in a visit dated before signed ones: it acts at once, the next visit meets it, and the same acts as ever lift it. */
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar-day";
import type { VisitRecord } from "@/domain/record";
import { transaction } from "./client";
import { planFacts, planPlace } from "./plan-facts";
import { isPaused } from "./portal-place";
import { holdOverlay } from "./schema/visit";
import type { Actor } from "./scope";
import { assignRows, patientActor } from "./testing/assigned-plan";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { caseloadOf, courseOf, movesOf, signedCourse } from "./testing/signed-course";
import { DAY_ZERO, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { voidVisit } from "./void-visit";

const database = testDatabase();
let clinician: Actor;
const FLAG = "cauda_equina_suspected";
const worked = workedCases()[0]!;
const NOTHING: VisitRecord = { visit: 9, day: 0, flags: [], signs: [], measures: [] };

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
  await newColleague(clinician, "clinician", "Bo Second");
});

const phaseOf = async (patientId: string) => (await caseloadOf(clinician, patientId))?.phase;

async function sign(patientId: string, record: VisitRecord): Promise<string> {
  const { visitId } = await draftVisit(clinician, patientId, record);
  const signed = await signDraft(clinician, visitId);
  if (!signed.ok) throw new Error(JSON.stringify(signed));
  return visitId;
}

/** A course of four signed visits, with a plan, and a block on the day after the first visit, entered last. */
async function enteredLate() {
  const course = await signedCourse(clinician, "C01", 4);
  const { patientId } = course;
  await assignRows(clinician, course, { id: "release_quad_dominant", phase: "release", on: "2026-03-01" });
  const lateId = await sign(patientId, { ...NOTHING, day: 1, flags: [FLAG] });
  const lastDay = worked.visits[3]!.day;
  return { ...course, lateId, next: lastDay + 1 };
}

const isPausedNow = (patientId: string, episodeId: string) => {
  const patient = patientActor(clinician, patientId);
  return transaction(patient, (tx) =>
    isPaused(tx, patient, { episodeId, isClosed: false, initialPhase: null } as Parameters<typeof isPaused>[2]),
  );
};

describe("a block entered late", () => {
  test("holds everything at once: caseload, plan, phone, and the trail of phases", async () => {
    const { patientId, episodeId } = await enteredLate();
    expect(await phaseOf(patientId)).toBe("hold");
    expect(await isPausedNow(patientId, episodeId)).toBe(true);
    const facts = await transaction(clinician, async (tx) =>
      planFacts(tx, clinician, (await planPlace(tx, clinician, patientId))!),
    );
    expect(facts).toMatchObject({ phase: "hold", proposing: { blocked: true } });
    expect((await movesOf(clinician, episodeId)).at(-1)).toMatchObject({ from: "strengthen_1", to: "hold" });
  });

  test("is met by the next visit, and a clearance there gives the phase back, never the plan", async () => {
    const { patientId, episodeId, next } = await enteredLate();
    await sign(patientId, { ...NOTHING, day: next });
    expect((await courseOf(clinician, episodeId)).at(-1)?.result).toMatchObject({
      phase_before: "hold",
      phase_after: "hold",
      gate: { id: "G0", status: "closed" },
    });
    expect(await phaseOf(patientId)).toBe("hold");
    const clearing = await sign(patientId, { ...NOTHING, day: next + 1, events: ["medical_clearance"] });
    expect((await courseOf(clinician, episodeId)).at(-1)?.result).toMatchObject({
      phase_after: "strengthen_1",
      notices: ["assign_plan:strengthen_1"],
    });
    expect(await phaseOf(patientId)).toBe("strengthen_1");
    expect(await isPausedNow(patientId, episodeId)).toBe(true);
    // What the clearance said is not true after all: the hold is back.
    expect(await voidVisit(clinician, clearing, "Belongs to another patient")).toMatchObject({ ok: true });
    expect(await phaseOf(patientId)).toBe("hold");
  });

  test("cleared at the very next visit, and that visit voided: it stands as before", async () => {
    const { patientId, episodeId, lateId, next } = await enteredLate();
    const clearing = await sign(patientId, { ...NOTHING, day: next, events: ["medical_clearance"] });
    expect(await phaseOf(patientId)).toBe("strengthen_1");
    await voidVisit(clinician, clearing, "Belongs to another patient");
    expect(await phaseOf(patientId)).toBe("hold");
    const open = await transaction(clinician, (tx) =>
      tx
        .select({ visitId: holdOverlay.visitId, signedAt: holdOverlay.signedAt })
        .from(holdOverlay)
        .where(and(eq(holdOverlay.clinicId, clinician.clinicId), eq(holdOverlay.episodeId, episodeId))),
    );
    expect(open).toEqual([{ visitId: lateId, signedAt: null }]);
  });

  test("is undone as entered in error with a second clinician; until then its visit can't be voided", async () => {
    const { patientId, lateId, next } = await enteredLate();
    expect(await voidVisit(clinician, lateId, "Belongs to another patient")).toEqual({
      ok: false,
      reason: "holds_block",
    });
    const undone = {
      type: "flag_entered_in_error",
      flag: FLAG,
      reason: "Belongs to another patient",
      clinician: "Ada Owner",
      second_clinician: "Bo Second",
    } as const;
    await sign(patientId, { ...NOTHING, day: next, events: [undone] });
    expect(await phaseOf(patientId)).toBe("strengthen_1");
    expect(await voidVisit(clinician, lateId, "Belongs to another patient")).toMatchObject({ ok: true });
    expect(await phaseOf(patientId)).toBe("strengthen_1");
  });

  test("holds nobody whose clearance is on record since", async () => {
    const course = await signedCourse(clinician, "C01", 1);
    await sign(course.patientId, { ...NOTHING, day: 10, events: ["medical_clearance"] });
    await assignRows(clinician, course, {
      id: "release_quad_dominant",
      phase: "release",
      on: addDays(DAY_ZERO, 10),
    });
    await sign(course.patientId, { ...NOTHING, day: 5, flags: [FLAG] });
    expect(await phaseOf(course.patientId)).toBe("release");
    expect(await isPausedNow(course.patientId, course.episodeId)).toBe(false);
  });
});

test("a pause ends with the last of two drafts' blocks, whichever goes first", async () => {
  const { saveDraftFields } = await import("./visit-draft");
  const course = await signedCourse(clinician, "C01", 1);
  const { patientId, episodeId } = course;
  const colleague = await newColleague(clinician, "clinician", "Cy Third");
  await assignRows(clinician, course, { id: "release_quad_dominant", phase: "release", on: addDays(DAY_ZERO, 1) });
  const drafts = await Promise.all([
    draftVisit(clinician, patientId, { ...NOTHING, day: 2, flags: [FLAG] }),
    draftVisit(colleague, patientId, { ...NOTHING, day: 3, flags: [FLAG] }),
  ]);
  expect(await isPausedNow(patientId, episodeId)).toBe(true);
  for (const [index, actor] of [clinician, colleague].entries()) {
    await transaction(actor, (tx) =>
      saveDraftFields(tx, actor, drafts[index]!.visitId, [
        { path: `flag.${FLAG}`, value: { set: false, reason: "Asked again: no such sign" }, base: 1 },
      ]),
    );
    expect(await isPausedNow(patientId, episodeId)).toBe(index === 0);
  }
  const pauses = await database.admin`select ended_at is null as open from plan_pause where cause = 'hold'
    and patient_id = ${patientId}`;
  expect(pauses).toEqual([{ open: false }]);
});
