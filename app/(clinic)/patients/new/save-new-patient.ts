/** Registers a patient with the first episode; reception may, without what belongs to the clinical record. */
"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, invalid, readValues } from "@/app/form-state";
import { requireLogin, requireStaff } from "@/auth/actor";
import type { ConsentEntry } from "@/db/consent";
import { registerPatient, type Twin } from "@/db/patient";
import { dayIn } from "@/domain/clinic-clock";
import { isMinor } from "@/domain/guardian-age";
import words from "@/messages/en/patient.json";
import { checkEpisode, episodeFields, episodeOf } from "../episode-fields";
import { personFields, requireGuardian } from "../person-fields";

/** Beside the form's own state: people of the same name and birth date, before anything was saved. */
export type NewPatientState = { form: FormState; twins: Twin[] };

/** Anything but an answer is not recorded. */
const answer = z.enum(["given", "declined"]).optional().catch(undefined);

function newPatient(today: string) {
  return z
    .object({
      ...personFields(today),
      ...episodeFields(today),
      id: z.uuid(),
      isAnother: z.literal("on").optional(),
      consentData: answer,
      consentExamination: answer,
      consentGuardian: answer,
    })
    .superRefine((typed, context) => {
      requireGuardian(typed, today, context);
      checkEpisode(typed, today, context);
      if (isMinor(typed.birthDate, today) && typed.consentGuardian !== "given") {
        context.addIssue({ code: "custom", path: ["consentGuardian"], message: words.faults.guardianConsent });
      }
      if (typed.onsetOn !== null && typed.onsetOn < typed.birthDate) {
        context.addIssue({ code: "custom", path: ["onsetOn"], message: words.faults.beforeBirth });
      }
    });
}

export async function saveNewPatient(_: NewPatientState, form: FormData): Promise<NewPatientState> {
  const actor = await requireStaff();
  const { clinic } = await requireLogin();
  const values = readValues(form);
  const isClinician = actor.role !== "reception";
  // What reception isn't shown it doesn't send: a transfer and an examination are for clinicians.
  if (!isClinician) for (const field of ["transferred", "consentExamination"]) form.delete(field);
  const input = newPatient(dayIn(clinic.timeZone, new Date())).safeParse(Object.fromEntries(form));
  if (!input.success) return { form: invalid(input.error, values, words.new.check), twins: [] };
  const typed = input.data;
  const saved = await registerPatient(actor, {
    id: typed.id,
    person: personOf(typed),
    episode: episodeOf(typed),
    consents: consentsOf(typed),
    isAnother: typed.isAnother === "on",
  });
  if (saved.ok) redirect(isClinician ? `/patients/${saved.patientId}` : `/patients/${saved.patientId}/record`);
  if (saved.reason === "same_person") {
    return { form: { status: "refused", message: words.twins.title, values }, twins: saved.twins };
  }
  const fields = { responsibleId: words.faults.clinician };
  return { form: { status: "invalid", fields, values, message: words.new.check }, twins: [] };
}

type Typed = z.output<ReturnType<typeof newPatient>>;

function personOf(typed: Typed) {
  const { givenName, familyName, birthDate, sex, pronouns, occupation, phone, email, address, nextOfKin } = typed;
  const { language, interpreter, mode, guardianName, guardianPhone, guardianRelation, dominantSide, heightCm } = typed;
  return {
    ...{ givenName, familyName, birthDate, sex, pronouns, occupation, phone, email, address, nextOfKin },
    ...{ language, interpreter, mode, guardianName, guardianPhone, guardianRelation, dominantSide, heightCm },
  };
}

function consentsOf(typed: Typed): ConsentEntry[] {
  const asked = { data: typed.consentData, examination: typed.consentExamination, guardian: typed.consentGuardian };
  return (["data", "examination", "guardian"] as const).flatMap((item) => {
    const state = asked[item];
    return state === undefined ? [] : [{ item, state }];
  });
}
