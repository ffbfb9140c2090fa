/** An open chart's question, every few seconds: has anything changed since? It doesn't keep an unattended login alive. */
import type { NextRequest } from "next/server";
import { peekActor } from "@/auth/actor";
import { patientChangeStamp } from "@/db/patient-change";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { isUuid } from "@/domain/new-id";

const HEADERS = { "Cache-Control": "private, no-store" };

export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ patientId: string }> },
): Promise<Response> {
  try {
    const actor = await peekActor();
    if (actor === null) return new Response(null, { status: 401, headers: HEADERS });
    const { patientId } = await params;
    const mayRead = actor.role !== "patient" && actor.role !== "reception" && isUuid(patientId);
    const stamp = mayRead ? await patientChangeStamp(actor, patientId) : null;
    if (stamp === null) return new Response(null, { status: 404, headers: HEADERS });
    if (request.nextUrl.searchParams.get("since") === stamp) {
      return new Response(null, { status: 204, headers: HEADERS });
    }
    return Response.json({ stamp }, { headers: HEADERS });
  } catch (error) {
    if (isDatabaseUnavailable(error)) return new Response(null, { status: 503, headers: HEADERS });
    throw error;
  }
}
