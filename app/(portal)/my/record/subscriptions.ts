/** What a patient switches on and off to be told outside the app: the calendar's address, reminders by email. */
"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { requirePatient } from "@/auth/actor";
import { newCalendarLink, reminderLinks } from "@/auth/one-time-link";
import { startReminders } from "@/db/reminder";
import { endSubscription, startSubscription } from "@/db/subscription";
import { newId } from "@/domain/new-id";

/** The address, told this once; null where the clinic has no address for links. */
export async function makeCalendarAddress(): Promise<string | null> {
  const actor = await requirePatient();
  const made = newCalendarLink();
  if (made === null) return null;
  await startSubscription(actor, { kind: "calendar", tokenHash: made.tokenHash, language: await getLocale() });
  return made.link;
}

export async function stopCalendar(): Promise<void> {
  await endSubscription(await requirePatient(), "calendar");
  revalidatePath("/my/record");
}

const Hour = z.int().min(6).max(21);

export async function switchRemindersOn(hour: number): Promise<void> {
  const actor = await requirePatient();
  const id = newId();
  const links = reminderLinks(id);
  if (links !== null) {
    const { tokenHash } = links;
    await startReminders(actor, { id, tokenHash, hour: Hour.parse(hour), language: await getLocale() });
  }
  revalidatePath("/my/record");
}

export async function switchRemindersOff(): Promise<void> {
  await endSubscription(await requirePatient(), "reminder");
  revalidatePath("/my/record");
}
