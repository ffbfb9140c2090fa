/** What a supervised clinician signs: it waits for a co-signature or comes back, and harm is averted at once. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { amendVisit } from "./amend-visit";
import { transaction } from "./client";
import { coSign, returnVisit } from "./cosign-visit";
import { visit } from "./schema/visit";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { caseloadOf, courseOf, movesOf, rechecksOf, signedCourse } from "./testing/signed-course";
import { draftVisit, signDraft } from "./testing/worked-case";
import { saveDraftFields } from "./visit-draft";
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

const ely = (value: string) => ({ path: "measure.ely_angle_deg.L", new: { value } });

describe("a supervised clinician", () => {
  test("keeps the phase until a co-signature applies the proposal from the visit's date", async () => {
    const { ids, episodeId, patientId } = await signedCourse(clinician, "C01", 4, { 3: supervised });
    expect((await courseOf(clinician, episodeId)).at(-1)?.result).toMatchObject({
      phase_after: "release",
      gate: { id: "G2", status: "open" },
    });
    const waiting = await caseloadOf(clinician, patientId);
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

    const [standing] = (await courseOf(clinician, episodeId)).slice(-1);
    expect(standing).toMatchObject({
      supervised: false,
      state: { phase: "strengthen_1" },
      result: { phase_after: "strengthen_1" },
    });
    expect((await movesOf(clinician, episodeId)).at(-1)).toEqual({
      from: "release",
      to: "strengthen_1",
      on: standing?.visitOn,
    });
    const done = await caseloadOf(clinician, patientId);
    expect(done?.phase).toBe("strengthen_1");
    expect(JSON.stringify(done?.reasons)).not.toContain("cosign");
    const [row] = await transaction(clinician, (tx) =>
      tx.select({ supervised: visit.signedSupervised }).from(visit).where(eq(visit.id, ids[3]!)),
    );
    expect(row?.supervised).toBe(true);
  });

  test("neither overrides, nor clears, nor undoes a flag: signing it is refused, and is done without", async () => {
    const override = { to_phase: "strengthen_1", reason: "medical_advice", text: "Letter of the surgeon" };
    const clearance = { who: "Dr A. Osei", on: "2026-03-01", what: "Examined, may exercise again" };
    const undone = { reason: "Ticked in the wrong visit", second_clinician: "Ada Owner" };
    const [released, held] = [
      await signedCourse(clinician, "C01", 1),
      await signedCourse(clinician, "C04", 2),
    ] as const;
    for (const [{ patientId }, path, value, act] of [
      [released, "override", override, "override"],
      [held, "event.clearance", clearance, "clearance"],
      [held, "event.error.cauda_equina_suspected", undone, "clearance"],
    ] as const) {
      const nothing = { visit: 9, day: 60, flags: [], signs: [], measures: [] };
      const { visitId } = await draftVisit(supervised, patientId, nothing);
      const write = (next: unknown, base: number) =>
        transaction(supervised, (tx) => saveDraftFields(tx, supervised, visitId, [{ path, value: next, base }]));
      await write(value, 0);
      expect(await signDraft(supervised, visitId)).toEqual({ ok: false, reason: "needs_supervisor", acts: [act] });
      await write(null, 1);
      expect(await signDraft(supervised, visitId)).toMatchObject({ ok: true });
    }
    expect((await caseloadOf(clinician, held.patientId))?.phase).toBe("hold");
  });

  test("sets a hold, or steps back, at once", async () => {
    const held = await signedCourse(clinician, "C04", 2, { 1: supervised });
    expect((await caseloadOf(clinician, held.patientId))?.phase).toBe("hold");
    const flared = await signedCourse(clinician, "C08", 2, { 1: supervised });
    expect((await courseOf(clinician, flared.episodeId)).at(-1)?.result).toMatchObject({
      phase_before: "strengthen_3",
      phase_after: "strengthen_2",
      regress: "R1a_flare",
    });
  });

  test("co-signed after a clinician decided at a later visit: flagged, not applied", async () => {
    const { ids, episodeId } = await signedCourse(clinician, "C01", 4, { 0: supervised });
    const before = (await courseOf(clinician, episodeId)).map(({ state }) => state);
    expect(await coSign(clinician, ids[0]!)).toMatchObject({ ok: true, applied: false });
    expect((await courseOf(clinician, episodeId)).map(({ state }) => state)).toEqual(before);
    expect((await rechecksOf(clinician, ids[1]!))[0]).toMatchObject({ cause: "co_sign", differs: true });
  });

  test("with a second visit that waits too: both follow the first co-signature", async () => {
    const { ids, episodeId } = await signedCourse(clinician, "C01", 2, { 0: supervised, 1: supervised });
    expect((await courseOf(clinician, episodeId)).map(({ result }) => result.phase_after)).toEqual(["none", "none"]);
    expect(await coSign(clinician, ids[0]!)).toMatchObject({ applied: true, phaseAfter: "release" });
    expect((await courseOf(clinician, episodeId)).map(({ result }) => result.phase_after)).toEqual([
      "release",
      "release",
    ]);
  });

  test("gets a visit back with a reason, and it waits again once amended", async () => {
    const { ids, patientId } = await signedCourse(clinician, "C01", 2, { 1: supervised });
    expect(await returnVisit(clinician, ids[1]!, "Measure the right leg again")).toMatchObject({ ok: true });
    expect(JSON.stringify((await caseloadOf(clinician, patientId))?.reasons)).not.toContain("cosign");
    expect(await amendVisit(supervised, ids[0]!, [ely("120")], REASON)).toEqual({
      ok: false,
      reason: "needs_supervisor",
    });
    expect(await amendVisit(supervised, ids[1]!, [ely("121")], REASON)).toMatchObject({ ok: true });
    expect(JSON.stringify((await caseloadOf(clinician, patientId))?.reasons)).toContain("cosign");
    expect(await voidVisit(supervised, ids[1]!, REASON)).toEqual({ ok: false, reason: "needs_supervisor" });
  });
});
