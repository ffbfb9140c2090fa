import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { portalSession } from "@/db/portal-session";
import type { Actor } from "@/db/scope";
import { type AssignedPlan, assignRows, type PatientActor, patientActor } from "@/db/testing/assigned-plan";
import { testDatabase } from "@/db/testing/database";
import { newTestClinic } from "@/db/testing/founded-clinic";
import { createPatientOf, workedCases } from "@/db/testing/worked-case";
import { once } from "@/db/write-receipt";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import type { SessionCorrection, SessionLog } from "@/domain/home-session/entry";
import { newId } from "@/domain/new-id";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { outboxKinds } from "./kinds";

const database = testDatabase();
const MINUTE = 60_000;
let clinician: Actor;
let patient: PatientActor;
let assigned: AssignedPlan;
let today: CalendarDay;
let count = 200;

async function patientWithPlan(): Promise<[PatientActor, AssignedPlan]> {
  const place = await createPatientOf(clinician, workedCases()[0]!, ++count);
  const template = { id: "release_quad_dominant", phase: "release", on: addDays(today, -10) } as const;
  return [patientActor(clinician, place.patientId), await assignRows(clinician, place, template)];
}

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  today = dayIn("Europe/London", new Date());
  [patient, assigned] = await patientWithPlan();
});

const log = (changes: Partial<SessionLog> = {}): SessionLog => ({
  planVersionId: assigned.versionId,
  performedAt: new Date().toISOString(),
  items: assigned.items.map(({ key }) => ({ key, outcome: "done" })),
  painDuring: 3,
  painWorst24h: 0,
  effort: "about_right",
  note: null,
  stopReason: null,
  ...changes,
});

type Kind = "session.log" | "session.correct" | "session.settled";

/** As the route does it. */
function send(actor: Actor, kind: Kind, id: string, body: unknown, clock: { sentAt?: Date; receivedAt?: Date } = {}) {
  const { sentAt = new Date(), receivedAt = new Date() } = clock;
  const { schema, write } = outboxKinds[kind];
  const read = schema.parse(body);
  return transaction(actor, (tx) =>
    once(tx, actor, { id, kind, body: read }, () =>
      write({ tx, actor, id, body: read as never, sentAt, receivedAt, handedById: null }),
    ),
  );
}

const stored = async (id: string) => (await database.admin`select * from home_session where id = ${id}`)[0];

describe("a session sent from the phone", () => {
  test("under twenty retries at once is stored once, and each is answered the same", async () => {
    const id = newId();
    const body = log();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(patient, "session.log", id, body)));
    expect(answers.filter(({ kind }) => kind === "first")).toHaveLength(1);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 200, answer: { sessionId: id, performedOn: today } });
    }
    const [sessions] = await database.admin`select count(*)::int as n from home_session where id = ${id}`;
    const [items] = await database.admin`select count(*)::int as n from home_session_item where session_id = ${id}`;
    expect([sessions!.n, items!.n]).toEqual([1, assigned.items.length]);
    expect(await stored(id)).toMatchObject({
      patient_id: patient.patientId,
      plan_version_id: assigned.versionId,
      outcome: "done",
      pain_during: 3,
      pain_worst24h: 0,
      effort: 2,
      source: "phone",
    });
  });

  test("with the same id and another body is refused", async () => {
    const id = newId();
    await send(patient, "session.log", id, log());
    expect(await send(patient, "session.log", id, log({ painDuring: 4 }))).toEqual({ kind: "other_body" });
    expect(await stored(id)).toMatchObject({ pain_during: 3 });
  });

  test("without a pain answer is no session, unless it was stopped", async () => {
    expect(() => send(patient, "session.log", newId(), log({ painWorst24h: null }))).toThrow();
    expect(() => send(patient, "session.log", newId(), log({ painDuring: 11 }))).toThrow();
    const id = newId();
    await send(patient, "session.log", id, log({ painDuring: null, painWorst24h: null, stopReason: "tingling" }));
    expect(await stored(id)).toMatchObject({ stop_reason: "tingling", pain_during: null });
    const [row] = await database.admin`select reasons from caseload_row where patient_id = ${patient.patientId}`;
    expect(JSON.stringify(row!.reasons)).toContain("red_stop");
  });

  test("that left only the walk out counts as done; one exercise left out makes it partly done", async () => {
    const [walk, foam] = ["walk_easy", "foam_quad"].map(
      (exercise) => assigned.items.find((item) => item.exercise === exercise)!.key,
    );
    const without = (left: string) =>
      assigned.items.map(({ key }) => ({ key, outcome: key === left ? ("skipped" as const) : ("done" as const) }));
    const [a, b] = [newId(), newId()];
    await send(patient, "session.log", a, log({ items: without(walk!) }));
    await send(patient, "session.log", b, log({ items: without(foam!) }));
    expect([(await stored(a))!.outcome, (await stored(b))!.outcome]).toEqual(["done", "partly"]);
  });
});

