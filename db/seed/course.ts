/** Lives a worked case through: registered, visit by visit drafted and signed, plans assigned, exercises done at home. */
import "server-only";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { FileCase } from "@/domain/case-file";
import { newId } from "@/domain/new-id";
import { beginVersion } from "@/domain/plan/begin";
import type { PlanItem } from "@/domain/plan/item";
import { proposePlan } from "@/domain/plan/propose";
import type { VisitRecord } from "@/domain/record";
import { draftPath } from "@/domain/visit/fields";
import { writeDraft } from "@/domain/visit/write-draft";
import { FLAGS } from "@/domain/vocabulary/flags";
import { refreshCaseload } from "../caseload-refresh";
import type { Tx } from "../client";
import { assignPlanIn } from "../plan";
import { runningNow } from "../plan-desk";
import { planFacts, planPlace } from "../plan-facts";
import type { Actor } from "../scope";
import { signVisitIn } from "../sign-visit";
import { startVisitIn } from "../visit";
import { saveDraftFields } from "../visit-draft";
import { type HomeSpan, seedHomeSessions } from "./home-sessions";
import { type SeededPatient, type SeedPerson, seedPatient } from "./patient";

export type CourseHabits = {
  /** Share of due days on which the person exercises when the case doesn't say. */
  diligence: number;
  /** What comes with the last session. */
  last?: HomeSpan["last"];
  /** Nothing is logged after the last visit. */
  silent?: boolean;
  /** No plan is assigned at the last visit. */
  planPending?: boolean;
  /** Who signs the last visit in the clinician's place, such as a supervised clinician. */
  lastSignedBy?: Actor;
};

type Given = { versionId: string; items: readonly PlanItem[] };

/** @param dates the case's day 0, and the day on which the record is read: sessions are logged until the day before */
export async function seedCourse(
  tx: Tx,
  actor: Actor,
  worked: FileCase,
  person: SeedPerson & CourseHabits,
  dates: { number: number; dayZero: CalendarDay; today: CalendarDay },
): Promise<SeededPatient> {
  const { diligence, last, silent, planPending, lastSignedBy, ...contact } = person;
  const seeded = await seedPatient(tx, actor, worked, contact, dates);
  const { patientId } = seeded;
  const paper = contact.mode === "paper";
  let given: Given | null = null;
  for (const [index, record] of worked.visits.entries()) {
    const visitOn = addDays(dates.dayZero, record.day);
    const previous = worked.visits[index - 1];
    if (given && previous) {
      const { share, source } = loggedShare(record, diligence, paper);
      await seedHomeSessions(tx, actor, seeded, {
        ...{ planVersionId: given.versionId, items: given.items, share, source },
        from: addDays(dates.dayZero, previous.day),
        to: addDays(visitOn, -1),
        pain: { before: worstPain(previous), after: worstPain(record) },
      });
    }
    const isLast = index === worked.visits.length - 1;
    const fields = [
      ...(index === 0 ? [{ path: draftPath.subjective("complaint"), value: { text: contact.complaint } }] : []),
      ...(index === 0 && worked.patient.mass_kg !== undefined
        ? [{ path: draftPath.body("mass_kg"), value: { value: worked.patient.mass_kg } }]
        : []),
      ...askedAndDenied(record, worked),
      ...closingFields(nextReview(visitOn, worked.visits[index + 1], dates)),
    ];
    const signer = isLast && lastSignedBy ? lastSignedBy : actor;
    const phase = await signRecord(tx, signer, { patientId, visitOn, record, dayZero: dates.dayZero, fields });
    if (phase.held) given = null;
    else if (phase.needsPlan && !(isLast && planPending)) {
      given = (await assignProposed(tx, actor, patientId, instant(visitOn, 40))) ?? given;
    }
  }
  const lastRecord = worked.visits.at(-1);
  if (given && lastRecord && !silent) {
    await seedHomeSessions(tx, actor, seeded, {
      ...{ planVersionId: given.versionId, items: given.items, share: diligence, source: paper ? "diary" : "phone" },
      from: addDays(dates.dayZero, lastRecord.day),
      to: addDays(dates.today, -1),
      pain: { before: worstPain(lastRecord), after: worstPain(lastRecord) },
      last,
    });
  }
  await refreshCaseload(tx, actor, patientId);
  return seeded;
}

const instant = (on: CalendarDay, minute: number): Date => new Date(Date.parse(`${on}T10:00:00Z`) + minute * 60_000);

