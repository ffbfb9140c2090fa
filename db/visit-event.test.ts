/** What is added to a signed visit: corrected, voided, co-signed or returned, and what follows for later visits. */
import { and, asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { amendVisit } from "./amend-visit";
import { transaction } from "./client";
import { coSign, returnVisit } from "./cosign-visit";
import { courseVisits } from "./course";
import { assessmentRecheck, phaseTransition } from "./schema/assessment";
import { caseloadRow } from "./schema/caseload";
import { visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";
import { checkSignature } from "./signature";
import { visitsReadingDifferently } from "./standing";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { startVisit } from "./visit";
import { visitAdditions } from "./visit-additions";
import { voidVisit } from "./void-visit";

testDatabase();
let clinician: Actor;
let supervised: Actor;
let count = 0;
const REASON = "Read off the wrong leg";

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
  supervised = await newColleague(clinician, "supervised_clinician", "Sam Trainee");
});

/** Signs the first `visits` visits of a worked case; `by` signs one of them (counted from 0) in the clinician's place. */
async function signed(caseId: string, visits: number, by: Record<number, Actor> = {}) {
  const worked = workedCases().find(({ case_id }) => case_id === caseId)!;
  count += 1;
  const { patientId, episodeId } = await createPatientOf(clinician, worked, count);
  const ids: string[] = [];
  for (const [index, record] of worked.visits.slice(0, visits).entries()) {
    const actor = by[index] ?? clinician;
    const massKg = index === 0 ? worked.patient.mass_kg : undefined;
    const { visitId } = await draftVisit(actor, patientId, record, massKg);
    expect(await signDraft(actor, visitId)).toMatchObject({ ok: true });
    ids.push(visitId);
  }
  return { patientId, episodeId, ids };
}

const eventsOf = (visitId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select()
      .from(visitEvent)
      .where(and(eq(visitEvent.clinicId, clinician.clinicId), eq(visitEvent.visitId, visitId)))
      .orderBy(asc(visitEvent.at)),
  );
const rechecksOf = (visitId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select()
      .from(assessmentRecheck)
      .where(and(eq(assessmentRecheck.clinicId, clinician.clinicId), eq(assessmentRecheck.visitId, visitId))),
  );
const differingOf = (episodeId: string) =>
  transaction(clinician, (tx) => visitsReadingDifferently(tx, clinician, episodeId));
const courseOf = (episodeId: string) => transaction(clinician, (tx) => courseVisits(tx, clinician, episodeId));
const movesOf = (episodeId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select({ from: phaseTransition.fromPhase, to: phaseTransition.toPhase, on: phaseTransition.movedOn })
      .from(phaseTransition)
      .where(and(eq(phaseTransition.clinicId, clinician.clinicId), eq(phaseTransition.episodeId, episodeId)))
      .orderBy(asc(phaseTransition.createdAt)),
  );
async function caseloadOf(patientId: string) {
  const [row] = await transaction(clinician, (tx) =>
    tx
      .select({ phase: caseloadRow.phase, reasons: caseloadRow.reasons })
      .from(caseloadRow)
      .where(and(eq(caseloadRow.clinicId, clinician.clinicId), eq(caseloadRow.patientId, patientId))),
  );
  return row;
}
const ely = (value: string) => ({ path: "measure.ely_angle_deg.L", new: { value } });

