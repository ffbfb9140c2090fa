/** A patient's own plan as a PDF, in words or in pictures and numbers. */
import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";
import { sheetKind, sheetResponse } from "@/app/plan-sheet";
import { findActor } from "@/auth/actor";
import { planSheet } from "@/db/plan-sheet";

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (actor?.role !== "patient" || actor.patientId === null) return new Response(null, { status: 404 });
  const kind = sheetKind(request.nextUrl.searchParams.get("sheet"));
  return sheetResponse(await planSheet(actor, actor.patientId), { kind, locale: await getLocale(), size: "A4" });
}
