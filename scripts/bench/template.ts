/** The patients that all others are copied from: entered, judged and signed visit by visit, the way a clinician does it. */

import { refreshCaseload } from "@/db/caseload-refresh";
import { transaction } from "@/db/client";
import { episode, patient } from "@/db/schema/patient";
import type { Actor } from "@/db/scope";
import { signVisitIn } from "@/db/sign-visit";
import { type WorkedCase, workedCases } from "@/db/testing/worked-case";
import { startVisitIn } from "@/db/visit";
import { saveDraftFields } from "@/db/visit-draft";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { MeasureRecord, VisitRecord } from "@/domain/record";
import { writeDraft } from "@/domain/visit/write-draft";

export const LONG_VISITS = 20;
export const LONG_MEASURES = 12;
const WEEK = 7;
/** Their first visits differ in phase, statement and flags. */
const SHORT_CASES = ["C01", "C05", "C06", "C07", "C09"];

/** One in ten patients is like the first; the others are like the rest, with one visit each. */
export async function enterTemplates(actor: Actor, today: CalendarDay): Promise<{ long: string; short: string[] }> {
  const cases = new Map(workedCases().map((worked) => [worked.case_id, worked]));
  const named = (id: string): WorkedCase => {
    const worked = cases.get(id);
    if (!worked) throw new Error(`no worked case ${id}`);
    return worked;
  };
  const long = await enter(actor, named("C01"), longCourse(named("C01")), addDays(today, -WEEK * LONG_VISITS), 1);
  const short: string[] = [];
  for (const [k, id] of SHORT_CASES.entries()) {
    const visits = named(id)
      .visits.slice(0, 1)
      .map((visit) => ({ ...visit, day: 0 }));
    short.push(await enter(actor, named(id), visits, addDays(today, -3 * (k + 1)), k + 2));
  }
  return { long, short };
}

/** Weekly visits that repeat the signs of the case's first one, with twelve measures that move a little each time. */
export function longCourse(worked: WorkedCase): VisitRecord[] {
  const [first] = worked.visits;
  if (!first) throw new Error(`${worked.case_id} has no visit`);
  const measures = first.measures.filter(({ id }) => MOVING.has(id)).slice(0, LONG_MEASURES);
  if (measures.length !== LONG_MEASURES) throw new Error(`${worked.case_id} has ${measures.length} measures to repeat`);
  return Array.from({ length: LONG_VISITS }, (_, k) => ({
    visit: k + 1,
    day: k * WEEK,
    flags: [],
    signs: first.signs,
    measures: measures.map((measure) => moved(measure, k)),
  }));
}

/** Change per five visits; small enough that no gate opens and nothing has to be decided. */
const MOVING = new Map([
  ["ely_angle_deg", 1],
  ["mtt_hip_deg", 0],
  ["mtt_knee_deg", 1],
  ["ham_force_n", 2],
  ["nprs_worst", -1],
  ["nprs_current", -1],
  ["rmdq_score", -1],
  ["psfs_avg", 0.5],
]);

function moved(measure: MeasureRecord, visit: number): MeasureRecord {
  return { ...measure, value: Math.max(0, measure.value + (MOVING.get(measure.id) ?? 0) * Math.floor(visit / 5)) };
}

/** What a visit needs for signing beside what the rules read. */
const SIGNABLE = [
  { path: "treatment.none", value: {} },
  { path: "next_review", value: { on: "open" } },
];

/** The fields of a follow-up visit as it stands just before it is signed. */
export function draftOf(record: VisitRecord, dayZero: CalendarDay): { path: string; value: unknown; base: number }[] {
  const fields = writeDraft(record, dayZero, { who: "Dr A. Osei", what: "Examined, may exercise again" });
  return [...fields, ...SIGNABLE].map((field) => ({ ...field, base: 0 }));
}

async function enter(
  actor: Actor,
  worked: WorkedCase,
  visits: VisitRecord[],
  dayZero: CalendarDay,
  number: number,
): Promise<string> {
  const patientId = newId();
  await transaction(actor, async (tx) => {
    await tx.insert(patient).values({
      clinicId: actor.clinicId,
      id: patientId,
      number,
      givenName: "Template",
      familyName: worked.case_id,
      familyKey: `${worked.case_id.toLowerCase()} template`,
      givenKey: `template ${worked.case_id.toLowerCase()}`,
      birthDate: `${Number(dayZero.slice(0, 4)) - worked.patient.age}-01-01`,
      sex: worked.patient.sex,
      dominantSide: worked.patient.dominant_side ?? null,
      heightCm: worked.patient.height_cm ?? null,
    });
    await tx.insert(episode).values({
      clinicId: actor.clinicId,
      id: newId(),
      patientId,
      dayZero,
      startedOn: dayZero,
      complaint: "Low back pain when sitting",
      responsibleId: actor.membershipId,
    });
  });
  for (const record of visits) await enterVisit(actor, patientId, record, dayZero);
  await transaction(actor, (tx) => refreshCaseload(tx, actor, patientId));
  return patientId;
}

function enterVisit(actor: Actor, patientId: string, record: VisitRecord, dayZero: CalendarDay): Promise<void> {
  const visitOn = addDays(dayZero, record.day);
  const replay = { at: new Date(`${visitOn}T10:00:00Z`) };
  return transaction(actor, async (tx) => {
    const started = await startVisitIn(tx, actor, { patientId, kind: "treatment", visitOn }, replay);
    if (!started.ok) throw new Error(started.reason);
    const saved = await saveDraftFields(tx, actor, started.visitId, draftOf(record, dayZero), replay);
    if (!saved.ok || saved.rejected.length > 0)
      throw new Error(`a template's draft was refused: ${JSON.stringify(saved)}`);
    const signed = await signVisitIn(tx, actor, started.visitId, saved.version, replay);
    if (!signed.ok) throw new Error(`a template's visit was not signed: ${JSON.stringify(signed)}`);
  });
}
