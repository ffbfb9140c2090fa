/** Patients as the front desk registers them, each with an open episode. */
import { type PatientData, registerPatient } from "@/db/patient";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";

export const PERSON: PatientData = {
  givenName: "Margit",
  familyName: "Sandvik",
  birthDate: "1955-03-02",
  sex: "F",
  pronouns: null,
  occupation: null,
  phone: null,
  email: null,
  address: null,
  nextOfKin: null,
  language: "en",
  interpreter: "not_needed",
  mode: "phone",
  guardianName: null,
  guardianPhone: null,
  guardianRelation: null,
  dominantSide: null,
  heightCm: null,
};
export const EPISODE = { complaint: "Low back pain", onsetOn: null, startedOn: "2026-09-01", transfer: null };

export async function register(
  actor: Actor,
  person: Partial<PatientData> = {},
  more: { id?: string; isAnother?: boolean } = {},
) {
  return registerPatient(actor, {
    id: more.id ?? newId(),
    person: { ...PERSON, ...person },
    episode: { ...EPISODE, responsibleId: actor.membershipId },
    consents: [{ item: "data", state: "given" }],
    isAnother: more.isAnother ?? false,
  });
}

export async function registered(actor: Actor, person: Partial<PatientData> = {}): Promise<string> {
  const saved = await register(actor, person);
  if (!saved.ok) throw new Error(saved.reason);
  return saved.patientId;
}
