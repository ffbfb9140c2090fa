/** Changes the clinic in use: a new login there, the old one ends. */
"use server";

import { notFound, redirect } from "next/navigation";
import { readId } from "@/app/form-id";
import { homeOf, requireActor, roomFor } from "@/auth/actor";
import { setLoginCookie } from "@/auth/login-cookie";
import { safePath } from "@/auth/safe-path";
import { switchMembership } from "@/db/membership";

/** `wanted`: where one was heading, in the clinic used last, which is the one signing in opens. */
export async function chooseClinic(wanted: string | null, form: FormData): Promise<void> {
  const actor = await requireActor();
  const chosen = readId(form, "membership");
  if (chosen === null) notFound();
  if (chosen === actor.membershipId) redirect(roomFor(actor.role, safePath(wanted)));
  const switched = await switchMembership(actor, chosen);
  if (!switched) notFound();
  await setLoginCookie(switched.opened);
  redirect(homeOf(switched.role));
}
