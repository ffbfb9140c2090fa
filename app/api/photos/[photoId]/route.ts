/** A photo of a clinic's own exercise, for its staff and for patients whose plan holds it. Not found and not yours are the same answer. */
import type { NextRequest } from "next/server";
import { findActor } from "@/auth/actor";
import { openExercisePhoto } from "@/db/exercise-photo";
import { isUuid } from "@/domain/new-id";

const NOT_FOUND = () => new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });

export async function GET(_: NextRequest, { params }: { params: Promise<{ photoId: string }> }): Promise<Response> {
  const [actor, { photoId }] = await Promise.all([findActor(), params]);
  if (!actor || actor.role === "reception" || !isUuid(photoId)) return NOT_FOUND();
  const photo = await openExercisePhoto(actor, photoId);
  if (!photo) return NOT_FOUND();
  return new Response(Buffer.from(photo), {
    headers: {
      "Content-Type": "image/jpeg",
      "X-Content-Type-Options": "nosniff",
      "Content-Disposition": "inline",
      // A photo never changes under its id; an hour keeps a session's pictures on a phone that loses its signal.
      "Cache-Control": "private, max-age=3600",
    },
  });
}