describe("a phone whose clock is wrong", () => {
  const at = new Date("2026-03-10T18:00:00Z");
  const later = (ms: number) => new Date(at.getTime() + ms);

  test("by two minutes is believed; by more it is corrected, and both clocks are kept", async () => {
    const [near, far] = [newId(), newId()];
    const performedAt = at.toISOString();
    await send(patient, "session.log", near, log({ performedAt }), {
      sentAt: later(MINUTE),
      receivedAt: later(3 * MINUTE),
    });
    await send(patient, "session.log", far, log({ performedAt }), {
      sentAt: later(MINUTE),
      receivedAt: later(3 * MINUTE + 1),
    });
    expect(await stored(near)).toMatchObject({ performed_at: at, clock_offset_ms: 2 * MINUTE });
    expect(await stored(far)).toMatchObject({
      performed_at: later(2 * MINUTE + 1),
      sent_at: later(MINUTE),
      received_at: later(3 * MINUTE + 1),
      clock_offset_ms: 2 * MINUTE + 1,
    });
  });

  test("a year behind still lands on the right day", async () => {
    const id = newId();
    await send(patient, "session.log", id, log({ performedAt: "2025-03-10T17:00:00Z" }), {
      sentAt: new Date("2025-03-10T18:00:00Z"),
      receivedAt: at,
    });
    expect(await stored(id)).toMatchObject({ performed_at: later(-60 * MINUTE) });
  });

  test("the day is the clinic's: just past midnight in London summer time", async () => {
    const id = newId();
    const performedAt = "2026-07-01T23:30:00Z";
    const now = new Date("2026-07-01T23:31:00Z");
    expect(
      await send(patient, "session.log", id, log({ performedAt }), { sentAt: now, receivedAt: now }),
    ).toMatchObject({
      answer: { performedOn: "2026-07-02" },
    });
  });
});

describe("what is not one's own", () => {
  test("another patient's plan, a foreign item, a clinician: not found, nothing stored", async () => {
    const [, theirs] = await patientWithPlan();
    const [a, b, c] = [newId(), newId(), newId()];
    const notFound = { status: 404, answer: { error: "not-found" } };
    const theirItems = theirs.items.map(({ key }) => ({ key, outcome: "done" as const }));
    expect(
      await send(patient, "session.log", a, log({ planVersionId: theirs.versionId, items: theirItems })),
    ).toMatchObject(notFound);
    expect(await send(patient, "session.log", b, log({ items: theirItems }))).toMatchObject(notFound);
    expect(await send(clinician, "session.log", c, log())).toMatchObject(notFound);
    for (const id of [a, b, c]) expect(await stored(id)).toBeUndefined();
  });

  test("another patient's session can't be corrected or answered", async () => {
    const [other, theirs] = await patientWithPlan();
    const id = newId();
    const theirItems = theirs.items.map(({ key }) => ({ key, outcome: "done" as const }));
    await send(other, "session.log", id, log({ planVersionId: theirs.versionId, items: theirItems }));
    expect(await send(patient, "session.settled", newId(), { sessionId: id, settled: true })).toMatchObject({
      status: 404,
    });
    expect(await send(patient, "session.correct", newId(), correction(id))).toMatchObject({ status: 404 });
  });
});

const correction = (sessionId: string, changes: Partial<SessionCorrection> = {}): SessionCorrection => {
  const { items, effort, note } = log();
  return {
    sessionId,
    changedAt: new Date().toISOString(),
    items,
    painDuring: 5,
    painWorst24h: 6,
    effort,
    note,
    ...changes,
  };
};

