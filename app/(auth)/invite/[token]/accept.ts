/** Accepting an invitation: the token is spent here and nowhere else, and the browser is signed in. */
"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { emailField, newPassword } from "@/app/(auth)/person-fields";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { homeOf } from "@/auth/actor";
import { clientAddress, deviceOf } from "@/auth/app-address";
import { setLoginCookie } from "@/auth/login-cookie";
import { tokenHashOf } from "@/auth/one-time-link";
import { hashPassword } from "@/auth/password";
import { passwordFault } from "@/auth/password-rules";
import { provePassword } from "@/auth/password-sign-in";
import { type FoundInvitation, findInvitation } from "@/db/invitation";
import { acceptInvitation, type Joiner } from "@/db/joining";
import { fill } from "@/messages/fill";
import { type Messages, messagesFor } from "@/messages/rooms";

type Open = Extract<FoundInvitation, { state: "open" }>;
type Read = { ok: true; joiner: Joiner } | { ok: false; state: FormState };
type Auth = Messages["auth"];

/** Staff: name and a new password, or the password of the account that the invited email has. */
export async function joinClinic(token: string, _: FormState, form: FormData): Promise<FormState> {
  return accept("staff", token, form, (invitation, auth) =>
    invitation.hasAccount && invitation.email !== null
      ? readKnownStaff(invitation.email, form, auth)
      : readNewStaff(invitation, form, auth),
  );
}

/** Patients: nothing, or an email and a password of their own. */
export async function openPlan(token: string, _: FormState, form: FormData): Promise<FormState> {
  return accept("patient", token, form, (invitation, auth) => readPatient(invitation, form, auth));
}

async function accept(
  whose: "staff" | "patient",
  token: string,
  form: FormData,
  read: (invitation: Open, auth: Auth) => Promise<Read>,
): Promise<FormState> {
  const { auth } = messagesFor(await getLocale());
  const tokenHash = tokenHashOf(token);
  const invitation = tokenHash === null ? null : await findInvitation(tokenHash);
  const values = readValues(form);
  // A link opens its own form only: the patient's would let a member of staff in without a password.
  const isOpen = invitation?.state === "open" && (invitation.role === "patient") === (whose === "patient");
  if (tokenHash === null || !isOpen) return refused(auth.invite.usedTitle, values);
  const typed = await read(invitation, auth);
  if (!typed.ok) return typed.state;

  const joined = await acceptInvitation(tokenHash, typed.joiner, deviceOf(await headers()));
  if (!joined.ok) {
    const words = {
      "link-spent": auth.invite.usedTitle,
      "email-taken": auth.invite.emailTaken,
      "wrong-account": auth.invite.wrongAccount,
    };
    return refused(words[joined.reason], values);
  }
  await setLoginCookie(joined.opened);
  redirect(homeOf(joined.role));
}

async function readKnownStaff(email: string, form: FormData, auth: Auth): Promise<Read> {
  const password = form.get("password");
  const typed = typeof password === "string" ? password : "";
  if (typed === "") return fault(form, { password: auth.faults.required }, auth);
  const proof = await provePassword({ email, password: typed, address: clientAddress(await headers()) });
  if (proof.ok) return { ok: true, joiner: { kind: "known", userId: proof.userId } };
  if (proof.reason === "wrong") return fault(form, { password: auth.invite.wrongPassword }, auth);
  const minutes = Math.ceil(proof.retryAfterSeconds / 60);
  return { ok: false, state: refused(fill(auth.signIn.tooMany, { minutes }), readValues(form)) };
}

async function readNewStaff(invitation: Open, form: FormData, auth: Auth): Promise<Read> {
  const { required, tooLong } = auth.faults;
  const NewStaff = z.object({
    name: z.string({ error: required }).trim().min(1, required).max(120, tooLong),
    password: newPassword(auth),
  });
  const input = NewStaff.safeParse(Object.fromEntries(form));
  if (!input.success) return { ok: false, state: invalid(input.error, readValues(form), auth.invite.check) };
  const { name, password } = input.data;
  const personal = passwordFault(password, [name, invitation.email ?? "", invitation.clinicName]);
  if (personal) return fault(form, { password: auth.passwordFaults[personal] }, auth);
  return { ok: true, joiner: { kind: "new", name, email: null, passwordHash: await hashPassword(password) } };
}

async function readPatient(invitation: Open, form: FormData, auth: Auth): Promise<Read> {
  // The account is named after whoever holds it.
  const name = invitation.guardian ?? invitation.name;
  // The email may stand there from the chart; only a password says that the person wants one.
  if (form.get("password") === "" || form.get("password") === null) {
    return { ok: true, joiner: { kind: "new", name, email: null, passwordHash: null } };
  }
  const Own = z.object({
    email: emailField({ ...auth.faults, required: auth.invite.bothOrNeither }),
    password: newPassword(auth),
  });
  const input = Own.safeParse(Object.fromEntries(form));
  if (!input.success) return { ok: false, state: invalid(input.error, readValues(form), auth.invite.check) };
  const { email, password } = input.data;
  const personal = passwordFault(password, [name, email]);
  if (personal) return fault(form, { password: auth.passwordFaults[personal] }, auth);
  return { ok: true, joiner: { kind: "new", name, email, passwordHash: await hashPassword(password) } };
}

function fault(form: FormData, fields: Record<string, string>, auth: Auth): Read {
  return { ok: false, state: { status: "invalid", fields, message: auth.invite.check, values: readValues(form) } };
}
