/** Changes of a patient's record: data, consents, who is responsible, the end and the beginning of episodes. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireClinician, requireLogin, requireStaff } from "@/auth/actor";
import { closeEpisode, handOver, openEpisode, setOnCareTeam } from "@/db/episode";
import { addConsent, updatePatient } from "@/db/patient-data";
import { dayIn } from "@/domain/clinic-clock";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { DISCHARGE_REASONS } from "@/domain/vocabulary/discharge";
import words from "@/messages/en/patient.json";
import { checkEpisode, episodeFields, episodeOf } from "../../episode-fields";
import { contactFields, optional, personFields, requireGuardian } from "../../person-fields";
import { type SavedPerson, whatStands } from "./what-stands";

const text = words.record;
const version = z.coerce.number().int();

async function clinicDay(): Promise<string> {
  const { clinic } = await requireLogin();
  return dayIn(clinic.timeZone, new Date());
}

/** The whole of it for clinicians; for reception what stands in the contact part, whatever was sent. */
export async function savePerson(patientId: string, _: SavedPerson, form: FormData): Promise<SavedPerson> {
  const actor = await requireStaff();
  const today = await clinicDay();
  const values = readValues(form);
  const entries = Object.fromEntries(form);
  const input =
    actor.role === "reception"
      ? z.object({ ...contactFields, version }).safeParse(entries)
      : z
          .object({ ...personFields(today), version })
          .superRefine((typed, context) => requireGuardian(typed, today, context))
          .safeParse(entries);
  if (!input.success) return { form: invalid(input.error, values, words.new.check), stands: [] };
  const { guardianName, guardianPhone, guardianRelation, ...own } = input.data;
  // Not shown for adults: what is not shown is not cleared.
  const guardian = form.has("guardianName") ? { guardianName, guardianPhone, guardianRelation } : {};
  const typed = { ...own, ...guardian };
  const saved = await updatePatient(actor, patientId, typed);
  if (saved.ok) {
    revalidatePath(`/patients/${patientId}`, "layout");
    return { form: { status: "done", message: text.saved }, stands: [] };
  }
  if (saved.reason === "not_found") return { form: refused(text.gone, values), stands: [] };
  const stands = whatStands(saved.stands, typed);
  // Having read what stands, the person may replace it.
  const latest = { ...values, version: String(saved.stands.version) };
  return { form: refused(text.changed, latest), stands };
}

const ConsentInput = z.object({
  item: z.enum(
    CONSENT_ITEMS.map(({ id }) => id),
    words.faults.required,
  ),
  state: z.enum(["given", "declined", "withdrawn"], words.faults.required),
});

export async function saveConsent(patientId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const input = ConsentInput.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);
  if (!(await addConsent(actor, patientId, input.data))) return refused(text.gone, values);
  revalidatePath(`/patients/${patientId}`, "layout");
  return { status: "done", message: text.saved };
}

const HandOver = z.object({ toId: z.uuid(words.faults.clinician), note: optional(500) });

export async function saveHandOver(patientId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const input = HandOver.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);
  const done = await handOver(actor, patientId, input.data);
  if (!done.ok) {
    if (done.reason === "not_open") return refused(text.notOpen, values);
    const message = done.reason === "same" ? text.same : words.faults.clinician;
    return { status: "invalid", fields: { toId: message }, values };
  }
  revalidatePath(`/patients/${patientId}`, "layout");
  return { status: "done", message: text.handedOver };
}

export async function changeCareTeam(patientId: string, form: FormData): Promise<void> {
  const actor = await requireClinician();
  const input = z.object({ memberId: z.uuid(), on: z.enum(["yes", "no"]) }).safeParse(Object.fromEntries(form));
  if (input.success)
    await setOnCareTeam(actor, patientId, { memberId: input.data.memberId, on: input.data.on === "yes" });
  revalidatePath(`/patients/${patientId}/record`);
}

const Closing = z
  .object({
    reason: z.enum(
      DISCHARGE_REASONS.map(({ id }) => id),
      text.reasonMissing,
    ),
    note: optional(1000),
  })
  .refine(({ reason, note }) => reason !== "other" || note !== null, { path: ["note"], message: text.otherNote });

export async function saveClosing(patientId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const input = Closing.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);
  const closed = await closeEpisode(actor, patientId, input.data);
  if (!closed.ok) {
    const messages = { on_hold: text.onHold, unsigned_visit: text.unsigned, not_open: text.notOpen };
    return refused(messages[closed.reason], values);
  }
  revalidatePath(`/patients/${patientId}`, "layout");
  return { status: "done", message: text.saved };
}

export async function saveNewEpisode(patientId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const today = await clinicDay();
  const values = readValues(form);
  const input = z
    .object(episodeFields(today))
    .superRefine((typed, context) => checkEpisode(typed, today, context))
    .safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values, words.new.check);
  const opened = await openEpisode(actor, patientId, episodeOf(input.data));
  if (!opened.ok) {
    if (opened.reason === "no_clinician") {
      return { status: "invalid", fields: { responsibleId: words.faults.clinician }, values };
    }
    return refused(opened.reason === "already_open" ? text.alreadyOpen : text.gone, values);
  }
  revalidatePath(`/patients/${patientId}`, "layout");
  return { status: "done", message: text.saved };
}
