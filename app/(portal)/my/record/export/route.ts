/** A patient's own data as one JSON file. */
import { findActor } from "@/auth/actor";
import { portalExport } from "@/db/portal-export";

export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (actor?.role !== "patient" || actor.patientId === null) return new Response(null, { status: 404 });
  const data = await portalExport({ ...actor, patientId: actor.patientId });
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="my-record.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
