import { beforeAll, describe, expect, test } from "vitest";
import { archiveTemplate, changeTemplate, listClinicTemplates, saveTemplate } from "./clinic-template";
import { planDesk } from "./plan-desk";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { assignItems, patientInCare } from "./testing/plan-desk";

testDatabase();
let clinician: Actor;
let stranger: Actor;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
});

describe("a template of the clinic's own", () => {
  test("is saved from a running plan, offered in its phase, and begins another patient's plan", async () => {
    const [from, to] = [await patientInCare(clinician), await patientInCare(clinician)];
    expect(await saveTemplate(clinician, { patientId: from, name: "Ours" })).toEqual({ ok: false, reason: "no_plan" });
    expect(await assignItems(clinician, from, null)).toMatchObject({ ok: true });
    const saved = await saveTemplate(clinician, { patientId: from, name: "Ours" });
    if (!saved.ok) throw new Error(saved.reason);
    const template = `clinic:${saved.key}`;
    const desk = await planDesk(clinician, to, { template });
    expect(desk?.ownTemplates.map(({ name }) => name)).toContain("Ours");
    expect(desk?.proposal).toMatchObject({ template, reasons: ["chosen"], left_out: [] });
    const running = await planDesk(clinician, from);
    expect(desk?.begin.items.map(({ exercise }) => exercise)).toEqual(
      running?.running?.items.map(({ exercise }) => exercise),
    );
    expect(await assignItems(clinician, to, desk?.begin.items ?? [], { template })).toMatchObject({ ok: true });
    expect((await planDesk(clinician, to))?.versions[0]?.template).toBe(template);
    expect((await listClinicTemplates(stranger)).templates).toEqual([]);
    expect(await saveTemplate(stranger, { patientId: from, name: "Theirs" })).toMatchObject({ reason: "not_found" });
  });

  test("changed or archived, it leaves every running plan as it is; matrix and phase act on it", async () => {
    const patientId = await patientInCare(clinician);
    await assignItems(clinician, patientId, null);
    const saved = await saveTemplate(clinician, { patientId, name: "Before" });
    if (!saved.ok) throw new Error(saved.reason);
    const before = await planDesk(clinician, patientId);
    const item = { ...(await listClinicTemplates(clinician)).templates[0]!.items[0]! };
    const strong = { ...item, exercise: "nordic" as const };
    const change = { name: "After", items: [item, strong] };
    expect(await changeTemplate(clinician, saved.key, 1, change)).toEqual({ ok: true });
    expect(await changeTemplate(clinician, saved.key, 1, change)).toEqual({ ok: false, reason: "stale" });
    expect(await changeTemplate(stranger, saved.key, 2, change)).toEqual({ ok: false, reason: "not_found" });
    expect((await planDesk(clinician, patientId))?.running?.items).toEqual(before?.running?.items);
    const desk = await planDesk(clinician, patientId, { template: `clinic:${saved.key}` });
    expect(desk?.proposal?.left_out).toMatchObject([{ exercise: "nordic", because: "closed_phase" }]);
    expect(await archiveTemplate(clinician, saved.key, true)).toBe(true);
    const later = await planDesk(clinician, patientId, { template: `clinic:${saved.key}` });
    expect(later?.ownTemplates.some(({ key }) => key === saved.key)).toBe(false);
    expect(later?.proposal?.template).not.toBe(`clinic:${saved.key}`);
  });
});
