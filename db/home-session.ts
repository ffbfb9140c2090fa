/** Sessions done at home as the phone logs them: stored once, corrected with their history, never on another's plan. */
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { dayIn } from "@/domain/clinic-clock";
import { effortNumber, type Outcome, sessionOutcome } from "@/domain/home-session/check-in";
import { isCorrectable } from "@/domain/home-session/correctable";
import type { SessionCorrection, SessionLog, SettledNextMorning } from "@/domain/home-session/entry";
import { onServerClock } from "@/domain/home-session/phone-clock";
import { newId } from "@/domain/new-id";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import { easierRef, type StepRef, stepRefTo } from "@/domain/plan/clinic-item";
import { countsTowardsAdherence } from "@/domain/plan/schedule";
import { refreshCaseload } from "./caseload-refresh";
import type { Tx } from "./client";
import { namedClinicItems } from "./clinic-item";
import { clinic } from "./schema/clinic";
import { homeSession, homeSessionItem, homeSessionRevision } from "./schema/home-session";
import { episode } from "./schema/patient";
import { plan, planItem, planVersion } from "./schema/plan";
import type { Actor } from "./scope";
import type { Answer } from "./write-receipt";

type Sent<Body> = { id: string; body: Body; sentAt: Date; receivedAt: Date };

/** An offset beyond this (24 days) is still derivable from the two instants kept beside it. */
const INT4_MAX = 2 ** 31 - 1;

const NOT_FOUND = { status: 404, answer: { error: "not-found" } } as const;
const EPISODE_CLOSED = { status: 410, answer: { error: "episode-closed" } } as const;

/**
 * Stores a session against the plan version it began on. Its id is the phone's: what is stored already is answered as
 * stored. A version or item that isn't this patient's is not found. What was done until the day the episode closed
 * counts however late it arrives; what was done afterwards belongs to no episode and is refused, so that the phone says so.
 */
export async function logSession(tx: Tx, actor: Actor, sent: Sent<SessionLog>): Promise<Answer<unknown>> {
  const { id, body, sentAt, receivedAt } = sent;
  const { patientId } = actor;
  if (patientId === null) return NOT_FOUND;
  const items = await itemsOf(tx, actor, body.planVersionId);
  const [first] = items;
  if (!first) return NOT_FOUND;
  const known = new Map(items.map((item) => [item.key, item]));
  if (!(await arePlanned(tx, actor, body.items, known))) return NOT_FOUND;

  const clock = onServerClock({ happenedAt: new Date(body.performedAt), sentAt, receivedAt });
  const performedOn = dayIn(await timeZone(tx, actor), clock.at);
  if (first.closedOn !== null && performedOn > first.closedOn) return EPISODE_CLOSED;
  const stored = await tx
    .insert(homeSession)
    .values({
      clinicId: actor.clinicId,
      id,
      patientId,
      episodeId: first.episodeId,
      planVersionId: body.planVersionId,
      performedOn,
      performedAt: clock.at,
      sentAt,
      receivedAt,
      clockOffsetMs: Math.max(-INT4_MAX, Math.min(INT4_MAX, clock.offsetMs)),
      source: "phone",
      stopReason: body.stopReason,
      ...checkIn(body, known),
    })
    .onConflictDoNothing()
    .returning({ id: homeSession.id });
  if (stored.length > 0) {
    await writeItems(tx, actor, patientId, { sessionId: id, items: body.items, known });
    await refreshCaseload(tx, actor, patientId, receivedAt);
  }
  return { status: 200, answer: { sessionId: id, performedOn } };
}

/** Writes other answers over a session within 24 hours of its arrival; what stood before is kept. */
export async function correctSession(tx: Tx, actor: Actor, sent: Sent<SessionCorrection>): Promise<Answer<unknown>> {
  const { body, sentAt, receivedAt } = sent;
  const { patientId } = actor;
  if (patientId === null) return NOT_FOUND;
  const mine = ownSession(actor, patientId, body.sessionId);
  const [before] = await tx
    .select({
      outcome: homeSession.outcome,
      painDuring: homeSession.painDuring,
      painWorst24h: homeSession.painWorst24h,
      effort: homeSession.effort,
      note: homeSession.note,
      noteReadAt: homeSession.noteReadAt,
      arrivedAt: homeSession.receivedAt,
      planVersionId: homeSession.planVersionId,
      version: homeSession.version,
    })
    .from(homeSession)
    .where(and(mine, eq(homeSession.source, "phone")))
    .for("update");
  if (!before) return NOT_FOUND;
  const { at: changedAt } = onServerClock({ happenedAt: new Date(body.changedAt), sentAt, receivedAt });
  if (!isCorrectable({ receivedAt: before.arrivedAt }, changedAt)) {
    return { status: 410, answer: { error: "too-late" } };
  }
  const items = await tx
    .select({
      key: homeSessionItem.itemKey,
      exercise: homeSessionItem.exercise,
      swappedFrom: homeSessionItem.swappedFrom,
      outcome: homeSessionItem.outcome,
      done: homeSessionItem.done,
    })
    .from(homeSessionItem)
    .where(and(eq(homeSessionItem.clinicId, actor.clinicId), eq(homeSessionItem.sessionId, body.sessionId)));
  const { version, arrivedAt: _arrived, noteReadAt, planVersionId, ...answers } = before;
  const planned = planVersionId === null ? [] : await itemsOf(tx, actor, planVersionId);
  const known = new Map(planned.map((item) => [item.key, item]));
  if (!(await arePlanned(tx, actor, body.items, known))) return NOT_FOUND;

  await tx.insert(homeSessionRevision).values({
    clinicId: actor.clinicId,
    id: newId(),
    patientId,
    sessionId: body.sessionId,
    version,
    before: { ...answers, items },
    at: receivedAt,
  });
  const next = checkIn(body, known);
  await tx
    .update(homeSession)
    .set({
      ...next,
      version: version + 1,
      // Another note is another message: it waits to be read again.
      ...(noteReadAt !== null && next.note !== before.note && { noteReadAt: null, noteReadById: null }),
    })
    .where(mine);
  await writeItems(tx, actor, patientId, { sessionId: body.sessionId, items: body.items, known });
  await refreshCaseload(tx, actor, patientId, receivedAt);
  return { status: 200, answer: { sessionId: body.sessionId, version: version + 1 } };
}

