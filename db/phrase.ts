/** A clinician's own phrases in this clinic: nobody else reads or changes them. */
import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import type { Phrase } from "@/domain/visit/phrases";
import { type Tx, transaction } from "./client";
import { phrase } from "./schema/habit";
import type { Actor } from "./scope";

/** More than anybody remembers; the list travels with every visit. */
const MOST = 200;

const own = (actor: Actor) => and(eq(phrase.clinicId, actor.clinicId), eq(phrase.userId, actor.userId));

export type StoredPhrase = Phrase & { id: string };

export const listPhrases = (actor: Actor): Promise<StoredPhrase[]> =>
  transaction(actor, (tx) => listPhrasesIn(tx, actor));

/** By trigger. */
export function listPhrasesIn(tx: Tx, actor: Actor): Promise<StoredPhrase[]> {
  return tx
    .select({ id: phrase.id, trigger: phrase.trigger, text: phrase.text })
    .from(phrase)
    .where(own(actor))
    .orderBy(asc(phrase.trigger));
}

export type PhraseOutcome = { ok: true } | { ok: false; reason: "taken" | "too_many" | "not_found" };

/** Adds a phrase, or changes the one of that id. */
export function savePhrase(actor: Actor, { id, trigger, text }: Phrase & { id?: string }): Promise<PhraseOutcome> {
  return transaction(actor, async (tx): Promise<PhraseOutcome> => {
    // One writer at a time per person: the count and the trigger can't be outrun.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`phrase ${actor.clinicId} ${actor.userId}`}, 0))`,
    );
    const mine = await listPhrasesIn(tx, actor);
    if (mine.some((other) => other.trigger === trigger && other.id !== id)) return { ok: false, reason: "taken" };
    if (id !== undefined) {
      if (!mine.some((other) => other.id === id)) return { ok: false, reason: "not_found" };
      await tx
        .update(phrase)
        .set({ trigger, text })
        .where(and(own(actor), eq(phrase.id, id)));
      return { ok: true };
    }
    if (mine.length >= MOST) return { ok: false, reason: "too_many" };
    await tx.insert(phrase).values({ clinicId: actor.clinicId, userId: actor.userId, id: newId(), trigger, text });
    return { ok: true };
  });
}

/** Throws a phrase away; what it wrote stays where it was written. */
export function removePhrase(actor: Actor, id: string): Promise<void> {
  return transaction(actor, async (tx) => {
    await tx.delete(phrase).where(and(own(actor), eq(phrase.id, id)));
  });
}
