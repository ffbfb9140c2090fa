/** What is added to a signed visit: corrected or voided, and what follows for later visits and on the screens. */
import { and, asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { takenAlong } from "@/domain/visit/amendable";
import { amendVisit } from "./amend-visit";
import { transaction } from "./client";
import { coSign } from "./cosign-visit";
import { visitEvent } from "./schema/visit";
import type { Actor } from "./scope";
import { checkSignature } from "./signature";
import { visitsReadingDifferently } from "./standing";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { caseloadOf, courseOf, movesOf, rechecksOf, signedCourse } from "./testing/signed-course";
import { draftVisit, workedCases } from "./testing/worked-case";
import { startVisit } from "./visit";
import { visitAdditions } from "./visit-additions";
import { voidVisit } from "./void-visit";

testDatabase();
let clinician: Actor;
let supervised: Actor;
const REASON = "Read off the wrong leg";

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
  supervised = await newColleague(clinician, "supervised_clinician", "Sam Trainee");
});

const eventsOf = (visitId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select()
      .from(visitEvent)
      .where(and(eq(visitEvent.clinicId, clinician.clinicId), eq(visitEvent.visitId, visitId)))
      .orderBy(asc(visitEvent.at)),
  );
const differingOf = (episodeId: string) =>
  transaction(clinician, (tx) => visitsReadingDifferently(tx, clinician, episodeId));
const ely = (value: string) => ({ path: "measure.ely_angle_deg.L", new: { value } });

