import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import { CONTRAINDICATIONS } from "@/domain/vocabulary/contraindications";
import { FLAGS } from "@/domain/vocabulary/flags";
import { transaction } from "./client";
import { correctSession, logSession } from "./home-session";
import { planSheet } from "./plan-sheet";
import { portalAnswers } from "./portal-answers";
import type { SeenPlan } from "./portal-changes";
import { portalExport } from "./portal-export";
import { arePaused } from "./portal-place";
import { portalProgress } from "./portal-progress";
import { portalRecord } from "./portal-record";
import { portalSession } from "./portal-session";
import { portalToday } from "./portal-today";
import { consent } from "./schema/consent";
import { questionnaireResponse } from "./schema/finding";
import { homeSession } from "./schema/home-session";
import { plan, planPause } from "./schema/plan";
import type { Actor } from "./scope";
import { type AssignedPlan, assignRows, type PatientActor, patientActor } from "./testing/assigned-plan";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, missed, signDraft, type WorkedCase, workedCases } from "./testing/worked-case";

testDatabase();
let clinician: Actor;
let today: CalendarDay;
let count = 300;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  today = dayIn("Europe/London", new Date());
});

const caseOf = (id: string): WorkedCase => workedCases().find(({ case_id }) => case_id === id)!;

/** The first visits of a worked case, signed, and a Release plan. */
async function inRelease(id: string, visits: number) {
  const worked = caseOf(id);
  const place = await createPatientOf(clinician, worked, ++count);
  for (const [index, record] of worked.visits.slice(0, visits).entries()) {
    const { visitId } = await draftVisit(
      clinician,
      place.patientId,
      record,
      index === 0 ? worked.patient.mass_kg : undefined,
    );
    expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
  }
  const template = { id: "release_quad_dominant", phase: "release", on: addDays(today, -10) } as const;
  const assigned = await assignRows(clinician, place, template);
  return { worked, place, assigned, patient: patientActor(clinician, place.patientId) };
}

const NAMES = FLAGS.flatMap(({ id, name }) => [id, name]);

/** Every way a flag could be named in what a phone gets. */
function flagNamesIn(result: unknown): string[] {
  const text = JSON.stringify(result).toLowerCase();
  return NAMES.filter((name) => text.includes(name.toLowerCase()));
}

describe("a coming day, kept for flight mode", () => {
  test("is drawn as that day will be, up to three days ahead; any other day is today", async () => {
    const { patient } = await inRelease("C01", 2);
    const now = new Date();
    for (const days of [1, 2, 3]) {
      const on = addDays(today, days);
      const later = new Date(now.getTime() + days * 86_400_000);
      expect(await portalToday(patient, now, on)).toEqual(await portalToday(patient, later));
      expect(await portalSession(patient, null, now, on)).toEqual(await portalSession(patient, null, later));
    }
    for (const days of [-1, 0, 4]) {
      expect(await portalToday(patient, now, addDays(today, days))).toMatchObject({ today });
      expect(await portalSession(patient, null, now, addDays(today, days))).toMatchObject({ on: today });
    }
  });
});

describe("progress", () => {
  test("breaks where a visit was missed, not where one was cancelled", async () => {
    const { patient, place } = await inRelease("C01", 2);
    await missed(clinician, place.patientId, "did_not_attend", "2026-02-02");
    await missed(clinician, place.patientId, "cancelled", "2026-02-03");
    expect(await portalProgress(patient)).toMatchObject({ missed: [28] });
  });
});

