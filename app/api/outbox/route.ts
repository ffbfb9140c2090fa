/** The one door for writes that may arrive late or twice: autosave of drafts and the phone's sessions. */
import type { NextRequest } from "next/server";
import { z } from "zod";
import { isSameOrigin } from "@/app/api/same-origin";
import { findActor, findTablet } from "@/auth/actor";
import { transaction } from "@/db/client";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { once } from "@/db/write-receipt";
import { type OutboxKind, outboxKinds, TABLET_KINDS } from "./kinds";

const BODY_LIMIT = 1_000_000;

const Envelope = z.strictObject({
  /** Version of this contract, so that a page loaded before an upgrade is told to reload. */
  v: z.literal(1),
  id: z.uuid(),
  kind: z.enum(Object.keys(outboxKinds) as [OutboxKind, ...OutboxKind[]]),
  /** Who wrote it on the device: compared with who is signed in now, never trusted. */
  expected: z.strictObject({ userId: z.uuid(), membershipId: z.uuid() }),
  sentAt: z.iso.datetime(),
  body: z.unknown(),
});

const HEADERS = { "Cache-Control": "private, no-store" };
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { ...HEADERS, ...headers } });

export async function POST(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request)) return answer(403, { error: "other-origin" });
  const own = await findActor();
  const tablet = own === null ? await findTablet() : null;
  const actor = own ?? tablet?.actor;
  if (!actor) return answer(401, { error: "signed-out" });
  const text = await request.text();
  if (text.length > BODY_LIMIT) return answer(413, { error: "too-large" });
  const envelope = Envelope.safeParse(parseJson(text));
  if (!envelope.success) return answer(400, { error: "malformed" });
  const { id, kind, expected, sentAt } = envelope.data;
  if (expected.userId !== actor.userId || expected.membershipId !== actor.membershipId) {
    return answer(409, { error: "other-session" });
  }
  // The clinician's own entries wait until the tablet is unlocked.
  if (tablet !== null && !TABLET_KINDS.includes(kind)) return answer(401, { error: "signed-out" });
  const { schema, write } = outboxKinds[kind];
  const body = schema.safeParse(envelope.data.body);
  if (!body.success) return answer(400, { error: "malformed" });
  try {
    const receivedAt = new Date();
    const handedById = tablet?.staff.actor.membershipId ?? null;
    const outcome = await transaction(actor, (tx) =>
      once(tx, actor, { id, kind, body: body.data }, () =>
        write({ tx, actor, id, body: body.data as never, sentAt: new Date(sentAt), receivedAt, handedById }),
      ),
    );
    if (outcome.kind === "other_body") return answer(409, { error: "other-body" });
    return answer(outcome.status, { ...asObject(outcome.answer), receivedAt: receivedAt.toISOString() });
  } catch (error) {
    if (isDatabaseUnavailable(error)) return answer(503, { error: "busy" }, { "Retry-After": "2" });
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
