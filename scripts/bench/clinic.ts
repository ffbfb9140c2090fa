/** The clinic that is measured: founded as the first run does, its rules adopted, its owner signed in. */
import { encode } from "next-auth/jwt";
import { preTenantTransaction, withinClinic } from "@/db/client";
import { foundClinic } from "@/db/founding";
import { openLogin } from "@/db/login";
import { writeAdoption } from "@/db/rule-set";
import type { Actor } from "@/db/scope";
import type { CalendarDay } from "@/domain/calendar-day";
import { SECRETS } from "./app";

const COOKIE = "next-auth.session-token";

/** What the browser sends: `value` is the token that sign-in would have set. */
export type Cookie = { name: string; value: string };

export async function loginCookie(login: string): Promise<Cookie> {
  return { name: COOKIE, value: await encode({ token: { login }, secret: SECRETS.AUTH_SECRET, maxAge: 86_400 }) };
}

export async function foundBenchClinic(today: CalendarDay): Promise<{ actor: Actor; cookie: Cookie }> {
  const actor = await preTenantTransaction(async (tx) => {
    const owner = await foundClinic(tx, {
      name: "Harbour Street",
      timeZone: ZONE,
      country: "GB",
      emergencyNumber: "999",
      // Nobody signs in with it: it is the hash of no password.
      owner: { name: "Ada Owner", email: "owner@example.org", passwordHash: "none" },
    });
    await withinClinic(tx, owner, () => writeAdoption(tx, owner, null, { name: "Ada Owner", on: today }));
    const { id } = await openLogin(tx, owner);
    return { ...owner, loginId: id };
  });
  return { actor, cookie: await loginCookie(actor.loginId) };
}

export const ZONE = "Europe/London";
