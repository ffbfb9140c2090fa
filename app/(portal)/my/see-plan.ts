/** "Got it": what changed in the plan isn't told again on this phone. */
"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { requirePatient } from "@/auth/actor";
import { SEEN_PLAN } from "./seen-plan";

const A_YEAR = 365 * 24 * 60 * 60;

/** @param madeAt when the page with the changes was made, ISO */
export async function seePlan(versionId: string, madeAt: string): Promise<void> {
  await requirePatient();
  if (!z.uuid().safeParse(versionId).success || !z.iso.datetime().safeParse(madeAt).success) return;
  (await cookies()).set(SEEN_PLAN, `${versionId} ${madeAt}`, {
    path: "/my",
    maxAge: A_YEAR,
    sameSite: "lax",
    httpOnly: true,
  });
}
