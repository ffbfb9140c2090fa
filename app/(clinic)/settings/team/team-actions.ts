/** The owner's acts on the team: invite, withdraw, end. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { emailField } from "@/app/(auth)/person-fields";
import { readId } from "@/app/form-id";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireLogin, requireOwner } from "@/auth/actor";
import { newInviteLink } from "@/auth/one-time-link";
import { dayText } from "@/components/chart/value-text";
import type { ShownLink } from "@/components/link/one-time-link";
import { inviteStaff, withdrawInvitation } from "@/db/invitation";
import { endMembership } from "@/db/membership";
import { isCalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { fill } from "@/messages/fill";
import { messagesFor } from "@/messages/rooms";

const { auth, settings } = messagesFor("en");
const { faults } = auth;
const text = settings.team;

export type InviteState = FormState | { status: "issued"; shown: ShownLink };

const Invitation = z
  .object({
    name: z.string({ error: faults.required }).trim().min(1, faults.required).max(120, faults.tooLong),
    email: emailField(faults),
    role: z.enum(["owner", "clinician", "supervised_clinician", "reception"]),
    supervisor: z.string().optional(),
    expiresOn: z
      .string()
      .transform((day) => (day === "" ? null : day))
      .refine((day) => day === null || isCalendarDay(day), text.badDate),
  })
  .refine(({ role, supervisor }) => role !== "supervised_clinician" || z.uuid().safeParse(supervisor).success, {
    path: ["supervisor"],
    message: text.noSupervisor,
  });

export async function invite(_: InviteState, form: FormData): Promise<InviteState> {
  const actor = await requireOwner();
  const { clinic } = await requireLogin();
  const values = readValues(form);
  const input = Invitation.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values, text.check);
  const { supervisor, ...invitation } = input.data;
  if (invitation.expiresOn !== null && invitation.expiresOn < dayIn(clinic.timeZone, new Date())) {
    return { status: "invalid", fields: { expiresOn: text.past }, message: text.check, values };
  }
  const made = newInviteLink();
  if (made === null) return refused(settings.link.noAddress, values);
  const supervisorId = invitation.role === "supervised_clinician" ? (supervisor ?? null) : null;
  const issued = await inviteStaff(actor, { ...invitation, supervisorId }, made.tokenHash);
  if (!issued.ok) return { status: "invalid", fields: { supervisor: text.noSupervisor }, message: text.check, values };
  revalidatePath("/settings/team");
  const until = dayText(dayIn(clinic.timeZone, issued.expiresAt));
  return { status: "issued", shown: { name: invitation.name, link: made.link, qr: made.qr, until } };
}

export async function withdraw(form: FormData): Promise<void> {
  const actor = await requireOwner();
  const id = readId(form, "invitation");
  if (id !== null) await withdrawInvitation(actor, id);
  revalidatePath("/settings/team");
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireOwner();
  const values = readValues(form);
  const id = readId(form, "membership");
  const ended = id === null ? ({ ok: false, reason: "not-found" } as const) : await endMembership(actor, id);
  revalidatePath("/settings/team");
  if (ended.ok) return { status: "done" };
  const name = typeof values.name === "string" ? values.name : "";
  const words = { "not-found": text.gone, "last-owner": text.lastOwner, supervises: fill(text.supervises, { name }) };
  return refused(words[ended.reason], values);
}
