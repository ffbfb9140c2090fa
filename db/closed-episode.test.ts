import { beforeAll, describe, expect, test } from "vitest";
import type { SessionLog } from "@/domain/home-session/entry";
import { newId } from "@/domain/new-id";
import { transaction } from "./client";
import { logSession } from "./home-session";
import type { Actor } from "./scope";
import { assignRows, patientActor } from "./testing/assigned-plan";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, workedCases } from "./testing/worked-case";

const database = testDatabase();
/** London in winter, so the clinic's clock is UTC's. */
const CLOSED = "2026-01-20";
let clinician: Actor;
let count = 600;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
});

/** A session of someone discharged on that day, as the phone sends it. */
async function sent(performedAt: string, receivedAt: Date) {
  count += 1;
  const place = await createPatientOf(clinician, workedCases()[0]!, count);
  const assigned = await assignRows(clinician, place, {
    id: "release_quad_dominant",
    phase: "release",
    on: "2026-01-10",
  });
  await database.admin`update episode set closed_on = ${CLOSED} where id = ${place.episodeId}`;
  const patient = patientActor(clinician, place.patientId);
  const id = newId();
  const body: SessionLog = {
    planVersionId: assigned.versionId,
    performedAt,
    items: assigned.items.map(({ key }) => ({ key, outcome: "done" })),
    ...{ painDuring: 0, painWorst24h: 2, effort: null, note: null, stopReason: null },
  };
  const answer = await transaction(patient, (tx) =>
    logSession(tx, patient, { id, body, sentAt: receivedAt, receivedAt }),
  );
  const [stored] = await database.admin`select outcome, performed_on::text as on from home_session where id = ${id}`;
  return { answer, stored };
}

describe("a session of an episode that was closed meanwhile", () => {
  test("counts when it was done until that day, however late it arrives", async () => {
    const { answer, stored } = await sent(`${CLOSED}T23:59:00Z`, new Date("2026-03-01T08:00:00Z"));
    expect(answer).toMatchObject({ status: 200, answer: { performedOn: CLOSED } });
    expect(stored).toMatchObject({ outcome: "done", on: CLOSED });
  });

  test("is refused with its reason when it was done after it, and nothing is stored", async () => {
    const { answer, stored } = await sent("2026-01-21T00:00:00Z", new Date("2026-01-21T00:01:00Z"));
    expect(answer).toEqual({ status: 410, answer: { error: "episode-closed" } });
    expect(stored).toBeUndefined();
  });
});
