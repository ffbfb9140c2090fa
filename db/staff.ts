/** Staff as the record names them. */
import "server-only";
import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { type Tx, transaction } from "./client";
import { staffMember } from "./schema/clinic";
import type { Actor } from "./scope";

/** How the acting member of staff is named and registered; null when they left the clinic. */
export async function staffName(actor: Actor): Promise<{ name: string; registration: string | null } | null> {
  return transaction(actor, (tx) => findStaff(tx, actor));
}

/** The name a signature carries. */
export async function staffNameIn(tx: Tx, actor: Actor): Promise<string> {
  const member = await findStaff(tx, actor);
  if (!member) throw new Error("The actor is not in the clinic's staff");
  return member.name;
}

/** Names of those who may stand as second clinician beside the actor: fully licensed, and here today. */
export async function secondsOf(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ name: staffMember.displayName })
    .from(staffMember)
    .where(
      and(
        eq(staffMember.clinicId, actor.clinicId),
        ne(staffMember.id, actor.membershipId),
        inArray(staffMember.role, ["owner", "clinician"]),
        isNull(staffMember.leftAt),
        or(isNull(staffMember.expiresAt), gt(staffMember.expiresAt, sql`now()`)),
      ),
    )
    .orderBy(asc(staffMember.displayName));
  return rows.map(({ name }) => name);
}

async function findStaff(tx: Tx, actor: Actor) {
  const [row] = await tx
    .select({ name: staffMember.displayName, registration: staffMember.registrationNumber })
    .from(staffMember)
    .where(and(eq(staffMember.clinicId, actor.clinicId), eq(staffMember.id, actor.membershipId)));
  return row ?? null;
}
