/** What a passkey is asked to sign before an act that needs it; nothing for somebody who has none. */
import { isSameOrigin } from "@/app/api/same-origin";
import { findActor } from "@/auth/actor";
import { challengePasskey } from "@/auth/passkey";

const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return answer(403, { error: "other-origin" });
  const actor = await findActor();
  if (!actor) return answer(401, { error: "signed-out" });
  const options = await challengePasskey(actor);
  // 200 either way: a clinician without a passkey is no error for the browser's console.
  return answer(200, { options });
}
