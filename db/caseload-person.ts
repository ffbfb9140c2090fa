/** Who a caseload row is about: the patient, the open episode and the clinician responsible. */
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { addDays } from "@/domain/calendar-day";
import type { Tx } from "./client";
import { clinic, staffMember } from "./schema/clinic";
import { episode, patient } from "./schema/patient";
import type { Actor } from "./scope";

/** null when there is no such patient. Without an open episode `episodeId` and what belongs to it are null. */
export async function caseloadPerson(tx: Tx, actor: Actor, patientId: string) {
  const [row] = await tx
    .select({
      patientId: patient.id,
      number: patient.number,
      givenName: patient.givenName,
      familyName: patient.familyName,
      familyKey: patient.familyKey,
      givenKey: patient.givenKey,
      birthDate: patient.birthDate,
      phone: patient.phone,
      mode: patient.mode,
      timeZone: clinic.timeZone,
      episodeId: episode.id,
      dayZero: episode.dayZero,
      nextReviewOn: episode.nextReviewOn,
      nextReviewOpen: episode.nextReviewOpen,
      initialState: episode.initialState,
      responsibleId: episode.responsibleId,
      responsibleName: staffMember.displayName,
      // Who has left is nobody's clinician any more, whatever end had been agreed.
      responsibleUntil: sql<Date | null>`least(${staffMember.expiresAt}, ${staffMember.leftAt})`.mapWith(
        staffMember.expiresAt,
      ),
    })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .leftJoin(
      episode,
      and(eq(episode.clinicId, patient.clinicId), eq(episode.patientId, patient.id), isNull(episode.closedOn)),
    )
    .leftJoin(staffMember, and(eq(staffMember.clinicId, episode.clinicId), eq(staffMember.id, episode.responsibleId)))
    .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
  if (!row) return null;
  const { initialState, ...person } = row;
  return {
    ...person,
    initialPhase: initialState?.phase ?? ("none" as const),
    initialSince:
      initialState && person.dayZero !== null ? addDays(person.dayZero, initialState.phase_since_day) : null,
  };
}

export type CaseloadPerson = NonNullable<Awaited<ReturnType<typeof caseloadPerson>>>;
