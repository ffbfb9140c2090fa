/** Owns the demo clinic: made once, labelled as demo, with people whose password is generated and shown. */
import "server-only";
import { sql } from "drizzle-orm";
import { dayIn } from "@/domain/clinic-clock";
import { preTenantTransaction, withinClinic } from "../client";
import { type DemoClinic, readDemoClinic } from "../demo";
import { foundClinic } from "../founding";
import { writeAdoption } from "../rule-set";

const DEMO_ZONE = "Europe/London";

/**
 * Makes the demo clinic unless it is there already; an existing one keeps its password.
 * `secret`: the password its people sign visits with, shown in the demo's banner, and that password's argon2id hash.
 */
export function loadDemoClinic(secret: { password: string; passwordHash: string }): Promise<DemoClinic> {
  return preTenantTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('counterpoise.first-run'))`);
    const existing = await readDemoClinic(tx);
    if (existing) return existing;
    const owner = await foundClinic(
      tx,
      {
        name: "Harbour Street Physiotherapy",
        timeZone: DEMO_ZONE,
        country: "GB",
        emergencyNumber: "999",
        // Ofcom keeps this range free for fiction.
        phone: "020 7946 0142",
        hours: "Mon–Fri 8:00–18:00",
        owner: { name: "Miriam Oduya", email: "m.oduya@harbour.example", passwordHash: secret.passwordHash },
      },
      { password: secret.password },
    );
    const on = dayIn(DEMO_ZONE, new Date());
    await withinClinic(tx, owner, () => writeAdoption(tx, owner, null, { name: "Miriam Oduya", on }));
    return { clinicId: owner.clinicId, clinicianMembershipId: owner.membershipId, patientMembershipId: null };
  });
}
