/** Writing down what a patient consented to, declined or withdrew; entries are added, never changed. */
import "server-only";
import type { CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { ConsentId } from "@/domain/vocabulary/consent";
import { appendAudit } from "./audit";
import type { Tx } from "./client";
import { consent } from "./schema/consent";
import type { Actor } from "./scope";

export type ConsentEntry = { item: ConsentId; state: "given" | "declined" | "withdrawn" };

/** The actor is who explained; the caller refreshes the caseload row. */
export async function recordConsents(
  tx: Tx,
  actor: Actor,
  patientId: string,
  entries: readonly ConsentEntry[],
  { on, language }: { on: CalendarDay; language: string },
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, id: newId() }));
  await tx.insert(consent).values(
    rows.map((row) => ({
      ...row,
      clinicId: actor.clinicId,
      patientId,
      consentedOn: on,
      explainedById: actor.membershipId,
      language,
    })),
  );
  for (const { id, item, state } of rows) {
    await appendAudit(tx, actor, {
      action: "consent.record",
      objectKind: "consent",
      objectId: id,
      patientId,
      detail: { item, state },
    });
  }
}
