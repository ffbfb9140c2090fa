/** The acts on an open visit: sign, move to another day, discard, keep an own order of rows. */
"use server";

import { z } from "zod";
import { clinicianStillHere, requireClinician } from "@/auth/actor";
import { confirmPerson } from "@/auth/reauthenticate";
import type { ActOutcome } from "@/components/visit/visit-data";
import { keepMeasureOrder } from "@/db/measure-order";
import { type SigningOutcome, signVisit } from "@/db/sign-visit";
import { discardDraft, moveDraft } from "@/db/visit";
import { calendarDay } from "@/domain/calendar-day-schema";
import { type Proof, proof } from "@/domain/confirmation";
import { PROFILES } from "@/domain/visit/profiles";
import text from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";

const Id = z.uuid();
const gone: ActOutcome = { ok: false, message: text.discard.gone };
const signedOut: ActOutcome = { ok: false, message: text.signIn.ended, signedOut: true };

const Signing = z.object({ visitId: Id, version: z.int().min(0), basis: z.string().max(100), proof });

export async function signVisitAction(
  visitId: string,
  version: number,
  basis: string,
  given: Proof,
): Promise<ActOutcome> {
  const actor = await clinicianStillHere();
  if (actor === null) return signedOut;
  const input = Signing.safeParse({ visitId, version, basis, proof: given });
  if (!input.success) return { ok: false, message: text.sign.wrong };
  const confirmed = await confirmPerson(actor, input.data.proof);
  if (!confirmed.ok) {
    const { sign } = text;
    if (confirmed.reason === "wrong") return { ok: false, message: sign.wrong };
    if (confirmed.reason === "passkey-refused") return { ok: false, message: sign.passkeyRefused };
    return { ok: false, message: fill(sign.tooMany, { minutes: Math.ceil(confirmed.retryAfterSeconds / 60) }) };
  }
  const signed = await signVisit(actor, input.data.visitId, input.data.version, confirmed.by, input.data.basis);
  return signed.ok ? { ok: true } : refusal(signed);
}

function refusal(signed: Exclude<SigningOutcome, { ok: true }>): ActOutcome {
  const { sign } = text;
  switch (signed.reason) {
    case "stale":
      return { ok: false, message: sign.stale, stale: true };
    case "course_changed":
      return { ok: false, message: sign.courseChanged, stale: true };
    case "incomplete":
      return { ok: false, message: sign.incomplete, blocking: signed.blocking };
    case "needs_supervisor":
      return { ok: false, message: sign.supervisor };
    case "did_not_attend":
      return { ok: false, message: sign.didNotAttend };
    case "in_future":
    case "before_birth":
    case "before_episode":
      return { ok: false, message: text.day[signed.reason] };
    case "not_a_draft":
    case "not_found":
      return { ok: false, message: sign.notDraft, stale: true };
  }
}

export async function moveVisitAction(visitId: string, visitOn: string): Promise<ActOutcome> {
  const actor = await clinicianStillHere();
  if (actor === null) return signedOut;
  const id = Id.safeParse(visitId);
  if (!id.success) return gone;
  const on = calendarDay.safeParse(visitOn);
  if (!on.success) return { ok: false, message: text.day.not_a_date };
  const moved = await moveDraft(actor, id.data, on.data);
  if (moved.ok) return { ok: true };
  const { reason } = moved;
  return reason === "not_found" || reason === "not_a_draft" ? gone : { ok: false, message: text.day[reason] };
}

export async function discardVisitAction(visitId: string): Promise<ActOutcome> {
  const actor = await clinicianStillHere();
  if (actor === null) return signedOut;
  const id = Id.safeParse(visitId);
  if (!id.success) return gone;
  const discarded = await discardDraft(actor, id.data);
  if (discarded.ok) return { ok: true };
  return discarded.reason === "holds_block" ? { ok: false, message: text.discard.holdsBlock } : gone;
}

/** The order belongs to whoever is signed in; a malformed one is not kept. */
export async function keepOrderAction(profile: string, rows: string[]): Promise<void> {
  const actor = await requireClinician();
  const input = z
    .object({ profile: z.enum(PROFILES), rows: z.array(z.string().max(60)).max(100) })
    .safeParse({ profile, rows });
  if (input.success) await keepMeasureOrder(actor, input.data.profile, input.data.rows);
}