describe("today", () => {
  test("with a plan: what to do, how long, and only the elasticity of what opens next", async () => {
    const { patient } = await inRelease("C01", 2);
    const found = await portalToday(patient);
    if (found.kind !== "open" || found.plan === null || found.plan === "ended") throw new Error(found.kind);
    expect(found.plan.session.map(({ exercise }) => exercise)).not.toContain("walk_easy");
    expect(found.plan.minutes).toBeGreaterThan(0);
    const last = caseOf("C01").visits[1]!;
    const ely = (side: string) => last.measures.find((one) => one.id === "ely_angle_deg" && one.side === side)?.value;
    expect(found.next).toMatchObject({ needed: 120, sides: [{ degrees: ely("L") }, { degrees: ely("R") }] });
    expect(JSON.stringify(found.next)).not.toMatch(/nprs|pain/);
    expect(flagNamesIn(found)).toEqual([]);
  });

  test("what stood against an exercise goes with it to today, the player and the sheet, its condition doesn't", async () => {
    const { patient } = await inRelease("C01", 2);
    const today = await portalToday(patient);
    const player = await portalSession(patient, null);
    const sheet = await planSheet(clinician, patient.patientId);
    if (today.kind !== "open" || today.plan === null || today.plan === "ended") throw new Error(today.kind);
    if (player.kind !== "open" || sheet?.kind !== "plan") throw new Error(player.kind);
    for (const { cautions } of [...today.plan.session, ...(player.plan?.session ?? []), ...sheet.items]) {
      expect(cautions).toEqual(["Light pressure."]);
    }
    expect(flagNamesIn([today, player.plan, [...player.easier], sheet.items, [...sheet.easier]])).toEqual([]);
  });

  test("with nothing assigned yet says so, and no more", async () => {
    const place = await createPatientOf(clinician, caseOf("C01"), ++count);
    const found = await portalToday(patientActor(clinician, place.patientId));
    expect(found).toMatchObject({ kind: "open", plan: null, calendar: [], next: null });
  });

  test("a new version is told until a session was logged on it", async () => {
    const { patient, place, assigned } = await inRelease("C01", 1);
    const second = await assignRows(clinician, place, { id: "release_no_tilt", phase: "release", on: today }, assigned);
    const changes = async () => {
      const found = await portalToday(patient);
      return found.kind === "open" ? found.changes : null;
    };
    expect((await changes())?.map((change) => change.kind)).toContain("added");
    const body = {
      planVersionId: second.versionId,
      performedAt: new Date().toISOString(),
      items: second.items.map(({ key }) => ({ key, outcome: "done" as const })),
      ...{ painDuring: 2, painWorst24h: 3, effort: null, note: null, stopReason: null },
    };
    const sent = { id: newId(), body, sentAt: new Date(), receivedAt: new Date() };
    await transaction(patient, (tx) => logSession(tx, patient, sent));
    expect(await changes()).toEqual([]);
    const found = await portalToday(patient);
    expect(found).toMatchObject({ doneToday: true });
    if (found.kind === "open") expect(found.calendar.find(({ on }) => on === today)?.mark).toBe("done");
  });

  test("every version since the last one seen or logged is told, and what paused by itself", async () => {
    const { patient, place, assigned } = await inRelease("C01", 1);
    const next = (id: string, after: AssignedPlan) =>
      assignRows(clinician, place, { id, phase: "release", on: today }, after);
    const told = async (seen: SeenPlan | null = null) => {
      const found = await portalToday(patient, new Date(), null, seen);
      if (found.kind !== "open") throw new Error(found.kind);
      return found.changes.map((change) => ("exercise" in change ? `${change.kind} ${change.exercise}` : change.kind));
    };
    const ids = (of: AssignedPlan) => of.items.map(({ exercise }) => exercise);
    const second = await next("release_no_tilt", assigned);
    const added = ids(second).filter((id) => !ids(assigned).includes(id));
    const third = await next("release_no_tilt", second);
    expect(await told()).toEqual(expect.arrayContaining(added.map((id) => `added ${id}`)));
    expect(await told({ versionId: second.versionId, at: new Date() })).toEqual([]);

    const [first] = third.items;
    // Told apart by their times: all three may be written within one millisecond here.
    const [before, paused, after] = [1, 2, 3].map((seconds) => new Date(Date.now() + seconds * 1000));
    await transaction(clinician, (tx) =>
      tx.insert(planPause).values({
        clinicId: clinician.clinicId,
        id: newId(),
        patientId: place.patientId,
        planId: third.planId,
        itemKey: first!.key,
        cause: "phase",
        startedOn: today,
        startedAt: paused!,
      }),
    );
    const seenAt = (at: Date | undefined) => ({ versionId: third.versionId, at: at! });
    expect(await told(seenAt(before))).toEqual([`paused ${first!.exercise}`]);
    expect(await told(seenAt(after))).toEqual([]);
    expect(await told({ versionId: newId(), at: new Date() })).toContain(`paused ${first!.exercise}`);
  });

  test("yesterday's pain is asked about once", async () => {
    const { patient, assigned } = await inRelease("C01", 1);
    const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
    const id = newId();
    const body = {
      planVersionId: assigned.versionId,
      performedAt: yesterday.toISOString(),
      items: assigned.items.map(({ key }) => ({ key, outcome: "done" as const })),
      ...{ painDuring: 4, painWorst24h: 4, effort: null, note: null, stopReason: null },
    };
    await transaction(patient, (tx) => logSession(tx, patient, { id, body, sentAt: yesterday, receivedAt: yesterday }));
    expect(await portalToday(patient)).toMatchObject({ toSettle: { sessionId: id, painDuring: 4 } });
    const dayAfter = new Date(Date.now() + 24 * 60 * 60_000);
    expect(await portalToday(patient, dayAfter)).toMatchObject({ toSettle: null });
  });

  test("each session's answers can be changed for a day from its arrival, past midnight and after a second one", async () => {
    const { patient, assigned } = await inRelease("C01", 1);
    const hour = 60 * 60_000;
    const now = new Date();
    const log = async (at: Date, painDuring: number) => {
      const id = newId();
      const body = {
        planVersionId: assigned.versionId,
        performedAt: at.toISOString(),
        items: assigned.items.map(({ key }) => ({ key, outcome: "partly" as const })),
        ...{ painDuring, painWorst24h: 4, effort: "hard" as const, note: "Left side felt looser", stopReason: null },
      };
      await transaction(patient, (tx) => logSession(tx, patient, { id, body, sentAt: at, receivedAt: at }));
      return id;
    };
    const [tooOld, evening, morning] = [
      await log(new Date(now.getTime() - 25 * hour), 1),
      await log(new Date(now.getTime() - 23 * hour), 2),
      await log(new Date(now.getTime() - hour), 3),
    ];
    const found = await portalToday(patient, now);
    if (found.kind !== "open") throw new Error(found.kind);
    expect(found.correctable.map(({ sessionId }) => sessionId)).toEqual([morning, evening]);

    const read = async (of: PatientActor, id: string) => {
      const answers = await portalAnswers(of, id, now);
      return answers.kind === "open" ? answers.answers : answers.kind;
    };
    const told = await read(patient, evening);
    expect(told).toMatchObject({ painDuring: 2, painWorst24h: 4, effort: 3, note: "Left side felt looser" });
    if (told === null || told === "hold") throw new Error("not told");
    expect(told.items.map(({ item, outcome }) => [item.id, outcome])).toEqual(
      assigned.items.map(({ key }) => [key, "partly"]),
    );
    expect(flagNamesIn(told)).toEqual([]);
    expect(await read(patient, tooOld)).toBeNull();
    expect(await read(patientActor(clinician, newId()), evening).catch(() => null)).toBeNull();
    const other = await inRelease("C01", 1);
    expect(await read(other.patient, evening)).toBeNull();
  });

  test("a session under way keeps its version; another patient's version is not shown", async () => {
    const { patient, place, assigned } = await inRelease("C01", 1);
    await assignRows(clinician, place, { id: "release_no_tilt", phase: "release", on: today }, assigned);
    const begun = await portalSession(patient, { versionId: assigned.versionId, on: today });
    expect(begun).toMatchObject({ plan: { versionId: assigned.versionId } });
    // A version of yesterday's plan is none of today's sessions any more two days later.
    const later = new Date(Date.now() + 2 * 24 * 60 * 60_000);
    expect(await portalSession(patient, { versionId: assigned.versionId, on: today }, later)).not.toMatchObject({
      plan: { versionId: assigned.versionId },
    });
    const other = await inRelease("C01", 1);
    const foreign = await portalSession(other.patient, { versionId: assigned.versionId, on: today });
    expect(foreign).toMatchObject({ plan: { versionId: other.assigned.versionId } });
  });
});

