/** Adding a passkey (the password first, then what the device made) and removing one. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type FormState, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import { enrolPasskey, offerPasskey, type PasskeyOffer } from "@/auth/passkey";
import { confirmPassword } from "@/auth/reauthenticate";
import { removePasskey } from "@/db/passkey";
import { newPasskeyAnswer } from "@/domain/confirmation";
import text from "@/messages/en/passkey.json";
import { fill } from "@/messages/fill";

export type Offered = { ok: true; options: PasskeyOffer } | { ok: false; message: string };

/** The password opens enrolment: who finds a screen left open can't leave a key of their own behind. */
export async function beginPasskey(password: string): Promise<Offered> {
  const actor = await requireClinician();
  const { faults } = text;
  const given = z.string().min(1).max(1024).safeParse(password);
  if (!given.success) return { ok: false, message: faults.wrong };
  const confirmed = await confirmPassword(actor, given.data);
  if (!confirmed.ok) {
    if (confirmed.reason === "wrong") return { ok: false, message: faults.wrong };
    return { ok: false, message: fill(faults.tooMany, { minutes: Math.ceil(confirmed.retryAfterSeconds / 60) }) };
  }
  const options = await offerPasskey(actor);
  return options === null ? { ok: false, message: text.noAddress } : { ok: true, options };
}

const New = z.object({ name: z.string().trim().min(1).max(60), answer: newPasskeyAnswer });

export async function finishPasskey(
  name: string,
  answer: unknown,
): Promise<{ ok: true } | { ok: false; message: string }> {
  const actor = await requireClinician();
  const input = New.safeParse({ name, answer });
  if (!input.success) return { ok: false, message: text.faults.refused };
  const enrolled = await enrolPasskey(actor, input.data.name, input.data.answer);
  if (!enrolled.ok) return { ok: false, message: text.faults[enrolled.reason] };
  revalidatePath("/settings/security");
  return { ok: true };
}

export async function forgetPasskey(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const id = z.uuid().safeParse(form.get("passkey"));
  const isGone = id.success && (await removePasskey(actor, id.data));
  if (!isGone) return refused(text.faults.gone, readValues(form));
  revalidatePath("/settings/security");
  return { status: "done" };
}
