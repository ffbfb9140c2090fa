import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import type { ClinicItemId } from "@/domain/plan/catalogue";
import { type ClinicItemContent, clinicItemKey, contentOfLibrary } from "@/domain/plan/clinic-item";
import { transaction } from "./client";
import { archiveClinicItem, type ClinicItemInput, listClinicItems, saveClinicItem } from "./clinic-item";
import { openExercisePhoto } from "./exercise-photo";
import { logSession } from "./home-session";
import type { AssignInput } from "./plan";
import { planDesk } from "./plan-desk";
import { planSheet } from "./plan-sheet";
import { portalSession } from "./portal-session";
import { progressOf } from "./progress";
import type { Actor } from "./scope";
import { sheetSource } from "./sheet";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { assignItems, lineOf, patientInCare } from "./testing/plan-desk";

testDatabase();
let clinician: Actor;
let stranger: Actor;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
});

const JPEG = { bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), width: 2, height: 1 };
const roller: ClinicItemContent = {
  ...contentOfLibrary("foam_quad")!,
  name: "Roller on the stairs",
  contraindications: [{ condition: "prone_provokes_pain", effect: "hide" }],
};
const bridge: ClinicItemContent = { ...contentOfLibrary("bridge_sl")!, name: "Bridge on the sofa" };

const stored = async (by: Actor, itemId: string) =>
  (await listClinicItems(by)).find(({ item_id }) => item_id === itemId);

async function save(content: ClinicItemContent, more: Partial<ClinicItemInput> = {}, by = clinician) {
  const saved = await saveClinicItem(by, { item: null, copiedFrom: null, content, photo: "none", ...more });
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const item = await stored(by, saved.itemId);
  if (!item) throw new Error("not stored");
  return item;
}

const inRelease = () => patientInCare(clinician);

const patientActor = (patientId: string): Actor => ({
  ...clinician,
  role: "patient",
  userId: newId(),
  membershipId: newId(),
  loginId: newId(),
  patientId,
});

