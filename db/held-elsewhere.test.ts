/** What a draft meets that others did: a block in a colleague's draft, a visit signed meanwhile. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar-day";
import type { VisitRecord } from "@/domain/record";
import { transaction } from "./client";
import type { Actor } from "./scope";
import { signVisit } from "./sign-visit";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { courseOf, movesOf, signedCourse } from "./testing/signed-course";
import { DAY_ZERO, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { saveDraftFields } from "./visit-draft";
import { openVisit } from "./visit-page";

testDatabase();
let clinician: Actor;
let colleague: Actor;
const FLAG = "cauda_equina_suspected";
const [, , , fourth] = workedCases()[0]!.visits as [VisitRecord, VisitRecord, VisitRecord, VisitRecord];
const NOTHING: VisitRecord = { visit: 9, day: 0, flags: [], signs: [], measures: [] };

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
  colleague = await newColleague(clinician, "clinician", "Bo Second");
});

async function opened(visitId: string) {
  const found = await openVisit(clinician, visitId);
  if (!found) throw new Error("not found");
  return found;
}
const write = (actor: Actor, visitId: string, path: string, value: unknown, base = 0) =>
  transaction(actor, (tx) => saveDraftFields(tx, actor, visitId, [{ path, value, base }]));

describe("a block in a colleague's draft", () => {
  test("is shown in another draft, where nothing can be decided and no phase moves until it is taken back", async () => {
    const { patientId, episodeId } = await signedCourse(clinician, "C01", 3);
    const theirs = await draftVisit(colleague, patientId, { ...NOTHING, day: fourth.day, flags: [FLAG] });
    const { visitId } = await draftVisit(clinician, patientId, fourth);
    expect((await opened(visitId)).blocks).toMatchObject([{ flag: FLAG, setBy: "Bo Second" }]);
    expect((await opened(theirs.visitId)).blocks).toEqual([]);

    await write(clinician, visitId, "decision", { choice: "keep", reason: "She asked for another week" });
    expect(await signDraft(clinician, visitId)).toMatchObject({
      reason: "incomplete",
      blocking: [{ path: "decision", code: "decision_in_hold" }],
    });
    await write(clinician, visitId, "decision", null, 1);
    expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true, phaseAfter: "release" });
    expect((await courseOf(clinician, episodeId)).at(-1)?.result).toMatchObject({ gate: null });
    expect((await movesOf(clinician, episodeId)).map(({ to }) => to)).not.toContain("strengthen_1");
  });

  test("set or taken back since the page was opened, it has to be read before signing", async () => {
    const { patientId } = await signedCourse(clinician, "C01", 3);
    const { visitId } = await draftVisit(clinician, patientId, fourth);
    const shown = await opened(visitId);
    const theirs = await draftVisit(colleague, patientId, { ...NOTHING, day: fourth.day, flags: [FLAG] });
    const refused = { ok: false, reason: "course_changed" };
    expect(await signVisit(clinician, visitId, shown.version, null, shown.basis)).toEqual(refused);
    const held = await opened(visitId);
    await write(colleague, theirs.visitId, `flag.${FLAG}`, { set: false, reason: "Asked again: no sign" }, 1);
    expect(await signVisit(clinician, visitId, held.version, null, held.basis)).toEqual(refused);
    const free = await opened(visitId);
    expect(await signVisit(clinician, visitId, free.version, null, free.basis)).toMatchObject({
      ok: true,
      phaseAfter: "strengthen_1",
    });
  });
});

test("what a colleague wrote into the same draft travels back with one's next save, and only then", async () => {
  const { patientId } = await signedCourse(clinician, "C01", 1);
  const { visitId, saved } = await draftVisit(clinician, patientId, { ...NOTHING, day: 14 });
  const save = (actor: Actor, path: string, value: unknown, seen: number) =>
    transaction(actor, (tx) => saveDraftFields(tx, actor, visitId, [{ path, value, base: 0 }], { seen }));
  const seen = saved.ok ? saved.version : 0;
  expect(await save(clinician, "note", "Sits better", seen)).toMatchObject({ version: seen + 1, news: null });
  const theirs = await save(colleague, "measure.nprs_worst.M", { value: "0" }, seen);
  expect(theirs).toMatchObject({ version: seen + 2 });
  expect(theirs.ok && theirs.news).toContainEqual({ path: "note", value: "Sits better", version: 1 });
  expect(await signVisit(clinician, visitId, seen + 1)).toEqual({ ok: false, reason: "stale" });
});

describe("a draft dated before a signed visit", () => {
  test("says so, offers nothing to decide, and moves nothing", async () => {
    const { patientId, episodeId } = await signedCourse(clinician, "C01", 3);
    const { visitId } = await draftVisit(clinician, patientId, { ...NOTHING, day: 15 });
    expect(await opened(visitId)).toMatchObject({
      later: { number: 3, visitOn: addDays(DAY_ZERO, 28) },
      judging: { context: { is_late: true } },
    });
    const override = { to_phase: "maintain", reason: "medical_advice", text: "Letter of the surgeon" };
    await write(clinician, visitId, "override", override);
    expect(await signDraft(clinician, visitId)).toMatchObject({
      reason: "incomplete",
      blocking: [{ path: "override", code: "override_late" }],
    });
    await write(clinician, visitId, "override", null, 1);
    const before = await movesOf(clinician, episodeId);
    expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
    expect(await movesOf(clinician, episodeId)).toEqual(before);
    expect((await opened(visitId)).later).not.toBeNull();
  });

  test("that became one while the page was open has to be read anew", async () => {
    const { patientId } = await signedCourse(clinician, "C01", 2);
    const { visitId } = await draftVisit(clinician, patientId, { ...NOTHING, day: 20 });
    const shown = await opened(visitId);
    expect(shown.later).toBeNull();
    const theirs = await draftVisit(colleague, patientId, { ...NOTHING, day: 21 });
    expect(await signDraft(colleague, theirs.visitId)).toMatchObject({ ok: true });
    expect(await signVisit(clinician, visitId, shown.version, null, shown.basis)).toEqual({
      ok: false,
      reason: "course_changed",
    });
    const { version, basis, later } = await opened(visitId);
    expect(later).toMatchObject({ visitOn: addDays(DAY_ZERO, 21) });
    expect(await signVisit(clinician, visitId, version, null, basis)).toMatchObject({ ok: true });
  });
});
