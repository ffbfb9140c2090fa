/** Writes a worked case's person as the clinic would have registered them on day zero: contact data, consents, episode. */
import "server-only";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { FileCase } from "@/domain/case-file";
import { newId } from "@/domain/new-id";
import { nameKey } from "@/domain/patient-name";
import type { ConsentId } from "@/domain/vocabulary/consent";
import type { PatientMode } from "@/domain/vocabulary/people";
import { refreshCaseload } from "../caseload-refresh";
import type { Tx } from "../client";
import { consent } from "../schema/consent";
import { episode, patient } from "../schema/patient";
import type { Actor } from "../scope";

export type SeedPerson = {
  givenName: string;
  familyName: string;
  occupation: string;
  complaint: string;
  language?: string;
  mode?: PatientMode;
  guardianName?: string;
};

export type SeededPatient = { patientId: string; episodeId: string };

/** Far enough before the birthday that the case's age holds through its longest course. */
const SINCE_BIRTHDAY_DAYS = 100;

/** @param number the record number; also ends the phone number, of the range kept free for fiction */
export async function seedPatient(
  tx: Tx,
  actor: Actor,
  worked: Omit<FileCase, "visits">,
  person: SeedPerson,
  { number, dayZero }: { number: number; dayZero: CalendarDay },
): Promise<SeededPatient> {
  const { clinicId } = actor;
  const [patientId, episodeId] = [newId(), newId()];
  const { givenName, familyName, complaint, ...rest } = person;
  const language = person.language ?? "en";
  const ending = String(number).padStart(3, "0");
  const registeredAt = new Date(`${dayZero}T08:30:00Z`);
  await tx.insert(patient).values({
    ...rest,
    clinicId,
    id: patientId,
    number,
    givenName,
    familyName,
    familyKey: nameKey(familyName, givenName),
    givenKey: nameKey(givenName, familyName),
    birthDate: bornOn(worked.patient.age, dayZero),
    sex: worked.patient.sex,
    dominantSide: worked.patient.dominant_side ?? null,
    heightCm: worked.patient.height_cm ?? null,
    language,
    phone: `07700 900${ending}`,
    email: `${nameKey(givenName)}.${nameKey(familyName)}@post.example`,
    guardianPhone: person.guardianName === undefined ? null : `07700 901${ending}`,
    guardianRelation: person.guardianName === undefined ? null : "mother",
    createdAt: registeredAt,
    createdById: actor.membershipId,
  });
  await tx.insert(episode).values({
    clinicId,
    id: episodeId,
    patientId,
    dayZero,
    startedOn: dayZero,
    complaint,
    onsetOn: worked.onset_day === undefined ? null : addDays(dayZero, worked.onset_day),
    initialState: worked.initial_state ?? null,
    responsibleId: actor.membershipId,
    createdAt: registeredAt,
  });
  const items: ConsentId[] = ["examination", "data", "release", "sharing"];
  if (person.guardianName !== undefined) items.push("guardian");
  await tx.insert(consent).values(
    items.map((item) => ({
      clinicId,
      id: newId(),
      patientId,
      item,
      state: "given" as const,
      consentedOn: dayZero,
      explainedById: actor.membershipId,
      language,
      createdAt: registeredAt,
    })),
  );
  await refreshCaseload(tx, actor, patientId);
  return { patientId, episodeId };
}

function bornOn(age: number, dayZero: CalendarDay): CalendarDay {
  const birthday = addDays(dayZero, -SINCE_BIRTHDAY_DAYS);
  const day = Math.min(28, Number(birthday.slice(8)));
  return `${Number(birthday.slice(0, 4)) - age}${birthday.slice(4, 8)}${String(day).padStart(2, "0")}`;
}
