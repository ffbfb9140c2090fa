/** Writes the clinic's settings; the owner's act. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { clinicName, clinicPhone, clinicTimeZone, emergencyNumber } from "@/app/(auth)/clinic-fields";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireOwner } from "@/auth/actor";
import { updateClinic } from "@/db/clinic";
import { OWN_LOGIN_AGE } from "@/domain/guardian-age";
import { fill } from "@/messages/fill";
import { messagesFor } from "@/messages/rooms";

const { auth, settings } = messagesFor("en");
const { faults } = auth;

/** Empty is not recorded. */
const optional = z
  .string()
  .trim()
  .max(120, faults.tooLong)
  .transform((text) => (text === "" ? null : text));

const Settings = z.object({
  version: z.coerce.number().int(),
  name: clinicName,
  timeZone: clinicTimeZone,
  phone: clinicPhone,
  hours: optional,
  emergencyNumber,
  ownLoginAge: z
    .string({ error: faults.required })
    .trim()
    .min(1, faults.required)
    .transform(Number)
    .refine((age) => Number.isInteger(age) && age >= OWN_LOGIN_AGE.min && age <= OWN_LOGIN_AGE.max, {
      error: fill(settings.clinic.ownLoginAgeFault, OWN_LOGIN_AGE),
    }),
});

export async function saveClinic(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireOwner();
  const values = readValues(form);
  const input = Settings.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values, settings.clinic.check);
  const saved = await updateClinic(actor, input.data);
  revalidatePath("/", "layout");
  return saved.ok
    ? { status: "done", message: settings.clinic.saved }
    : refused(settings.clinic.changedMeanwhile, values);
}
