/** A patient who came in by a link chooses an email and a first password, to sign in on another phone. */
"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { emailField, newPassword } from "@/app/(auth)/person-fields";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requirePatient } from "@/auth/actor";
import { hashPassword } from "@/auth/password";
import { passwordFault } from "@/auth/password-rules";
import { chooseFirstPassword, ownSignIn } from "@/db/own-password";
import { messagesFor } from "@/messages/rooms";

export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requirePatient();
  const { auth, portal } = messagesFor(await getLocale());
  const values = readValues(form);
  const text = portal.record.password;
  const { name, hasPassword } = await ownSignIn(actor);
  // Before anything is hashed: a page that stood open knows nothing of it yet.
  if (hasPassword) return refused(text.hasOne, values);
  const Own = z.object({ email: emailField(auth.faults), password: newPassword(auth) });
  const input = Own.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values, auth.invite.check);
  const { email, password } = input.data;
  const fault = (fields: Record<string, string>): FormState => ({
    status: "invalid",
    fields,
    message: auth.invite.check,
    values,
  });
  const personal = passwordFault(password, [name, email]);
  if (personal) return fault({ password: auth.passwordFaults[personal] });
  const outcome = await chooseFirstPassword(actor, { email, passwordHash: await hashPassword(password) });
  if (outcome === "email_taken") return fault({ email: text.emailTaken });
  if (outcome === "has_one") return refused(text.hasOne, values);
  revalidatePath("/my/record");
  return { status: "done" };
}
