/** How a patient may sign in by themselves: the email of their account, and a first password chosen while signed in. */
import "server-only";
import { eq } from "drizzle-orm";
import { appendAudit } from "./audit";
import { preTenantTransaction, withinClinic } from "./client";
import { choosePassword, JoiningRefused } from "./joining";
import type { PatientActor } from "./portal-place";
import { userAccount } from "./schema/account";

export type OwnSignIn = { name: string; email: string | null; hasPassword: boolean };

export function ownSignIn(actor: PatientActor): Promise<OwnSignIn> {
  return preTenantTransaction(async (tx) => {
    const [row] = await tx
      .select({ name: userAccount.displayName, email: userAccount.email, passwordHash: userAccount.passwordHash })
      .from(userAccount)
      .where(eq(userAccount.id, actor.userId));
    if (!row) throw new Error("A login without its account");
    const { name, email, passwordHash } = row;
    return { name, email, hasPassword: passwordHash !== null };
  });
}

/** A first password only: one that was chosen before is never replaced by whoever holds the phone. */
export async function chooseFirstPassword(
  actor: PatientActor,
  chosen: { email: string; passwordHash: string },
): Promise<"chosen" | "has_one" | "email_taken"> {
  try {
    return await preTenantTransaction(async (tx) => {
      if (!(await choosePassword(tx, actor.userId, chosen))) return "has_one";
      await withinClinic(tx, actor, () =>
        appendAudit(tx, actor, {
          action: "patient.password",
          objectKind: "membership",
          objectId: actor.membershipId,
          patientId: actor.patientId,
        }),
      );
      return "chosen";
    });
  } catch (error) {
    if (error instanceof JoiningRefused) return "email_taken";
    throw error;
  }
}