describe("amending", () => {
  test("keeps old and new, signs them, flags what would differ and moves no phase", async () => {
    const { ids, episodeId, patientId } = await signed("C01", 4);
    const [first] = ids as [string];
    const before = await courseOf(episodeId);
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

    const after = await courseOf(episodeId);
    expect(after.map(({ result, state }) => [result.phase_after, state])).toEqual(
      before.map(({ result, state }) => [result.phase_after, state]),
    );
    const measured = after[0]!.record.measures.find(({ id, side }) => id === "ely_angle_deg" && side === "L");
    expect(measured?.value).toBe(135);
    const rechecks = await Promise.all(ids.map(rechecksOf));
    expect(rechecks.map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    expect(rechecks.map(([row]) => [row?.cause, row?.differs])).toContainEqual(["amendment", true]);
    // A value that no gate and no baseline reads leaves the others as they were.
    expect(await amendVisit(clinician, first, [{ path: "note", new: "Examined again." }], REASON)).toMatchObject({
      ok: true,
    });
  });

  test("builds on earlier amendments, and refuses one that changes nothing", async () => {
    const { ids } = await signed("C01", 1);
    const [first] = ids as [string];
    await amendVisit(clinician, first, [ely("110")], REASON);
    expect(await amendVisit(clinician, first, [ely("110")], REASON)).toEqual({ ok: false, reason: "nothing_changed" });
    await amendVisit(clinician, first, [ely("111")], REASON);
    const events = await eventsOf(first);
    expect(events.map(({ changes }) => changes?.[0]?.old)).toEqual([{ value: "108" }, { value: "110" }]);
  });

  test("of nothing but the note differs nowhere", async () => {
    const { ids } = await signed("C02", 3);
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
    const { ids } = await signed("C01", 1);
    expect(await amendVisit(clinician, ids[0]!, changes, reason)).toMatchObject({ ok: false, ...refusal });
    expect(await eventsOf(ids[0]!)).toEqual([]);
  });

  test("of a draft, or of another clinic's visit, is refused", async () => {
    const { ids, patientId } = await signed("C01", 1);
    const { visitId } = await draftVisit(clinician, patientId, workedCases()[0]!.visits[1]!);
    expect(await amendVisit(clinician, visitId, [ely("120")], REASON)).toEqual({ ok: false, reason: "not_signed" });
    const stranger = (await newTestClinic()).owner;
    expect(await amendVisit(stranger, ids[0]!, [ely("120")], REASON)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("voiding", () => {
  test("happens once; later visits are rechecked without it and keep their phase", async () => {
    const { ids, episodeId } = await signed("C01", 4);
    expect(await voidVisit(clinician, ids[2]!, "Belongs to another patient")).toMatchObject({ ok: true });
    expect(await voidVisit(clinician, ids[2]!, "Belongs to another patient")).toEqual({ ok: false, reason: "voided" });
    expect(await amendVisit(clinician, ids[2]!, [ely("120")], REASON)).toEqual({ ok: false, reason: "voided" });
    const course = await courseOf(episodeId);
    expect(course.map(({ visitId }) => visitId)).toEqual([ids[0], ids[1], ids[3]]);
    expect(course.at(-1)?.result.phase_after).toBe("strengthen_1");
    expect((await rechecksOf(ids[3]!))[0]).toMatchObject({ cause: "void", differs: true });
  });

  test("of the last visit takes its decision with it", async () => {
    const { ids, episodeId, patientId } = await signed("C01", 4);
    expect((await caseloadOf(patientId))?.phase).toBe("strengthen_1");
    await voidVisit(clinician, ids[3]!, "Belongs to another patient");
    expect((await caseloadOf(patientId))?.phase).toBe("release");
    expect((await movesOf(episodeId)).at(-1)).toMatchObject({ from: "strengthen_1", to: "release" });
  });

  test("is no way out of a hold", async () => {
    const { ids, patientId } = await signed("C04", 2);
    expect(await voidVisit(clinician, ids[1]!, "Entered by mistake")).toEqual({ ok: false, reason: "holds_block" });
    expect((await caseloadOf(patientId))?.phase).toBe("hold");
  });

  test("of an unsigned visit is for those not attended alone", async () => {
    const { patientId } = await signed("C01", 1);
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

describe("a supervised clinician", () => {
  test("keeps the phase until a co-signature applies the proposal from the visit's date", async () => {
    const { ids, episodeId, patientId } = await signed("C01", 4, { 3: supervised });
    expect((await courseOf(episodeId)).at(-1)?.result).toMatchObject({
      phase_after: "release",
      gate: { id: "G2", status: "open" },
    });
    const waiting = await caseloadOf(patientId);
    expect(waiting?.phase).toBe("release");
    expect(JSON.stringify(waiting?.reasons)).toContain("cosign");

    expect(await coSign(supervised, ids[3]!)).toEqual({ ok: false, reason: "not_yours" });
    expect(await coSign(clinician, ids[0]!)).toEqual({ ok: false, reason: "not_supervised" });
    expect(await coSign(clinician, ids[3]!)).toEqual({
      ok: true,
      patientId,
      phaseBefore: "release",
      phaseAfter: "strengthen_1",
      applied: true,
    });
    expect(await coSign(clinician, ids[3]!)).toEqual({ ok: false, reason: "already_cosigned" });

    const [standing] = (await courseOf(episodeId)).slice(-1);
    expect(standing).toMatchObject({
      supervised: false,
      state: { phase: "strengthen_1" },
      result: { phase_after: "strengthen_1" },
    });
    expect((await movesOf(episodeId)).at(-1)).toEqual({ from: "release", to: "strengthen_1", on: standing?.visitOn });
    const done = await caseloadOf(patientId);
    expect(done?.phase).toBe("strengthen_1");
    expect(JSON.stringify(done?.reasons)).not.toContain("cosign");
    const [row] = await transaction(clinician, (tx) =>
      tx.select({ supervised: visit.signedSupervised }).from(visit).where(eq(visit.id, ids[3]!)),
    );
    expect(row?.supervised).toBe(true);
  });

  test("sets a hold, or steps back, at once", async () => {
    const held = await signed("C04", 2, { 1: supervised });
    expect((await caseloadOf(held.patientId))?.phase).toBe("hold");
    const flared = await signed("C08", 2, { 1: supervised });
    expect((await courseOf(flared.episodeId)).at(-1)?.result).toMatchObject({
      phase_before: "strengthen_3",
      phase_after: "strengthen_2",
      regress: "R1a_flare",
    });
  });

  test("co-signed after a clinician decided at a later visit: flagged, not applied", async () => {
    const { ids, episodeId } = await signed("C01", 4, { 0: supervised });
    const before = (await courseOf(episodeId)).map(({ state }) => state);
    expect(await coSign(clinician, ids[0]!)).toMatchObject({ ok: true, applied: false });
    expect((await courseOf(episodeId)).map(({ state }) => state)).toEqual(before);
    expect((await rechecksOf(ids[1]!))[0]).toMatchObject({ cause: "co_sign", differs: true });
  });

  test("with a second visit that waits too: both follow the first co-signature", async () => {
    const { ids, episodeId } = await signed("C01", 2, { 0: supervised, 1: supervised });
    expect((await courseOf(episodeId)).map(({ result }) => result.phase_after)).toEqual(["none", "none"]);
    expect(await coSign(clinician, ids[0]!)).toMatchObject({ applied: true, phaseAfter: "release" });
    expect((await courseOf(episodeId)).map(({ result }) => result.phase_after)).toEqual(["release", "release"]);
  });

  test("gets a visit back with a reason, and it waits again once amended", async () => {
    const { ids, patientId } = await signed("C01", 2, { 1: supervised });
    expect(await returnVisit(clinician, ids[1]!, "Measure the right leg again")).toMatchObject({ ok: true });
    expect(JSON.stringify((await caseloadOf(patientId))?.reasons)).not.toContain("cosign");
    expect(await amendVisit(supervised, ids[0]!, [ely("120")], REASON)).toEqual({
      ok: false,
      reason: "needs_supervisor",
    });
    expect(await amendVisit(supervised, ids[1]!, [ely("121")], REASON)).toMatchObject({ ok: true });
    expect(JSON.stringify((await caseloadOf(patientId))?.reasons)).toContain("cosign");
    expect(await voidVisit(supervised, ids[1]!, REASON)).toEqual({ ok: false, reason: "needs_supervisor" });
  });
});

describe("what the screens are given", () => {
  test("old and new, who may do what, the move a co-signature would make, and visits that ask for a new decision", async () => {
    const { ids, episodeId } = await signed("C01", 4, { 3: supervised });
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
