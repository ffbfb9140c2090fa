/** A report names the plan of its time, though that has ended since. */
import { beforeAll, expect, test } from "vitest";
import { closeEpisode } from "@/db/episode";
import { progressOf } from "@/db/progress";
import type { Actor } from "@/db/scope";
import { testDatabase } from "@/db/testing/database";
import { planBegun, planEnded } from "@/db/testing/dated-plan";
import { newTestClinic } from "@/db/testing/founded-clinic";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { reportInput } from "./report-source";

testDatabase();
let clinician: Actor;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
});

const MAKER = { name: "Ana", registration: null, at: new Date("2026-10-15T09:00:00Z") };
const planIn = async (patientId: string, episodeId: string, to: CalendarDay) => {
  const progress = await progressOf(clinician, patientId, episodeId);
  return progress && reportInput(progress, [], { from: progress.startedOn, to }, MAKER)?.plan;
};

test("a plan that ended stands in a report of its days and in none of later ones", async () => {
  const { patientId, episodeId, today } = await planBegun(clinician);
  await planEnded(clinician, patientId, addDays(today, -5));
  expect(await planIn(patientId, episodeId, addDays(today, -6))).toMatchObject({ version: 1 });
  expect(await planIn(patientId, episodeId, today)).toBeNull();
});

test("a report of a closed episode names the plan it ended with", async () => {
  const { patientId, episodeId, today } = await planBegun(clinician);
  expect(await closeEpisode(clinician, patientId, { reason: "goals_met", note: null })).toEqual({ ok: true });
  expect(await planIn(patientId, episodeId, addDays(today, 30))).toMatchObject({ version: 1 });
});
