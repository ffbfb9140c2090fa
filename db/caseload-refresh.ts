/** Rewrites a patient's caseload row in the transaction that changed what it sums up. */
import "server-only";
import { isAttended } from "@/domain/attended";
import { addDays } from "@/domain/calendar-day";
import { CLOSED, needKey, needOf, reasonBits } from "@/domain/caseload/caseload";
import type { PatientFacts } from "@/domain/caseload/facts";
import { endOfDay } from "@/domain/clinic-clock";
import { fullName } from "@/domain/patient-name";
import { phoneKey } from "@/domain/phone-key";
import { isPrescribedDay } from "@/domain/plan/adherence-count";
import { caseloadFacts } from "./caseload-facts";
import { caseloadPerson } from "./caseload-person";
import type { Tx } from "./client";
import type { CourseVisit } from "./course";
import { caseloadRow } from "./schema/caseload";
import type { Actor } from "./scope";

const PAIN_SHOWN = 8;
const FORTNIGHT = 14;

/** One row per patient, whatever the history's size. */
export async function refreshCaseload(tx: Tx, actor: Actor, patientId: string, now = new Date()): Promise<void> {
  const person = await caseloadPerson(tx, actor, patientId);
  if (!person) throw new Error("A caseload row for a patient who isn't there");
  const { episodeId, dayZero } = person;
  const gathered =
    episodeId !== null && dayZero !== null
      ? await caseloadFacts(tx, actor, { ...person, episodeId, dayZero }, now)
      : null;
  const need = gathered ? needOf(gathered.facts) : null;
  const key = need ? needKey(need) : CLOSED;
  const attended = (gathered?.course ?? []).filter(({ record }) => isAttended(record));
  const pain = attended.slice(-PAIN_SHOWN).map(worstPain).reverse();
  const row = {
    episodeId,
    number: person.number,
    name: fullName(person),
    familyKey: person.familyKey,
    givenKey: person.givenKey,
    birthDate: person.birthDate,
    phone: person.phone,
    phoneKey: person.phone === null ? null : phoneKey(person.phone),
    responsibleId: person.responsibleId,
    phase: gathered?.facts.phase ?? "none",
    phaseSince: gathered?.facts.phase_since ?? null,
    pain,
    lastPain: pain[0]?.worst ?? null,
    lastVisitOn: attended.at(-1)?.visitOn ?? null,
    nextReviewOn: person.nextReviewOn,
    draftVisitId: gathered?.draftVisitId ?? null,
    fortnight: gathered ? fortnightOf(gathered.facts) : null,
    reasons: need?.reasons ?? [],
    snoozed: need?.snoozed ?? [],
    needRank: key.priority,
    needSince: key.since,
    needOrder: key.order,
    reasonBits: reasonBits(need?.reasons ?? []),
    nextChangeAt: need?.next_change_at ? endOfDay(person.timeZone, addDays(need.next_change_at, -1)) : null,
    updatedAt: now,
  };
  await tx
    .insert(caseloadRow)
    .values({ clinicId: actor.clinicId, patientId, ...row })
    .onConflictDoUpdate({ target: [caseloadRow.clinicId, caseloadRow.patientId], set: row });
}

/** The worse of the areas recorded that day; null where none was. */
function worstPain({ visitOn, record }: CourseVisit): { on: string; worst: number | null } {
  const scores = record.measures.filter(({ id }) => id === "nprs_worst" || id === "nprs_thigh_worst");
  return { on: visitOn, worst: scores.length === 0 ? null : Math.max(...scores.map(({ value }) => value)) };
}

/** Until yesterday, oldest first: D done, P partly, - due and not reported, . nothing due; null without a plan. */
function fortnightOf({ history, today }: PatientFacts): string | null {
  if (history.versions.length === 0) return null;
  return Array.from({ length: FORTNIGHT }, (_, k) => addDays(today, k - FORTNIGHT))
    .map((on) => {
      const sessions = history.sessions.filter((session) => session.on === on);
      if (sessions.some(({ completion }) => completion === "done")) return "D";
      if (sessions.some(({ completion }) => completion === "partly")) return "P";
      return isPrescribedDay(history, on) ? "-" : ".";
    })
    .join("");
}