describe("amending", () => {
  test("keeps old and new, signs them, flags what would differ and moves no phase", async () => {
    const { ids, episodeId, patientId } = await signedCourse(clinician, "C01", 4);
    const [first] = ids as [string];
    const before = await courseOf(clinician, episodeId);
    const outcome = await amendVisit(clinician, first, [ely("135")], REASON);
    expect(outcome).toMatchObject({ ok: true, patientId });

    const [event] = await eventsOf(first);
    expect(event).toMatchObject({
      kind: "amend",
      reason: REASON,
      changes: [{ path: "measure.ely_angle_deg.L", old: { value: "108" }, new: { value: "135" } }],
    });
    const { signedText: text, signedHash: hash, signedMac: mac, signedKey: key } = event!;
    expect(checkSignature({ text, hash, mac, key })).toBe("ok");

    const after = await courseOf(clinician, episodeId);
    expect(after.map(({ result, state }) => [result.phase_after, state])).toEqual(
      before.map(({ result, state }) => [result.phase_after, state]),
    );
    const measured = after[0]!.record.measures.find(({ id, side }) => id === "ely_angle_deg" && side === "L");
    expect(measured?.value).toBe(135);
    const rechecks = await Promise.all(ids.map((id) => rechecksOf(clinician, id)));
    expect(rechecks.map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    expect(rechecks.map(([row]) => [row?.cause, row?.differs])).toContainEqual(["amendment", true]);
    // A value that no gate and no baseline reads leaves the others as they were.
    expect(await amendVisit(clinician, first, [{ path: "note", new: "Examined again." }], REASON)).toMatchObject({
      ok: true,
    });
  });

  test("builds on earlier amendments, and refuses one that changes nothing", async () => {
    const { ids } = await signedCourse(clinician, "C01", 1);
    const [first] = ids as [string];
    await amendVisit(clinician, first, [ely("110")], REASON);
    expect(await amendVisit(clinician, first, [ely("110")], REASON)).toEqual({ ok: false, reason: "nothing_changed" });
    await amendVisit(clinician, first, [ely("111")], REASON);
    const events = await eventsOf(first);
    expect(events.map(({ changes }) => changes?.[0]?.old)).toEqual([{ value: "108" }, { value: "110" }]);
  });

  test("of nothing but the note differs nowhere", async () => {
    const { ids } = await signedCourse(clinician, "C02", 3);
    const outcome = await amendVisit(clinician, ids[0]!, [{ path: "note", new: "Came with her daughter." }], REASON);
    expect(outcome).toMatchObject({ ok: true, differing: 0 });
  });

  test.each([
    ["a reason of nine characters", [ely("120")], "too short", { reason: "reason_too_short" }],
    ["an unknown field", [{ path: "measure.charm.L", new: { value: "1" } }], REASON, { reason: "refused_fields" }],
    ["a value of another shape", [{ path: "note", new: 7 }], REASON, { reason: "refused_fields" }],
    ["an impossible value", [ely("999")], REASON, { reason: "incomplete" }],
    ["a block", [{ path: "flag.dvt_suspected", new: { set: true } }], REASON, { reason: "refused_fields" }],
    ["the decision", [{ path: "decision", new: { choice: "advance" } }], REASON, { reason: "refused_fields" }],
    ["one field twice", [ely("120"), ely("121")], REASON, { reason: "refused_fields" }],
  ])("refuses %s", async (_, changes, reason, refusal) => {
    const { ids } = await signedCourse(clinician, "C01", 1);
    expect(await amendVisit(clinician, ids[0]!, changes, reason)).toMatchObject({ ok: false, ...refusal });
    expect(await eventsOf(ids[0]!)).toEqual([]);
  });

  test.each([
    ["a pain of 0", "measure.nprs_exercise.M", { value: "0" }],
    ["an area of the body chart", "pain_area.abdomen.M", { quality: [], intensity: "0" }],
    [
      "a sign with the day it began",
      "sign.sudden_onset_posterior_thigh.L",
      { grade: "present", onset_on: "2026-01-01" },
    ],
    ["what was said", "subjective.allergies", { text: "Penicillin" }],
    ["a response to the last treatment", "adverse_response", { response: "bruise" }],
  ])("adds %s that was left out", async (_what, path, value) => {
    const { ids } = await signedCourse(clinician, "C01", 2);
    expect(await amendVisit(clinician, ids[0]!, [{ path, new: value }], REASON)).toMatchObject({ ok: true });
    expect((await eventsOf(ids[0]!))[0]?.changes).toMatchObject([{ path, old: null, new: value }]);
  });

  test("a technique that was given after all goes with what it contradicts, and not beside it", async () => {
    const { ids } = await signedCourse(clinician, "C01", 2);
    const taping = { path: "treatment.taping", new: { region: "Thigh, left" } };
    expect(await amendVisit(clinician, ids[0]!, [taping], REASON)).toMatchObject({ ok: false, reason: "incomplete" });
    const additions = await visitAdditions(clinician, ids[0]!);
    const held = additions?.amendable.map(({ path }) => path) ?? [];
    const along = takenAlong(taping.path, taping.new, held);
    expect(along).toEqual(["treatment.none"]);
    const changes = [taping, ...along.map((path) => ({ path, new: null }))];
    expect(await amendVisit(clinician, ids[0]!, changes, REASON)).toMatchObject({ ok: true });
  });

  test("of a draft, or of another clinic's visit, is refused", async () => {
    const { ids, patientId } = await signedCourse(clinician, "C01", 1);
    const { visitId } = await draftVisit(clinician, patientId, workedCases()[0]!.visits[1]!);
    expect(await amendVisit(clinician, visitId, [ely("120")], REASON)).toEqual({ ok: false, reason: "not_signed" });
    const stranger = (await newTestClinic()).owner;
    expect(await amendVisit(stranger, ids[0]!, [ely("120")], REASON)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("voiding", () => {
  test("happens once; later visits are rechecked without it and keep their phase", async () => {
    const { ids, episodeId } = await signedCourse(clinician, "C01", 4);
    expect(await voidVisit(clinician, ids[2]!, "Belongs to another patient")).toMatchObject({ ok: true });
    expect(await voidVisit(clinician, ids[2]!, "Belongs to another patient")).toEqual({ ok: false, reason: "voided" });
    expect(await amendVisit(clinician, ids[2]!, [ely("120")], REASON)).toEqual({ ok: false, reason: "voided" });
    const course = await courseOf(clinician, episodeId);
    expect(course.map(({ visitId }) => visitId)).toEqual([ids[0], ids[1], ids[3]]);
    expect(course.at(-1)?.result.phase_after).toBe("strengthen_1");
    expect((await rechecksOf(clinician, ids[3]!))[0]).toMatchObject({ cause: "void", differs: true });
  });

  test("of the last visit takes its decision with it", async () => {
    const { ids, episodeId, patientId } = await signedCourse(clinician, "C01", 4);
    expect((await caseloadOf(clinician, patientId))?.phase).toBe("strengthen_1");
    await voidVisit(clinician, ids[3]!, "Belongs to another patient");
    expect((await caseloadOf(clinician, patientId))?.phase).toBe("release");
    expect((await movesOf(clinician, episodeId)).at(-1)).toMatchObject({ from: "strengthen_1", to: "release" });
  });

  test("is no way out of a hold", async () => {
    const { ids, patientId } = await signedCourse(clinician, "C04", 2);
    expect(await voidVisit(clinician, ids[1]!, "Entered by mistake")).toEqual({ ok: false, reason: "holds_block" });
    expect((await caseloadOf(clinician, patientId))?.phase).toBe("hold");
  });

  test("of an unsigned visit is for those not attended alone", async () => {
    const { patientId } = await signedCourse(clinician, "C01", 1);
    const missed = await startVisit(clinician, { patientId, kind: "did_not_attend" });
    const draft = await startVisit(clinician, { patientId, kind: "decision" });
    if (!missed.ok || !draft.ok) throw new Error("not started");
    expect(await voidVisit(clinician, missed.visitId, "She had rung before")).toMatchObject({ ok: true });
    expect(await voidVisit(clinician, draft.visitId, "She had rung before")).toEqual({
      ok: false,
      reason: "not_signed",
    });
  });
});

describe("what the screens are given", () => {
  test("old and new, who may do what, the move a co-signature would make, and visits that ask for a new decision", async () => {
    const { ids, episodeId } = await signedCourse(clinician, "C01", 4, { 3: supervised });
    expect(await visitAdditions(clinician, ids[3]!)).toMatchObject({
      events: [],
      mayAmend: true,
      mayVoid: true,
      difference: null,
      waiting: { mayCosign: true, proposal: { from: "release", to: "strengthen_1" } },
    });
    expect(await visitAdditions(supervised, ids[3]!)).toMatchObject({
      mayAmend: true,
      mayVoid: false,
      waiting: { mayCosign: false },
    });
    expect(await differingOf(episodeId)).toEqual([]);

    await coSign(clinician, ids[3]!);
    expect(await visitAdditions(clinician, ids[3]!)).toMatchObject({ waiting: null, difference: null });
    expect(await differingOf(episodeId)).toEqual([]);

    await amendVisit(clinician, ids[3]!, [ely("100")], REASON);
    const additions = await visitAdditions(clinician, ids[3]!);
    expect(additions?.events.map(({ kind, by }) => [kind, by])).toEqual([
      ["co_sign", "Ada Owner"],
      ["amend", "Ada Owner"],
    ]);
    expect(additions?.amendable).toContainEqual({ path: "measure.ely_angle_deg.L", value: { value: "100" } });
    expect(additions?.amendable.map(({ path }) => path)).not.toContain("next_review");
    expect(additions?.difference).toMatchObject({
      stands: { phase_after: "strengthen_1" },
      now: { phase_after: "release" },
    });
    expect(await differingOf(episodeId)).toMatchObject([
      { id: ids[3], phaseStands: "strengthen_1", phaseNow: "release" },
    ]);
    expect(await visitAdditions((await newTestClinic()).owner, ids[3]!)).toBeNull();
  });
});
