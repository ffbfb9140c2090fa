/** The plan version whose changes this phone's reader has seen, and when; a cookie of the patient's rooms alone. */
import "server-only";
import { cookies } from "next/headers";
import type { SeenPlan } from "@/db/portal-changes";

export const SEEN_PLAN = "seen-plan";

export async function seenPlan(): Promise<SeenPlan | null> {
  const [versionId, madeAt] = ((await cookies()).get(SEEN_PLAN)?.value ?? "").split(" ");
  const at = new Date(madeAt ?? "");
  return versionId === undefined || Number.isNaN(at.getTime()) ? null : { versionId, at };
}
