/** Patients by name for whoever chooses one (command palette): `q` as the caseload's search takes it, or one by `id`. */
import type { NextRequest } from "next/server";
import { z } from "zod";
import { findActor } from "@/auth/actor";
import { findPatient, findPatients } from "@/db/find-patient";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { recordNumber } from "@/domain/patient-name";

const AT_MOST = 6;
const Query = z.object({ q: z.string().trim().max(80).default(""), id: z.uuid().optional() });

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store", ...headers } });

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (!actor) return answer(401, { error: "signed-out" });
  // Reception and patients have their own ways to a record: here it doesn't exist.
  if (actor.role === "patient" || actor.role === "reception") return answer(404, { error: "not-found" });
  const query = Query.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!query.success) return answer(400, { error: "malformed" });
  const { q, id } = query.data;
  try {
    const found = id === undefined ? await findPatients(actor, q, AT_MOST) : [await findPatient(actor, id)];
    const patients = found.flatMap((patient) =>
      patient === null ? [] : [{ ...patient, number: recordNumber(patient.number) }],
    );
    return answer(200, { patients });
  } catch (error) {
    if (isDatabaseUnavailable(error)) return answer(503, { error: "busy" }, { "Retry-After": "2" });
    throw error;
  }
}
