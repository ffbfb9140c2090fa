/** One question to the clinic while a session runs: are the exercises paused? */
import { findActor } from "@/auth/actor";
import { arePaused } from "@/db/portal-place";

const HEADERS = { "Cache-Control": "private, no-store" };

export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (actor?.role !== "patient" || actor.patientId === null) {
    return Response.json({ error: "not-found" }, { status: 404, headers: HEADERS });
  }
  return Response.json({ paused: await arePaused({ ...actor, patientId: actor.patientId }) }, { headers: HEADERS });
}
