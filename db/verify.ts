/** Proof that nothing signed, concluded or audited was altered: reads it all again and names what doesn't hold. */
import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import { preTenantTransaction, transaction } from "./client";
import { clinic } from "./schema/clinic";
import { reportSnapshot } from "./schema/report";
import type { Actor } from "./scope";
import { canonicalJson, sha256 } from "./signature";
import { type ChainHead, verifyChain } from "./verify-chain";
import { verifyEvents } from "./verify-event";
import { type Findings, inPages, type Read } from "./verify-reading";
import { verifyVisits } from "./verify-visit";

export type VerifiedClinic = Pick<Findings, "faults" | "counts" | "missingKeys"> & {
  clinicId: string;
  name: string;
  /** Where the chain ends: kept elsewhere, it later proves that no tail was cut off. */
  head: ChainHead | null;
};

const PAGE = 200;
const DEADLINE_MS = 60_000;

/** Clinics in the order they were made. */
export function clinicsToVerify(): Promise<{ id: string; name: string }[]> {
  return preTenantTransaction((tx) =>
    tx.select({ id: clinic.id, name: clinic.name }).from(clinic).orderBy(asc(clinic.createdAt), asc(clinic.id)),
  );
}

/** @param kept a head that was written down earlier: its event must still be there */
export async function verifyClinic(
  { id: clinicId, name }: { id: string; name: string },
  kept: ChainHead | null = null,
): Promise<VerifiedClinic> {
  // Nobody in particular: what is read is neither changed nor audited.
  const reader: Actor = {
    userId: newId(),
    membershipId: newId(),
    clinicId,
    role: "owner",
    loginId: newId(),
    patientId: null,
    aal: 2,
  };
  const read: Read = (page) => transaction(reader, (tx) => page(tx, clinicId), { deadlineMs: DEADLINE_MS });
  const findings: Findings = {
    faults: [],
    counts: { visits: 0, visit_rows: 0, visit_events: 0, rechecks: 0, reports: 0, audit_events: 0 },
    missingKeys: new Map(),
    covered: new Map(),
  };
  await verifyVisits(read, findings);
  await verifyEvents(read, findings);
  await verifyReports(read, findings);
  const head = await verifyChain(read, findings, kept);
  const { faults, counts, missingKeys } = findings;
  return { clinicId, name, faults, counts, missingKeys, head };
}

async function verifyReports(read: Read, { faults, counts }: Findings): Promise<void> {
  await inPages(
    (after) =>
      read((tx, clinicId) =>
        tx
          .select({ id: reportSnapshot.id, snapshot: reportSnapshot.snapshot, hash: reportSnapshot.snapshotHash })
          .from(reportSnapshot)
          .where(and(eq(reportSnapshot.clinicId, clinicId), after === null ? undefined : gt(reportSnapshot.id, after)))
          .orderBy(asc(reportSnapshot.id))
          .limit(PAGE),
      ),
    async (rows) => {
      for (const { id, snapshot, hash } of rows) {
        counts.reports += 1;
        if (sha256(canonicalJson(snapshot)) !== hash) {
          faults.push({ table: "report_snapshot", id, what: "the snapshot doesn't give the hash stored with it" });
        }
      }
    },
  );
}
