/** What a patient switches on and off for the own calendar. */
"use server";

import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { requirePatient } from "@/auth/actor";
import { newCalendarLink } from "@/auth/one-time-link";
import { endSubscription, startSubscription } from "@/db/subscription";

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
