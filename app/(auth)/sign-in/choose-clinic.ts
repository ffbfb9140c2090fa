/** Changes the clinic in use: a new login there, the old one ends. */
"use server";

import { notFound, redirect } from "next/navigation";
import { readId } from "@/app/form-id";
import { homeOf, requireActor } from "@/auth/actor";
import { setLoginCookie } from "@/auth/login-cookie";
import { switchMembership } from "@/db/membership";

export async function chooseClinic(form: FormData): Promise<void> {
  const actor = await requireActor();
  const chosen = readId(form, "membership");
  if (chosen === null) notFound();
  if (chosen === actor.membershipId) redirect(homeOf(actor.role));
  const switched = await switchMembership(actor, chosen);
  if (!switched) notFound();
  await setLoginCookie(switched.opened);
  redirect(homeOf(switched.role));
}