describe("an exercise of the clinic's own", () => {
  test("is written in versions, and a version read meanwhile is not overwritten", async () => {
    const first = await save(roller);
    expect(first).toMatchObject({ number: 1, name: "Roller on the stairs", isArchived: false });
    const item = { id: first.item_id, base: 1 };
    const second = await save({ ...roller, name: "Roller on a step" }, { item });
    expect(second).toMatchObject({ item_id: first.item_id, number: 2, name: "Roller on a step" });
    const late = { item, copiedFrom: null, content: roller, photo: "none" } as const;
    expect(await saveClinicItem(clinician, late)).toEqual({ ok: false, reason: "stale" });
    expect((await listClinicItems(clinician)).filter(({ item_id }) => item_id === first.item_id)).toHaveLength(1);
  });

  test("belongs to its clinic alone", async () => {
    const { item_id } = await save(roller);
    expect(await listClinicItems(stranger)).toEqual([]);
    const theirs = { item: { id: item_id, base: 1 }, copiedFrom: null, content: roller, photo: "none" } as const;
    expect(await saveClinicItem(stranger, theirs)).toEqual({ ok: false, reason: "not_found" });
    expect(await archiveClinicItem(stranger, item_id, true)).toBe(false);
  });

  test("brings no strengthening before its gate, and a copy into no other phase than its original's", async () => {
    const early = { ...bridge, phases: ["release" as const], easier: null, harder: null };
    const refused = (input: Partial<ClinicItemInput>) =>
      saveClinicItem(clinician, { item: null, copiedFrom: null, content: early, photo: "none", ...input });
    expect(await refused({})).toEqual({ ok: false, reason: "faults", faults: ["strengthen_before_gate"] });
    expect(await refused({ copiedFrom: "bridge_sl" })).toEqual({
      ok: false,
      reason: "faults",
      faults: ["phase_outside_original"],
    });
    const renamed = { ...bridge, kind: "stretch" as const };
    expect(await refused({ copiedFrom: "bridge_sl", content: renamed })).toMatchObject({
      faults: ["kind_of_original"],
    });
  });

  test("is assigned like any other; an edit leaves the running plan as it is, an archived one is offered no more", async () => {
    const item = await save(roller);
    const patientId = await inRelease();
    expect(await assignItems(clinician, patientId, [lineOf(item)])).toMatchObject({ ok: true, number: 1 });
    const next = await save({ ...roller, name: "Changed" }, { item: { id: item.item_id, base: 1 } });
    const desk = await planDesk(clinician, patientId);
    expect(desk?.running?.items.map(({ exercise }) => exercise)).toEqual([item.id]);
    expect(desk?.own.get(item.id)?.name).toBe("Roller on the stairs");
    expect(
      desk?.shelf
        .filter(({ id }) => id === item.id || id === next.id)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([item.id, next.id].sort());
    expect(await archiveClinicItem(clinician, item.item_id, true)).toBe(true);
    const later = await planDesk(clinician, patientId);
    expect(later?.shelf.some(({ id }) => id === next.id)).toBe(false);
    expect(await assignItems(clinician, patientId, [lineOf(next)])).toMatchObject({
      reason: "refused",
      refusals: [{ code: "unknown_exercise" }],
    });
    expect(await assignItems(clinician, patientId, desk?.running?.items ?? [])).toMatchObject({ ok: true, number: 2 });
  });

  test("is refused where its phase is closed, its own contraindication holds, or it is another clinic's", async () => {
    const patientId = await inRelease();
    const [closed, hidden, theirs] = [await save(bridge), await save(roller), await save(roller, {}, stranger)];
    const codes = async (item: typeof closed, ticks: AssignInput["ticks"] = []) =>
      assignItems(clinician, patientId, [lineOf(item)], { ticks });
    expect(await codes(closed)).toMatchObject({ refusals: [{ code: "closed_phase" }] });
    expect(await codes(hidden, ["prone_provokes_pain"])).toMatchObject({
      refusals: [{ code: "hidden", conditions: ["prone_provokes_pain"] }],
    });
    expect(await codes(theirs)).toMatchObject({ refusals: [{ code: "unknown_exercise" }] });
  });

  test("made from a copy carries the matrix of its original", async () => {
    const copy = await save({ ...contentOfLibrary("foam_quad")!, name: "Roller, soft" }, { copiedFrom: "foam_quad" });
    const patientId = await inRelease();
    const desk = await planDesk(clinician, patientId, { ticks: ["leg_circulation_poor"] });
    const [own, original] = [copy.id, "foam_quad"].map((id) => desk?.shelf.find((entry) => entry.id === id)?.verdict);
    expect(own?.effect).toBe("limit");
    expect(own?.cap).toEqual(original?.cap);
  });
});

describe("its easier and harder step", () => {
  const key = ({ item_id }: { item_id: string }) => clinicItemKey(item_id);
  const soft: ClinicItemContent = {
    ...roller,
    name: "Roller at the wall",
    easier: null,
    harder: null,
    contraindications: [],
  };

  test("are the clinic's own or the library's; the board steps down to the newest version and up into an open phase", async () => {
    const easy = await save(soft);
    const hard = await save({ ...soft, name: "Roller on the floor", easier: key(easy), harder: "nordic" });
    const newer = await save({ ...soft, name: "Roller at the door" }, { item: { id: easy.item_id, base: 1 } });
    const patientId = await inRelease();
    expect(await assignItems(clinician, patientId, [lineOf(hard)])).toMatchObject({ ok: true });
    const desk = await planDesk(clinician, patientId);
    const onShelf = desk?.shelf.find(({ id }) => id === hard.id);
    expect(onShelf?.easier).toBe(newer.id);
    expect(onShelf?.harder).toEqual({ to: "nordic", allowed: false, because: "closed_phase" });
    expect(desk?.shelf.find(({ id }) => id === newer.id)).toMatchObject({ allowed: true, name: "Roller at the door" });
    expect(await assignItems(clinician, patientId, [lineOf(newer)])).toMatchObject({ ok: true, number: 2 });
    await archiveClinicItem(clinician, easy.item_id, true);
    expect((await planDesk(clinician, patientId))?.shelf.find(({ id }) => id === hard.id)?.easier ?? null).toBeNull();
  });

  test("never lead back to itself, through whatever version and however many steps", async () => {
    const [a, b] = [await save(soft), await save(soft)];
    const change = (item: typeof a, content: Partial<ClinicItemContent>, base = 1) =>
      saveClinicItem(clinician, {
        item: { id: item.item_id, base },
        copiedFrom: null,
        content: { ...soft, ...content },
        photo: "keep",
      });
    expect(await change(a, { easier: key(a) })).toMatchObject({ faults: ["easier_in_circle"] });
    expect(await change(a, { easier: key(b) })).toMatchObject({ ok: true, number: 2 });
    expect(await change(b, { easier: key(a) })).toMatchObject({ faults: ["easier_in_circle"] });
    expect(await change(b, { harder: key(a) })).toMatchObject({ ok: true });
    expect(await change(a, { easier: null, harder: key(b) }, 2)).toMatchObject({ faults: ["harder_in_circle"] });
    const both = await Promise.all([save(soft), save(soft)]);
    const [one, other] = await Promise.all([
      change(both[0], { easier: key(both[1]) }),
      change(both[1], { easier: key(both[0]) }),
    ]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
  });

  test("of another clinic are not there", async () => {
    const theirs = await save(soft, {}, stranger);
    const named = { item: null, copiedFrom: null, content: { ...soft, easier: key(theirs) }, photo: "none" } as const;
    expect(await saveClinicItem(clinician, named)).toMatchObject({ faults: ["easier_unknown"] });
  });

  test("are offered on the phone with their photo, and logged in whatever version the phone had", async () => {
    const easy = await save(soft, { photo: JPEG });
    const hard = await save({ ...soft, name: "Roller on the floor", easier: key(easy) });
    const patientId = await inRelease();
    const line = lineOf(hard);
    expect(await assignItems(clinician, patientId, [line])).toMatchObject({ ok: true });
    const patient = { ...patientActor(patientId), patientId };
    const session = await portalSession(patient, null);
    if (session.kind !== "open") throw new Error(session.kind);
    expect(session.easier.get(line.id)?.exercise).toBe(easy.id);
    expect(session.plan?.own.get(easy.id)?.name).toBe("Roller at the wall");
    expect(await openExercisePhoto(patient, easy.photo_id!)).not.toBeNull();
    const sheet = await planSheet(clinician, patientId);
    if (sheet?.kind !== "plan") throw new Error(sheet?.kind);
    expect(sheet.easier.get(line.id)?.exercise).toBe(easy.id);
    expect([...sheet.photos]).toEqual([]);
    await save({ ...soft, name: "Roller at the door" }, { item: { id: easy.item_id, base: 1 } });
    await archiveClinicItem(clinician, easy.item_id, true);
    const log = (swappedTo: ClinicItemId) =>
      transaction(patient, (tx) =>
        logSession(tx, patient, {
          id: newId(),
          body: {
            planVersionId: session.plan!.versionId,
            performedAt: new Date().toISOString(),
            items: [{ key: line.id, outcome: "done", swappedTo }],
            ...{ painDuring: 1, painWorst24h: 2, effort: null, note: null, stopReason: null },
          },
          sentAt: new Date(),
          receivedAt: new Date(),
        }),
      );
    expect(await log(easy.id)).toMatchObject({ status: 200 });
    expect(await log((await save(soft)).id)).toMatchObject({ status: 404 });
    const progress = await progressOf(clinician, patientId);
    expect(progress?.log[0]?.items).toMatchObject([{ exercise: easy.id, swappedFrom: hard.id }]);
    expect(progress?.own.get(easy.id)?.name).toBe("Roller at the wall");
  });
});

describe("its photo", () => {
  test("is read by the clinic's staff and by patients with it on their plan, by nobody else", async () => {
    const item = await save(roller, { photo: JPEG });
    const photoId = item.photo_id!;
    const [withIt, without] = [await inRelease(), await inRelease()];
    expect(await assignItems(clinician, withIt, [lineOf(item)])).toMatchObject({ ok: true });
    expect(Buffer.from((await openExercisePhoto(clinician, photoId))!)).toEqual(Buffer.from(JPEG.bytes));
    expect(Buffer.from((await openExercisePhoto(patientActor(withIt), photoId))!)).toEqual(Buffer.from(JPEG.bytes));
    expect(await openExercisePhoto(patientActor(without), photoId)).toBeNull();
    for (const actor of [clinician, patientActor(withIt)]) {
      const sheet = await planSheet(actor, withIt);
      if (sheet?.kind !== "plan") throw new Error(sheet?.kind);
      expect([...sheet.photos.values()].map((bytes) => Buffer.from(bytes))).toEqual([Buffer.from(JPEG.bytes)]);
      expect([...((await sheetSource(actor, withIt))?.photos.keys() ?? [])]).toEqual([photoId]);
    }
    expect(await openExercisePhoto(stranger, photoId)).toBeNull();
  });

  test("is kept, replaced or removed with the next version, and the former one stays readable", async () => {
    const first = await save(roller, { photo: JPEG });
    const item = (base: number) => ({ id: first.item_id, base });
    const kept = await save(roller, { item: item(1), photo: "keep" });
    expect(kept.photo_id).toBe(first.photo_id);
    const removed = await save(roller, { item: item(2), photo: "none" });
    expect(removed.photo_id).toBeNull();
    expect(await openExercisePhoto(clinician, first.photo_id!)).not.toBeNull();
  });
});

test("what a plan may name never changes: versions and photos are append-only", async () => {
  const { item_id } = await save(roller, { photo: JPEG });
  for (const table of ["clinic_item_version", "exercise_photo"]) {
    const write = transaction(clinician, (tx) => tx.execute(`update ${table} set created_at = now()`));
    await expect(write, `${table} ${item_id}`).rejects.toThrow();
  }
});