/** Whether the pain was back to usual the next morning: asked once, the first answer stands. */
export async function answerSettled(tx: Tx, actor: Actor, sent: Sent<SettledNextMorning>): Promise<Answer<unknown>> {
  const { body, receivedAt } = sent;
  const { patientId } = actor;
  if (patientId === null) return NOT_FOUND;
  const mine = ownSession(actor, patientId, body.sessionId);
  const [found] = await tx.select({ id: homeSession.id }).from(homeSession).where(mine);
  if (!found) return NOT_FOUND;
  await tx
    .update(homeSession)
    .set({ settledNextMorning: body.settled ? "yes" : "no" })
    .where(and(mine, isNull(homeSession.settledNextMorning)));
  await refreshCaseload(tx, actor, patientId, receivedAt);
  return { status: 200, answer: { sessionId: body.sessionId } };
}

const ownSession = (actor: Actor, patientId: string, sessionId: string) =>
  and(eq(homeSession.clinicId, actor.clinicId), eq(homeSession.id, sessionId), eq(homeSession.patientId, patientId));

type Answers = Pick<SessionLog, "items" | "painDuring" | "painWorst24h" | "effort" | "note">;

/** Exercises by item key, the easier one that may stand in, and whether they count towards adherence. */
type Known = ReadonlyMap<string, { exercise: string; easier: StepRef | null; counts: boolean }>;

/**
 * Items of the version, done themselves or by their easier exercise; no other exercise gets into the log. A clinic's own
 * one stands in in any version: the phone may have kept an earlier one.
 */
async function arePlanned(tx: Tx, actor: Actor, items: Answers["items"], known: Known): Promise<boolean> {
  const own = await namedClinicItems(
    tx,
    actor,
    items.flatMap(({ swappedTo }) => swappedTo ?? []),
  );
  return items.every(({ key, swappedTo }) => {
    const item = known.get(key);
    if (item === undefined || swappedTo === undefined) return item !== undefined;
    const done = stepRefTo(swappedTo, own);
    return done !== null && done === item.easier;
  });
}

function writeItems(
  tx: Tx,
  actor: Actor,
  patientId: string,
  { sessionId, items, known }: { sessionId: string; items: Answers["items"]; known: Known },
) {
  return tx
    .insert(homeSessionItem)
    .values(
      items.map(({ key, outcome, swappedTo, done }) => {
        const planned = known.get(key)?.exercise ?? "";
        return {
          clinicId: actor.clinicId,
          patientId,
          sessionId,
          itemKey: key,
          exercise: swappedTo ?? planned,
          swappedFrom: swappedTo === undefined ? null : planned,
          outcome,
          done: outcome === "skipped" ? null : (done ?? null),
        };
      }),
    )
    .onConflictDoUpdate({
      target: [homeSessionItem.clinicId, homeSessionItem.sessionId, homeSessionItem.itemKey],
      set: {
        outcome: sql`excluded.outcome`,
        exercise: sql`excluded.exercise`,
        swappedFrom: sql`excluded.swapped_from`,
        done: sql`excluded.done`,
      },
    });
}

/** A walk or a cold pack left out makes no session partly done. */
function checkIn({ items, painDuring, painWorst24h, effort, note }: Answers, known: Known) {
  const counting = items.filter(({ key }) => known.get(key)?.counts === true);
  return {
    outcome: sessionOutcome((counting.length > 0 ? counting : items).map((item): Outcome => item.outcome)),
    painDuring,
    painWorst24h,
    effort: effort === null ? null : effortNumber(effort),
    note: note === "" ? null : note,
  };
}

/** Empty when the version isn't this patient's. */
async function itemsOf(tx: Tx, actor: Actor, planVersionId: string) {
  const rows = await tx
    .select({
      key: planItem.itemKey,
      exercise: planItem.exercise,
      episodeId: plan.episodeId,
      closedOn: episode.closedOn,
    })
    .from(planItem)
    .innerJoin(
      planVersion,
      and(eq(planVersion.clinicId, planItem.clinicId), eq(planVersion.id, planItem.planVersionId)),
    )
    .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
    .innerJoin(episode, and(eq(episode.clinicId, plan.clinicId), eq(episode.id, plan.episodeId)))
    .where(
      and(
        eq(planItem.clinicId, actor.clinicId),
        eq(planItem.patientId, actor.patientId ?? ""),
        eq(planItem.planVersionId, planVersionId),
      ),
    );
  const exercises = rows.map(({ exercise }) => exercise as PlanExerciseId);
  const own = await namedClinicItems(tx, actor, exercises);
  return rows.map((row) => ({
    ...row,
    easier: easierRef(row.exercise as PlanExerciseId, own),
    counts: countsTowardsAdherence({ exercise: row.exercise as PlanExerciseId }, own),
  }));
}

async function timeZone(tx: Tx, actor: Actor): Promise<string> {
  const [row] = await tx.select({ timeZone: clinic.timeZone }).from(clinic).where(eq(clinic.id, actor.clinicId));
  if (!row) throw new Error("The actor's clinic is missing");
  return row.timeZone;
}
