/** The plan version whose changes this phone's reader has seen; a cookie of the patient's rooms alone. */
import "server-only";
import { cookies } from "next/headers";

export const SEEN_PLAN = "seen-plan";

export const seenPlan = async (): Promise<string | null> => (await cookies()).get(SEEN_PLAN)?.value ?? null;