function loggedShare(
  { adherence }: VisitRecord,
  diligence: number,
  paper: boolean,
): Pick<HomeSpan, "share" | "source"> {
  const source = paper ? "diary" : adherence?.source === "recall" ? "recall" : "phone";
  if (adherence === undefined) return { share: diligence, source };
  return { share: adherence.prescribed === 0 ? 0 : adherence.done / adherence.prescribed, source };
}

/** The worse of back and thigh; null when neither was asked. */
function worstPain({ measures }: VisitRecord): number | null {
  const scores = measures.filter(({ id }) => id === "nprs_worst" || id === "nprs_thigh_worst");
  return scores.length === 0 ? null : Math.max(...scores.map(({ value }) => value));
}

/** Every question is asked at every visit, but for those whose answers are the case's own. */
function askedAndDenied({ flags }: VisitRecord, { visits }: FileCase) {
  const own = visits.flatMap(({ screening = [] }) => screening.map(({ flag }) => flag));
  const told = new Set<string>([...flags, ...own]);
  return FLAGS.filter(({ id, origin }) => origin === "screening" && !told.has(id)).map(({ id }) => ({
    path: draftPath.screening(id),
    value: { answer: "no" },
  }));
}

/** The day the next visit took place; after the last one a day within the next fortnight. */
function nextReview(
  visitOn: CalendarDay,
  next: VisitRecord | undefined,
  { dayZero, today, number }: { dayZero: CalendarDay; today: CalendarDay; number: number },
): CalendarDay | "open" {
  const on = next ? addDays(dayZero, next.day) : addDays(today, 2 + ((number * 5) % 12));
  return on > visitOn ? on : "open";
}

/** Treatment given and the next review: no rule reads them, no visit is signed without them. */
function closingFields(on: CalendarDay | "open") {
  return [
    { path: draftPath.treatment("advice_education"), value: { topics: "What the findings mean, pacing the day" } },
    { path: draftPath.treatment("exercise_supervised"), value: {} },
    { path: draftPath.alone("next_review"), value: { on } },
  ];
}

type Entry = {
  patientId: string;
  visitOn: CalendarDay;
  record: VisitRecord;
  dayZero: CalendarDay;
  fields: readonly { path: string; value: unknown }[];
};

async function signRecord(tx: Tx, actor: Actor, { patientId, visitOn, record, dayZero, fields }: Entry) {
  const started = await startVisitIn(tx, actor, { patientId, kind: "treatment", visitOn }, { at: instant(visitOn, 0) });
  if (!started.ok) throw new Error(`The visit was not started: ${started.reason}`);
  const changes = [
    ...writeDraft(record, dayZero, { who: "Dr A. Osei", what: "Examined; may exercise again" }),
    ...fields,
  ].map((field) => ({ ...field, base: 0 }));
  const saved = await saveDraftFields(tx, actor, started.visitId, changes, { at: instant(visitOn, 25) });
  if (!saved.ok || saved.rejected.length > 0) throw new Error(`The draft was not saved: ${JSON.stringify(saved)}`);
  const signed = await signVisitIn(tx, actor, started.visitId, saved.version, { at: instant(visitOn, 30) });
  if (!signed.ok) throw new Error(`The visit was not signed: ${JSON.stringify(signed)}`);
  const moved = signed.phaseBefore !== signed.phaseAfter;
  return {
    held: signed.phaseAfter === "hold",
    needsPlan: moved || record.visit === 1 || signed.notices.some((code) => code.startsWith("assign_plan")),
  };
}

/** The plan as proposed, with "None of these" to what is ticked; null where there is nothing to assign yet. */
async function assignProposed(tx: Tx, actor: Actor, patientId: string, at: Date): Promise<Given | null> {
  const place = await planPlace(tx, actor, patientId, false, at);
  if (!place) throw new Error("An episode that isn't there");
  const facts = await planFacts(tx, actor, place);
  const { items } = beginVersion(proposePlan(facts.proposing), runningNow(facts), {
    phase: facts.phase,
    visitId: facts.basis?.visitId ?? null,
    today: place.today,
    isChosen: false,
  });
  if (items.length === 0) return null;
  const versionId = newId();
  const assigned = await assignPlanIn(
    tx,
    actor,
    {
      ...{ versionId, patientId, template: proposePlan(facts.proposing)?.template ?? null, note: null, ticks: [] },
      base: facts.running?.versions.at(-1)?.number ?? 0,
      items: items.map((item) => ({ ...item, override: null })),
    },
    { at },
  );
  // A first plan of someone supervised waits for the co-signature, as it should.
  if (!assigned.ok && assigned.reason === "needs_cosignature") return null;
  if (!assigned.ok) throw new Error(`The plan was not assigned: ${JSON.stringify(assigned)}`);
  return { versionId, items };
}
