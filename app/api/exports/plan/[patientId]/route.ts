/** A patient's plan sheet, picture sheet or diary for the clinic to print. Not found and not yours are the same answer. */
import type { NextRequest } from "next/server";
import { sheetKind, sheetResponse } from "@/app/plan-sheet";
import { findActor } from "@/auth/actor";
import { planSheet } from "@/db/plan-sheet";
import { isUuid } from "@/domain/new-id";
import { readLocale } from "@/messages/rooms";

export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ patientId: string }> },
): Promise<Response> {
  const actor = await findActor();
  const { patientId } = await params;
  if (!actor || actor.role === "patient" || actor.role === "reception" || !isUuid(patientId)) {
    return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
  }
  const found = await planSheet(actor, patientId);
  const asked = request.nextUrl.searchParams;
  const spoken = found?.kind === "plan" ? found.language.split("-")[0] : undefined;
  return sheetResponse(found, {
    kind: sheetKind(asked.get("sheet")),
    locale: readLocale(asked.get("language") ?? spoken),
    size: asked.get("paper") === "LETTER" ? "LETTER" : "A4",
  });
}
