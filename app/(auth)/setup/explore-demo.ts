/** Loads the demo clinic and signs in as its clinician; then to its patient and back. Gone once a real clinic exists. */
"use server";

import { randomBytes } from "node:crypto";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { homeOf, requireLogin } from "@/auth/actor";
import { deviceOf, isOnLoopback } from "@/auth/app-address";
import { readLoginId, setLoginCookie } from "@/auth/login-cookie";
import { hashPassword } from "@/auth/password";
import { openDemoLogin } from "@/db/demo";
import { firstRun } from "@/db/founding";
import { loadDemoClinic } from "@/db/seed/demo";

export async function exploreDemo(): Promise<void> {
  if (!(await isOnLoopback()) || (await firstRun()) === "founded") notFound();
  const password = demoPassword();
  await loadDemoClinic({ password, passwordHash: await hashPassword(password) });
  await enterDemo("clinician");
}

/** Field `as`: clinician or patient. Only for whoever is in the demo already. */
export async function switchDemoPerson(form: FormData): Promise<void> {
  const { clinic } = await requireLogin();
  if (!clinic.isDemo) notFound();
  await enterDemo(form.get("as") === "patient" ? "patient" : "clinician");
}

async function enterDemo(as: "clinician" | "patient"): Promise<never> {
  const entered = await openDemoLogin(as, deviceOf(await headers()), await readLoginId());
  if (!entered) notFound();
  await setLoginCookie(entered.opened);
  redirect(homeOf(entered.role));
}

/** Easy to type from the banner, long enough for the rules: four groups of letters that can't be mixed up. */
function demoPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz";
  const drawn = Array.from(randomBytes(16), (byte) => letters[byte % letters.length]).join("");
  return (drawn.match(/.{4}/g) ?? []).join("-");
}
