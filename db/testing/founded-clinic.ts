/** A clinic of its own for a test: founded as a real one is, its owner signed in. */
import { randomBytes } from "node:crypto";
import { preTenantTransaction } from "@/db/client";
import { foundClinic } from "@/db/founding";
import { openLogin } from "@/db/login";
import type { Actor } from "@/db/scope";

export async function newTestClinic(passwordHash = "not-a-hash"): Promise<{ owner: Actor; ownerEmail: string }> {
  const ownerEmail = `owner-${randomBytes(5).toString("hex")}@example.org`;
  const owner = await preTenantTransaction(async (tx) => {
    const actor = await foundClinic(tx, {
      name: "Harbour Street",
      timeZone: "Europe/London",
      country: "GB",
      emergencyNumber: "999",
      owner: { name: "Ada Owner", email: ownerEmail, passwordHash },
    });
    const { id } = await openLogin(tx, actor);
    return { ...actor, loginId: id };
  });
  return { owner, ownerEmail };
}
