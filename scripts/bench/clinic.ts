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

/** `value` is what the browser sends: the token that sign-in would have set. */
export async function foundBenchClinic(
  today: CalendarDay,
): Promise<{ actor: Actor; cookie: { name: string; value: string } }> {
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
  const value = await encode({ token: { login: actor.loginId }, secret: SECRETS.AUTH_SECRET, maxAge: 86_400 });
  return { actor, cookie: { name: COOKIE, value } };
}

export const ZONE = "Europe/London";
