/** Founds the clinic and signs its owner in; answers on loopback only, and only until there is a clinic. */
"use server";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { clinicName, clinicPhone, clinicTimeZone, emergencyNumber } from "@/app/(auth)/clinic-fields";
import { emailField, newPassword } from "@/app/(auth)/person-fields";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { deviceOf, isOnLoopback } from "@/auth/app-address";
import { setLoginCookie } from "@/auth/login-cookie";
import { hashPassword } from "@/auth/password";
import { passwordFault } from "@/auth/password-rules";
import { firstRun, foundFirstClinic } from "@/db/founding";
import { COUNTRIES } from "@/domain/vocabulary/countries";
import { messagesFor } from "@/messages/rooms";

const { auth, setup } = messagesFor("en");
const { faults } = auth;

const NewClinic = z.object({
  clinicName,
  timeZone: clinicTimeZone,
  country: z
    .string({ error: faults.country })
    .refine((code) => COUNTRIES.some((country) => country.code === code), faults.country),
  phone: clinicPhone,
  emergencyNumber,
  ownerName: clinicName,
  email: emailField(faults),
  password: newPassword(auth),
});

export async function createClinic(_: FormState, form: FormData): Promise<FormState> {
  if (!(await isOnLoopback())) notFound();
  const values = readValues(form);
  if ((await firstRun()) === "founded") return refused(setup.founded, values);
  const input = NewClinic.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values, setup.check);

  const { clinicName: name, ownerName, email, password, ...described } = input.data;
  const personal = passwordFault(password, [email, ownerName, name]);
  if (personal) {
    return { status: "invalid", fields: { password: auth.passwordFaults[personal] }, message: setup.check, values };
  }
  const owner = { name: ownerName, email, passwordHash: await hashPassword(password) };
  const device = deviceOf(await headers());
  const founded = await foundFirstClinic({ ...described, name, owner }, device);
  if (!founded.ok) {
    if (founded.reason === "already-founded") return refused(setup.founded, values);
    return { status: "invalid", fields: { email: setup.emailTaken }, message: setup.check, values };
  }
  await setLoginCookie(founded.opened);
  redirect("/caseload");
}
