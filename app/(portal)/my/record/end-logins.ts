/** A patient ends their own logins: all others, or this one too. */
"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requirePatient } from "@/auth/actor";
import { clearLoginCookie } from "@/auth/login-cookie";
import { endOwnLogins } from "@/db/own-logins";

export async function signOutElsewhere(): Promise<void> {
  await endOwnLogins(await requirePatient(), "others");
  revalidatePath("/my/record");
}

export async function signOutEverywhere(): Promise<void> {
  await endOwnLogins(await requirePatient(), "all");
  await clearLoginCookie();
  redirect("/sign-in");
}
