/** A plan that has ended, and pauses of single items, count for the days they stood for. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar-day";
import { adherenceSince } from "./adherence";
import { transaction } from "./client";
import { saveDiary } from "./diary";
import { closeEpisode, openEpisode } from "./episode";
import { endPlan } from "./plan";
import { progressOf } from "./progress";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { type DatedPlan, itemsPaused, logsBy, planBegun, planEnded } from "./testing/dated-plan";
import { newTestClinic } from "./testing/founded-clinic";

testDatabase();
let clinician: Actor;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
});

const counted = (place: DatedPlan) =>
  transaction(clinician, (tx) => adherenceSince(tx, clinician, { ...place, visitOn: place.today, since: place.began }));

describe("adherence", () => {
  test("counts an ended plan until its end, and nothing after it", async () => {
    const place = await planBegun(clinician);
    const before = await counted(place);
    await planEnded(clinician, place.patientId, addDays(place.today, -5));
    const after = await counted(place);
    expect(after?.prescribed).toBeGreaterThan(0);
    expect(after?.prescribed).toBeLessThan(before?.prescribed ?? 0);
  });

  test("leaves the days out on which every item was paused, and none before", async () => {
    const place = await planBegun(clinician);
    const before = await counted(place);
    await itemsPaused(clinician, place.patientId, addDays(place.today, -5));
    const after = await counted(place);
    expect(after?.prescribed).toBeGreaterThan(0);
    expect(after?.prescribed).toBeLessThan(before?.prescribed ?? 0);
  });

  test("takes diary days as recalled", async () => {
    const place = await planBegun(clinician);
    await logsBy(clinician, place.patientId, "paper");
    const unknown = { painDuring: null, painWorst24h: null };
    const days = [{ on: addDays(place.today, -3), mark: "all" as const, source: "diary" as const, ...unknown }];
    expect(await saveDiary(clinician, place.patientId, days)).toMatchObject({ ok: true, changed: 1 });
    expect(await counted(place)).toMatchObject({ done: 1, source: "recall" });
  });
});

test("a plan ended by hand stays on the progress page with its weeks", async () => {
  const { patientId, episodeId } = await planBegun(clinician);
  expect(await endPlan(clinician, patientId, 1)).toEqual({ ok: true });
  const progress = await progressOf(clinician, patientId, episodeId);
  expect(progress).toMatchObject({ running: null, plans: [{ versions: [{ number: 1 }] }] });
  expect(progress?.weeks.length).toBeGreaterThan(0);
});

test("a closed episode keeps its plan and its weeks while another is open", async () => {
  const { patientId, episodeId, today } = await planBegun(clinician);
  expect(await closeEpisode(clinician, patientId, { reason: "goals_met", note: null })).toEqual({ ok: true });
  const next = { complaint: "Again", onsetOn: null, startedOn: today, responsibleId: clinician.membershipId };
  expect(await openEpisode(clinician, patientId, { ...next, transfer: null })).toEqual({ ok: true });
  expect(await progressOf(clinician, patientId)).toMatchObject({ closedOn: null, plans: [], course: [] });
  const closed = await progressOf(clinician, patientId, episodeId);
  expect(closed).toMatchObject({ closedOn: today, plans: [{ endedOn: today }] });
  expect(closed?.weeks.some(({ prescribed }) => prescribed > 0)).toBe(true);
});