describe("a session under way while the clinic takes its plan away", () => {
  const end = (planId: string, on: CalendarDay) =>
    transaction(clinician, (tx) => tx.update(plan).set({ endedOn: on }).where(eq(plan.id, planId)));

  test("finishes on the version it began when another plan takes its place, and is logged on it", async () => {
    const { patient, place, assigned } = await inRelease("C01", 1);
    const begun = { versionId: assigned.versionId, on: today };
    await end(assigned.planId, today);
    const next = await assignRows(clinician, place, { id: "release_no_tilt", phase: "release", on: today });
    const found = await portalSession(patient, begun);
    expect(found).toMatchObject({ on: today, plan: { versionId: assigned.versionId } });
    expect(await portalSession(patient, null)).toMatchObject({ plan: { versionId: next.versionId } });
    const body = {
      planVersionId: assigned.versionId,
      performedAt: new Date().toISOString(),
      items: assigned.items.map(({ key }) => ({ key, outcome: "done" as const })),
      ...{ painDuring: 0, painWorst24h: 1, effort: null, note: null, stopReason: null },
    };
    const sent = { id: newId(), body, sentAt: new Date(), receivedAt: new Date() };
    const stored = await transaction(patient, (tx) => logSession(tx, patient, sent));
    expect(stored).toMatchObject({ status: 200, answer: { performedOn: today } });
    // Another patient's ended plan opens nothing.
    const other = await inRelease("C01", 1);
    expect(await portalSession(other.patient, begun)).toMatchObject({ plan: { versionId: other.assigned.versionId } });
  });

  test("ends with a plan that ended without another, or the day before the session", async () => {
    const { patient, place, assigned } = await inRelease("C01", 1);
    const begun = { versionId: assigned.versionId, on: today };
    await end(assigned.planId, today);
    expect(await portalSession(patient, begun)).toMatchObject({ plan: null });
    await end(assigned.planId, addDays(today, -1));
    const next = await assignRows(clinician, place, { id: "release_no_tilt", phase: "release", on: today });
    expect(await portalSession(patient, begun)).toMatchObject({ plan: { versionId: next.versionId } });
  });
});

