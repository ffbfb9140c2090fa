/** Ends the reminders whose secret the page's address holds; whoever has the mail may. */
"use server";

import type { FormState } from "@/app/form-state";
import { tokenHashOf } from "@/auth/one-time-link";
import { endSubscriptionByToken } from "@/db/subscription";

export async function endReminders(token: string): Promise<FormState> {
  const hash = tokenHashOf(token);
  if (hash !== null) await endSubscriptionByToken(hash, "reminder");
  return { status: "done" };
}
