/** The acts on a signed visit, each behind the password or a passkey: amend, void, co-sign, return. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { clinicianStillHere } from "@/auth/actor";
import { confirmPerson } from "@/auth/reauthenticate";
import type { ActOutcome } from "@/components/visit/visit-data";
import { amendVisit } from "@/db/amend-visit";
import { coSign, returnVisit } from "@/db/cosign-visit";
import type { Actor } from "@/db/scope";
import { voidVisit } from "@/db/void-visit";
import { type ConfirmedBy, type Proof, proof } from "@/domain/confirmation";
import text from "@/messages/en/record.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";

const Act = z.object({
  visitId: z.uuid(),
  reason: z.string().max(20_000),
  proof,
});
const Change = z.object({ path: z.string().min(1).max(200), new: z.json() });

/** The page shows a visit as it was before somebody else's act. */
const OVERTAKEN: ReadonlySet<string> = new Set(["not_signed", "voided", "already_cosigned"]);

type Outcome = { ok: true; patientId: string } | { ok: false; reason: keyof typeof text.refused };

/** Who acts, their password or passkey, then the act; the answer in words. */
async function confirmed(
  input: { visitId: string; reason: string; proof: Proof },
  act: (actor: Actor, visitId: string, reason: string, by: ConfirmedBy) => Promise<Outcome>,
): Promise<ActOutcome> {
  const actor = await clinicianStillHere();
  if (actor === null) return { ok: false, message: parts.signIn.ended, signedOut: true };
  const parsed = Act.safeParse(input);
  if (!parsed.success) return { ok: false, message: text.refused.wrong };
  const { visitId, reason } = parsed.data;
  const verdict = await confirmPerson(actor, parsed.data.proof);
  if (!verdict.ok) {
    const { wrong, tooMany, passkeyRefused } = text.refused;
    if (verdict.reason === "wrong") return { ok: false, message: wrong };
    if (verdict.reason === "passkey-refused") return { ok: false, message: passkeyRefused };
    return { ok: false, message: fill(tooMany, { minutes: Math.ceil(verdict.retryAfterSeconds / 60) }) };
  }
  const outcome = await act(actor, visitId, reason, verdict.by);
  if (!outcome.ok) {
    return { ok: false, message: text.refused[outcome.reason], stale: OVERTAKEN.has(outcome.reason) };
  }
  revalidatePath(`/patients/${outcome.patientId}`, "layout");
  return { ok: true };
}

export async function amendVisitAction(
  visitId: string,
  given: readonly { path: string; new: unknown }[],
  reason: string,
  proofOfPerson: Proof,
): Promise<ActOutcome> {
  const changes = z.array(Change).min(1).max(50).safeParse(given);
  if (!changes.success) return { ok: false, message: text.refused.refused_fields };
  return confirmed({ visitId, reason, proof: proofOfPerson }, (actor, id, why, by) =>
    amendVisit(actor, id, changes.data, why, by),
  );
}

export async function voidVisitAction(visitId: string, reason: string, given: Proof): Promise<ActOutcome> {
  return confirmed({ visitId, reason, proof: given }, voidVisit);
}

export async function coSignAction(visitId: string, given: Proof): Promise<ActOutcome> {
  return confirmed({ visitId, reason: "", proof: given }, (actor, id, _, by) => coSign(actor, id, by));
}

export async function returnVisitAction(visitId: string, reason: string, given: Proof): Promise<ActOutcome> {
  return confirmed({ visitId, reason, proof: given }, returnVisit);
}
