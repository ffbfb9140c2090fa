/**
 * Words typed for an act that was not done yet (an override, an amendment, a letter): kept on this device for the one
 * who typed them until the act is done or they sign out, and never sent.
 */
import { deviceStore, type Owner } from "./device-store";

/** `of`: the field or act that the words are for. */
export type PendingPlace = Owner & { visitId: string; of: string };

/** Also without a durable store, and at once where a dialog is opened again. */
const here = new Map<string, unknown>();

const allOf = ({ membershipId }: Pick<Owner, "membershipId">): string => `pending:${membershipId}:`;
const visitOf = (place: Pick<PendingPlace, "membershipId" | "visitId">): string => `${allOf(place)}${place.visitId}:`;
const keyOf = (place: PendingPlace): string => `${visitOf(place)}${place.of}`;

/** What this page knows of it without asking the store; undefined = nothing. */
export const pendingHere = (place: PendingPlace): unknown => here.get(keyOf(place));

export async function keptPending(place: PendingPlace): Promise<unknown> {
  const key = keyOf(place);
  if (here.has(key)) return here.get(key);
  const row = await orNothing(async () => (await deviceStore()).get("cache", key));
  if (row !== undefined && !here.has(key)) here.set(key, row.value);
  return here.get(key);
}

export async function keepPending(place: PendingPlace, value: unknown): Promise<void> {
  const key = keyOf(place);
  here.set(key, value);
  const { membershipId } = place;
  await orNothing(async () =>
    (await deviceStore()).put("cache", { key, membershipId, at: new Date().toISOString(), value }),
  );
}

export async function forgetPending(place: PendingPlace): Promise<void> {
  here.delete(keyOf(place));
  await orNothing(async () => (await deviceStore()).delete("cache", keyOf(place)));
}

/** The visit was signed or discarded: nothing more is done with what was typed for it. */
export const forgetPendingOfVisit = (place: Pick<PendingPlace, "membershipId" | "visitId">): Promise<void> =>
  forgetUnder(visitOf(place));

/** At sign-out nothing of it stays on a device that others use. */
export const forgetAllPending = (owner: Owner): Promise<void> => forgetUnder(allOf(owner));

async function forgetUnder(start: string): Promise<void> {
  for (const key of [...here.keys()]) if (key.startsWith(start)) here.delete(key);
  await orNothing(async () => (await deviceStore()).delete("cache", IDBKeyRange.bound(start, `${start}\uffff`)));
}

/** A browser that forbids its store keeps the words with the page. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
