/** Reads of one rendered page: what layout and page ask for side by side shares a lease and a transaction. */
import "server-only";
import { cache } from "react";
import { type Tx, transaction } from "./client";
import type { Actor } from "./scope";

type Round = { reads: ((tx: Tx) => Promise<void>)[]; done: Promise<void> };

/** One per request and person; outside a render (actions, route handlers) React keeps nothing: each read stands alone. */
const gathering = cache((_membershipId: string): { round: Round | null } => ({ round: null }));

/**
 * As `transaction`, for reads of pages and layouts. Reads asked for before the transaction has begun are sent on it
 * together; a later one begins another. Where one fails, all of its round do.
 */
export async function pageRead<T>(actor: Actor, read: (tx: Tx) => Promise<T>): Promise<T> {
  const here = gathering(actor.membershipId);
  here.round ??= beginRound(actor, here);
  const { reads, done } = here.round;
  let result: { value: T } | undefined;
  reads.push(async (tx) => {
    result = { value: await read(tx) };
  });
  await done;
  if (!result) throw new Error("a read of the page was left out of its round");
  return result.value;
}

function beginRound(actor: Actor, here: { round: Round | null }): Round {
  const reads: Round["reads"] = [];
  const done = transaction(actor, async (tx) => {
    here.round = null;
    await Promise.all(reads.map((read) => read(tx)));
  }).finally(() => {
    // A round that never began takes nobody along into the next one.
    if (here.round?.reads === reads) here.round = null;
  });
  return { reads, done };
}