describe("progress and record", () => {
  test("pain, function and the stretch of the thigh; no strength, no tilt, nobody's name on a value, no flag", async () => {
    const { patient } = await inRelease("C01", 3);
    const found = await portalProgress(patient);
    if (found.kind !== "open") throw new Error(found.kind);
    expect(found.outcomes.map(({ measure }) => measure)).toContain("nprs_worst");
    expect(found.stretch.map(({ side, needed }) => [side, needed])).toEqual([
      ["L", 120],
      ["R", 120],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/tilt|force|torque|hq_ratio/);
    expect(JSON.stringify(found)).not.toContain(clinician.membershipId);
    const record = await portalRecord(patient);
    expect(record).toMatchObject({ person: { familyName: "C01" }, care: { clinician: "Ada Owner" }, sessions: [] });
    const file = await portalExport(patient);
    expect(file.plans).toHaveLength(1);
    expect(flagNamesIn([found, record, file])).toEqual([]);
  });

  test("the file holds what the rooms show: progress, plans with dates and limits, sessions with source and every change", async () => {
    const { patient, place, assigned } = await inRelease("C01", 2);
    const at = new Date(Date.now() - 60_000);
    const id = newId();
    const answers = {
      items: assigned.items.map(({ key }) => ({ key, outcome: "done" as const })),
      ...{ painDuring: 2, painWorst24h: 3, effort: null, note: null },
    };
    const body = { planVersionId: assigned.versionId, performedAt: at.toISOString(), ...answers, stopReason: null };
    const later = { sessionId: id, changedAt: new Date().toISOString(), ...answers, painDuring: 4 };
    await transaction(patient, (tx) => logSession(tx, patient, { id, body, sentAt: at, receivedAt: at }));
    await transaction(patient, (tx) =>
      correctSession(tx, patient, { id: newId(), body: later, sentAt: new Date(), receivedAt: new Date() }),
    );
    const { clinicId } = clinician;
    const { patientId, episodeId } = place;
    await transaction(clinician, async (tx) => {
      const recalled = { source: "recall" as const, outcome: "partly" as const, performedOn: addDays(today, -3) };
      await tx.insert(homeSession).values({ clinicId, id: newId(), patientId, episodeId, ...recalled });
      for (const [state, days] of [
        ["given", -5],
        ["withdrawn", -2],
      ] as const) {
        const entry = { item: "sharing", state, consentedOn: addDays(today, days), language: "en" };
        await tx
          .insert(consent)
          .values({ clinicId, id: newId(), patientId, explainedById: clinician.membershipId, ...entry });
      }
    });
    const file = await portalExport(patient);
    expect(file.sessions.map(({ source, performedAt, painDuring }) => [source, performedAt, painDuring])).toEqual([
      ["recall", null, null],
      ["phone", at, 4],
    ]);
    expect(file.corrections).toMatchObject([{ sessionId: id, before: { painDuring: 2 } }]);
    expect(file.consents.filter(({ item }) => item === "sharing").map(({ state }) => state)).toEqual([
      "given",
      "withdrawn",
    ]);
    expect(file.plans[0]).toMatchObject({ phase: "release", endedOn: null });
    expect(file.plans[0]?.items[0]).toMatchObject({ until: null, cautions: ["Light pressure."], reduced: null });
    expect(file.progress?.values.map(({ measure }) => measure)).toContain("nprs_worst");
    expect(file.progress).toMatchObject({ sessionsDone: 2 });
    expect(file.reports).toEqual([]);
    expect(flagNamesIn(file)).toEqual([]);
  });

  test("questionnaires leave with what was answered: no score is null, 0 is a score", async () => {
    const { patient, place } = await inRelease("C01", 1);
    const filled = (
      instrument: string,
      on: string,
      given: { completed: boolean; score: number | null; answers: object },
    ) => ({
      ...{ clinicId: clinician.clinicId, id: newId(), ...place, instrument, instrumentVersion: "1", language: "en" },
      ...{ filledBy: "patient" as const, filledAt: new Date(on), ...given, answers: { ...given.answers } },
    });
    await transaction(clinician, (tx) =>
      tx
        .insert(questionnaireResponse)
        .values([
          filled("psfs", "2026-03-02T10:00:00Z", { completed: false, score: null, answers: { activities: [] } }),
          filled("rmdq", "2026-03-01T10:00:00Z", { completed: true, score: 0, answers: { ticked: [] } }),
        ]),
    );
    const told = JSON.parse(JSON.stringify((await portalExport(patient)).questionnaires));
    expect(told).toEqual([
      {
        ...{ instrument: "rmdq", version: "1", language: "en", filledBy: "patient" },
        ...{ filledAt: "2026-03-01T10:00:00.000Z", completed: true, score: 0, answers: { ticked: [] } },
      },
      {
        ...{ instrument: "psfs", version: "1", language: "en", filledBy: "patient" },
        ...{ filledAt: "2026-03-02T10:00:00.000Z", completed: false, score: null, answers: { activities: [] } },
      },
    ]);
    const other = await inRelease("C01", 1);
    expect((await portalExport(other.patient)).questionnaires).toEqual([]);
  });

  test("of another patient: neither the person nor a session of theirs", async () => {
    const [one, other] = [await inRelease("C01", 1), await inRelease("C04", 1)];
    const text = JSON.stringify([await portalRecord(one.patient), await portalExport(one.patient)]);
    expect(text).not.toContain("C04");
    expect(text).not.toContain(other.assigned.versionId);
  });
});

describe("on hold", () => {
  const everything = (patient: PatientActor) =>
    Promise.all([portalToday(patient), portalSession(patient, null), portalProgress(patient), arePaused(patient)]);

  test("by a block in a draft, before any signature: nothing but the hold leaves", async () => {
    const { patient, worked, place } = await inRelease("C04", 1);
    expect(await arePaused(patient)).toBe(false);
    await draftVisit(clinician, place.patientId, worked.visits[1]!);
    expect(await everything(patient)).toEqual([{ kind: "hold" }, { kind: "hold" }, { kind: "hold" }, true]);
  });

  test("by a signed visit, and on until a plan is assigned after the clearance", async () => {
    const { patient, worked, place } = await inRelease("C04", 1);
    for (const record of worked.visits.slice(1)) {
      const { visitId } = await draftVisit(clinician, place.patientId, record);
      await signDraft(clinician, visitId);
      const found = await everything(patient);
      expect(found).toEqual([{ kind: "hold" }, { kind: "hold" }, { kind: "hold" }, true]);
      expect(flagNamesIn(found)).toEqual([]);
    }
  });

  test("the list of names that are looked for is the vocabulary's, and it finds one", () => {
    expect(NAMES.length).toBeGreaterThan(50);
    expect(CONTRAINDICATIONS.length).toBeGreaterThan(0);
    expect(flagNamesIn({ condition: FLAGS[0]!.id })).not.toEqual([]);
  });
});
