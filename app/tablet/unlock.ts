/** Takes the tablet back: the password of who handed it over, and the clinic's rooms open again. */
"use server";

import { redirect } from "next/navigation";
import { findTablet } from "@/auth/actor";
import { confirmPassword } from "@/auth/reauthenticate";
import { takeTabletBack } from "@/db/tablet";
import { fill } from "@/messages/fill";
import { messagesFor, readLocale } from "@/messages/rooms";

/** What went wrong in words; null: unlocked, and the page may go on to the chart. */
export async function unlockTablet(language: string, password: string): Promise<string | null> {
  const tablet = await findTablet();
  if (tablet === null) redirect("/sign-in");
  const text = messagesFor(readLocale(language)).questionnaire.tablet;
  if (typeof password !== "string" || password === "" || password.length > 1024) return text.wrong;
  const confirmed = await confirmPassword(tablet.staff.actor, password);
  if (!confirmed.ok) {
    return confirmed.reason === "wrong"
      ? text.wrong
      : fill(text.tooMany, { minutes: Math.ceil(confirmed.retryAfterSeconds / 60) });
  }
  await takeTabletBack(tablet.staff.actor, tablet.actor.patientId);
  return null;
}
