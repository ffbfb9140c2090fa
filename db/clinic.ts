/** The clinic's own settings, as its owner keeps them. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { appendAudit } from "./audit";
import { markCaseloadDue } from "./caseload-due";
import { transaction } from "./client";
import { clinic } from "./schema/clinic";
import type { Actor } from "./scope";

const settings = {
  name: clinic.name,
  /** IANA name. */
  timeZone: clinic.timeZone,
  /** ISO 3166-1 alpha-2. */
  country: clinic.country,
  emergencyNumber: clinic.emergencyNumber,
  phone: clinic.phone,
  hours: clinic.hours,
  /** Younger patients' logins are held by their guardians. */
  ownLoginAge: clinic.ownLoginAge,
  version: clinic.version,
};

export type ClinicSettings = {
  name: string;
  timeZone: string;
  country: string;
  emergencyNumber: string;
  phone: string | null;
  hours: string | null;
  ownLoginAge: number;
  version: number;
};

export async function readClinic(actor: Actor): Promise<ClinicSettings | null> {
  const [row] = await transaction(actor, (tx) => tx.select(settings).from(clinic).where(eq(clinic.id, actor.clinicId)));
  return row ?? null;
}

/** Writes the settings unless someone else has changed them since `version`; audits the names of the fields that changed. */
export function updateClinic(
  actor: Actor,
  { version, ...next }: Omit<ClinicSettings, "country">,
): Promise<{ ok: true; version: number } | { ok: false; reason: "changed-meanwhile" }> {
  return transaction(actor, async (tx) => {
    const [before] = await tx.select(settings).from(clinic).where(eq(clinic.id, actor.clinicId)).for("update");
    if (before?.version !== version) return { ok: false, reason: "changed-meanwhile" } as const;
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter((field) => next[field] !== before[field]);
    if (fields.length === 0) return { ok: true, version } as const;
    await tx
      .update(clinic)
      .set({ ...next, version: sql`${clinic.version} + 1` })
      .where(and(eq(clinic.id, actor.clinicId), eq(clinic.version, version)));
    // "Today" is another day, so whatever comes true by time alone does so at another midnight.
    if (fields.includes("timeZone")) await markCaseloadDue(tx, actor);
    await appendAudit(tx, actor, {
      action: "clinic.update",
      objectKind: "clinic",
      objectId: actor.clinicId,
      fields,
    });
    return { ok: true, version: version + 1 } as const;
  });
}
