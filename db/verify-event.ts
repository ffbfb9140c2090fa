/** Checks what was appended to signed visits, and that a signature or the audit chain covers every recheck. */
import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { RULES_RECHECK } from "./rule-recheck";
import { assessmentRecheck } from "./schema/assessment";
import { auditEvent } from "./schema/audit";
import { visitEvent } from "./schema/visit";
import { canonicalJson, checkSignature, type Signature } from "./signature";
import { recheckCover, type SignedEventContent } from "./signed-content";
import { type Findings, inPages, type Read } from "./verify-reading";

const PAGE = 200;

export async function verifyEvents(read: Read, findings: Findings): Promise<void> {
  const { faults } = findings;
  await inPages(
    (after) => read((tx, clinicId) => events(tx, clinicId, after)),
    async (rows) => {
      for (const row of rows) {
        findings.counts.visit_events += 1;
        const at = { table: "visit_event", id: row.id };
        const content = signedPart<SignedEventContent>({ ...row, ...at }, findings);
        if (content === null) continue;
        for (const { id, digest } of content.rechecks) findings.covered.set(id, digest);
        const held = {
          event: { id: row.id, kind: row.kind, visit: row.visitId, patient: row.patientId },
          reason: row.reason,
          changes: row.changes,
          by: [row.byId, row.at.toISOString()],
        };
        const { event, reason, changes, signed_by } = content;
        const signed = { event, reason, changes, by: [signed_by.membership, signed_by.at] };
        if (canonicalJson(held) !== canonicalJson(signed)) faults.push({ ...at, what: "differs from what was signed" });
      }
    },
  );
  await coverRuleRechecks(read, findings);
  await verifyRechecks(read, findings);
  await verifyNothingGone(read, findings);
}

/** What new thresholds changed was signed by nobody: the audit chain names those rechecks. */
async function coverRuleRechecks(read: Read, { covered }: Findings): Promise<void> {
  await inPages(
    (after) => read((tx, clinicId) => ruleRechecks(tx, clinicId, after)),
    async (rows) => {
      for (const { detail } of rows) {
        for (const [id, digest] of Object.entries(detail)) covered.set(id, String(digest));
      }
    },
  );
}

/** Every recheck was stored by an act that names it. */
async function verifyRechecks(read: Read, { faults, counts, covered }: Findings): Promise<void> {
  await inPages(
    (after) => read((tx, clinicId) => rechecks(tx, clinicId, after)),
    async (rows) => {
      for (const row of rows) {
        counts.rechecks += 1;
        const digest = covered.get(row.id);
        covered.delete(row.id);
        if (digest === recheckCover(row).digest) continue;
        const what =
          digest === undefined ? "no signature and no audit event covers it" : "differs from what was signed";
        faults.push({ table: "assessment_recheck", id: row.id, what });
      }
    },
  );
  for (const id of covered.keys()) faults.push({ table: "assessment_recheck", id, what: "was signed and is gone" });
}

/** The audit chain remembers every signature: a visit or an event that was removed is missed here. */
async function verifyNothingGone(read: Read, { faults }: Findings): Promise<void> {
  const gone = await read((tx, clinicId) =>
    tx.execute<{ id: string; action: string }>(sql`
      select a.object_id as id, a.action from audit_event a
      where a.clinic_id = ${clinicId} and a.action in ('visit.sign', 'visit.amend', 'visit.void', 'visit.co_sign', 'visit.return')
      group by a.object_id, a.action
      having count(*) > case a.action
        when 'visit.sign' then (select count(*) from visit v
          where v.clinic_id = ${clinicId} and v.id = a.object_id and v.state = 'signed')
        else (select count(*) from visit_event e
          where e.clinic_id = ${clinicId} and e.visit_id = a.object_id and 'visit.' || e.kind::text = a.action) end
      order by min(a.seq)`),
  );
  for (const { id, action } of gone) {
    const isVisit = action === "visit.sign";
    const what = isVisit
      ? "was signed and isn't a signed visit any more"
      : `an event of this visit is gone (${action})`;
    faults.push({ table: isVisit ? "visit" : "visit_event", id, what });
  }
}

type PageTx = Parameters<Parameters<Read>[0]>[0];

function events(tx: PageTx, clinicId: string, after: string | null) {
  return tx
    .select({
      id: visitEvent.id,
      kind: visitEvent.kind,
      visitId: visitEvent.visitId,
      patientId: visitEvent.patientId,
      reason: visitEvent.reason,
      changes: visitEvent.changes,
      byId: visitEvent.byId,
      at: visitEvent.at,
      text: visitEvent.signedText,
      hash: visitEvent.signedHash,
      mac: visitEvent.signedMac,
      key: visitEvent.signedKey,
    })
    .from(visitEvent)
    .where(and(eq(visitEvent.clinicId, clinicId), after === null ? undefined : gt(visitEvent.id, after)))
    .orderBy(asc(visitEvent.id))
    .limit(PAGE);
}

function ruleRechecks(tx: PageTx, clinicId: string, after: string | null) {
  return tx
    .select({ id: auditEvent.id, detail: auditEvent.detail })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.clinicId, clinicId),
        eq(auditEvent.action, RULES_RECHECK),
        after === null ? undefined : gt(auditEvent.id, after),
      ),
    )
    .orderBy(asc(auditEvent.id))
    .limit(PAGE);
}

function rechecks(tx: PageTx, clinicId: string, after: string | null) {
  return tx
    .select({
      id: assessmentRecheck.id,
      input: assessmentRecheck.input,
      result: assessmentRecheck.result,
      foldState: assessmentRecheck.foldState,
      evidence: assessmentRecheck.evidence,
    })
    .from(assessmentRecheck)
    .where(and(eq(assessmentRecheck.clinicId, clinicId), after === null ? undefined : gt(assessmentRecheck.id, after)))
    .orderBy(asc(assessmentRecheck.id))
    .limit(PAGE);
}

/** The signed text read back once its signature holds, or can't be checked for want of the key; null when it is broken. */
export function signedPart<Content>(
  row: { table: string; id: string } & Signature,
  { faults, missingKeys }: Findings,
): Content | null {
  const { table, id, text, hash, mac, key } = row;
  const verdict = checkSignature({ text, hash, mac, key });
  if (verdict === "broken") {
    faults.push({ table, id, what: "the signature is broken" });
    return null;
  }
  if (verdict === "key_missing") missingKeys.set(key, (missingKeys.get(key) ?? 0) + 1);
  return JSON.parse(text) as Content;
}
