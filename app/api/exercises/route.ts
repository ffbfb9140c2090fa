/** The names of the clinic's own exercises, for whoever looks one up (command palette). */
import { findActor } from "@/auth/actor";
import { clinicItemNames } from "@/db/clinic-item";
import { isDatabaseUnavailable } from "@/db/unavailable";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store", ...headers } });

export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (!actor) return answer(401, { error: "signed-out" });
  // The library is the clinicians': for anybody else it isn't there.
  if (actor.role === "patient" || actor.role === "reception") return answer(404, { error: "not-found" });
  try {
    return answer(200, { exercises: await clinicItemNames(actor) });
  } catch (error) {
    if (isDatabaseUnavailable(error)) return answer(503, { error: "busy" }, { "Retry-After": "2" });
    throw error;
  }
}