describe("changing the answers", () => {
  test("within a day writes them and keeps what stood before", async () => {
    const id = newId();
    await send(patient, "session.log", id, log({ note: "left looser" }));
    expect(await send(patient, "session.correct", newId(), correction(id, { note: null }))).toMatchObject({
      status: 200,
      answer: { version: 2 },
    });
    expect(await stored(id)).toMatchObject({ pain_during: 5, pain_worst24h: 6, note: null, version: 2 });
    const [kept] = await database.admin`select version, before from home_session_revision where session_id = ${id}`;
    expect(kept).toMatchObject({ version: 1, before: { painDuring: 3, painWorst24h: 0, note: "left looser" } });
  });

  test("24 hours after it arrived is still in time, a minute more is too late", async () => {
    const id = newId();
    const arrived = new Date(Date.now() - 3 * 24 * 60 * MINUTE);
    await send(patient, "session.log", id, log({ performedAt: arrived.toISOString() }), {
      sentAt: arrived,
      receivedAt: arrived,
    });
    const changed = (ms: number) => {
      const at = new Date(arrived.getTime() + ms);
      const body = correction(id, { changedAt: at.toISOString() });
      return send(patient, "session.correct", newId(), body, { sentAt: at, receivedAt: at });
    };
    expect(await changed(24 * 60 * MINUTE)).toMatchObject({ status: 200 });
    expect(await changed(24 * 60 * MINUTE + MINUTE)).toMatchObject({ status: 410 });
  });

  test("the next morning is answered once", async () => {
    const id = newId();
    await send(patient, "session.log", id, log());
    await send(patient, "session.settled", newId(), { sessionId: id, settled: false });
    await send(patient, "session.settled", newId(), { sessionId: id, settled: true });
    expect(await stored(id)).toMatchObject({ settled_next_morning: "no" });
  });
});

describe("which exercise, and how much of it", () => {
  const done = { sets: 1, reps: 8, seconds: null, kg: null };
  const planned = () => {
    const chained = assigned.items.flatMap(({ key, exercise }) => {
      const easier = isExerciseId(exercise) && exercise !== "walk_easy" ? exerciseById(exercise).regress_to : null;
      return easier === null ? [] : [{ key, exercise, easier }];
    });
    return chained[0]!;
  };
  const itemsWith = (changes: Partial<SessionLog["items"][number]>) =>
    assigned.items.map(({ key }) => ({ key, outcome: "done" as const, ...(key === planned().key && changes) }));

  test("an easier exercise in its place is logged as itself, with what it stood for", async () => {
    const id = newId();
    const { key, exercise, easier } = planned();
    await send(patient, "session.log", id, log({ items: itemsWith({ swappedTo: easier, done }) }));
    const [row] = await database.admin`select exercise, swapped_from, done from home_session_item
      where session_id = ${id} and item_key = ${key}`;
    expect(row).toEqual({ exercise: easier, swapped_from: exercise, done });
  });

  test("any other exercise is not found, and nothing is stored", async () => {
    const id = newId();
    const sent = await send(patient, "session.log", id, log({ items: itemsWith({ swappedTo: "nordic" }) }));
    expect(sent).toMatchObject({ status: 404 });
    expect(await stored(id)).toBeUndefined();
  });

  test("last time's numbers come back with their dose; those of an easier exercise don't", async () => {
    const { key, easier } = planned();
    await send(patient, "session.log", newId(), log({ items: itemsWith({ done }) }));
    await send(
      patient,
      "session.log",
      newId(),
      log({ items: itemsWith({ swappedTo: easier, done: { ...done, reps: 3 } }) }),
    );
    const session = await portalSession(patient, null);
    if (session.kind === "hold") throw new Error("on hold");
    expect(session.lastTimes.get(key)?.done).toEqual(done);
  });

  test("a correction says again which exercise it was, and the former numbers are kept", async () => {
    const id = newId();
    const { key, exercise, easier } = planned();
    await send(patient, "session.log", id, log({ items: itemsWith({ swappedTo: easier, done }) }));
    await send(patient, "session.correct", newId(), correction(id, { items: itemsWith({}) }));
    const [row] = await database.admin`select exercise, swapped_from, done from home_session_item
      where session_id = ${id} and item_key = ${key}`;
    expect(row).toEqual({ exercise, swapped_from: null, done: null });
    const [kept] = await database.admin`select before from home_session_revision where session_id = ${id}`;
    const before = kept!.before as { items: { key: string }[] };
    expect(before.items.find((item) => item.key === key)).toMatchObject({ swappedFrom: exercise, done });
  });
});
