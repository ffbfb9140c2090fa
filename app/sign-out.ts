/** Ends the login of this browser: its row first, then the cookie. */
"use server";

import { redirect } from "next/navigation";
import { clearLoginCookie, readLoginId } from "@/auth/login-cookie";
import { revokeLogin } from "@/db/login";

export async function signOut(): Promise<void> {
  const loginId = await readLoginId();
  if (loginId !== null) await revokeLogin(loginId);
  await clearLoginCookie();
  redirect("/sign-in");
}
