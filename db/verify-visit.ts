/** Checks signed visits: the signature, the visit's own row, its assessment, and every typed row against the signed text. */
import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import { acceptedIds, responseCovers } from "./accepted-response";
import { assessment } from "./schema/assessment";
import { visit, visitDraftField } from "./schema/visit";
import { canonicalJson } from "./signature";
import { type Cover, digestOf, type SignedVisitContent, visitColumns } from "./signed-content";
import { signedPart } from "./verify-event";
import { type Findings, inPages, type Read } from "./verify-reading";
import { expectedRows, type StoredRow, storedRows } from "./verify-rows";

const PAGE = 100;

type PageTx = Parameters<Parameters<Read>[0]>[0];

export async function verifyVisits(read: Read, findings: Findings): Promise<void> {
  await inPages(
    (after) => read((tx, clinicId) => signedVisits(tx, clinicId, after)),
    async (visits) => {
      const ids = visits.map(({ id }) => id);
      const [rows, results, fields, responses] = await read((tx, clinicId) =>
        Promise.all([
          storedRows(tx, clinicId, ids),
          assessments(tx, clinicId, ids),
          draftFields(tx, clinicId, ids),
          responseCovers(tx, clinicId, ids),
        ]),
      );
      for (const row of visits) {
        findings.counts.visits += 1;
        const content = readVisit(row, findings);
        if (content === null) continue;
        compareAssessment(
          row.id,
          results.find(({ visitId }) => visitId === row.id),
          content,
          findings,
        );
        compareFields(
          row.id,
          fields.filter(({ visitId }) => visitId === row.id),
          content,
          findings,
        );
        compareResponses(
          responses.filter(({ visitId }) => visitId === row.id),
          content,
          findings,
        );
        compareRows(
          row.id,
          rows.filter(({ visitId }) => visitId === row.id),
          content,
          findings,
        );
      }
    },
  );
}

/** Signed ones, and those that only claim not to be: a signed text never leaves its row. */
function signedVisits(tx: PageTx, clinicId: string, after: string | null) {
  return tx
    .select({
      id: visit.id,
      state: visit.state,
      patientId: visit.patientId,
      kind: visit.kind,
      visitOn: visit.visitOn,
      number: visit.number,
      massKg: visit.massKg,
      heightCm: visit.heightCm,
      narrative: visit.narrative,
      decision: visit.decision,
      override: visit.override,
      cannotTest: visit.cannotTest,
      nextReviewOn: visit.nextReviewOn,
      nextReviewOpen: visit.nextReviewOpen,
      signedAt: visit.signedAt,
      signedById: visit.signedById,
      signedSupervised: visit.signedSupervised,
      signedText: visit.signedText,
      signedHash: visit.signedHash,
      signedMac: visit.signedMac,
      signedKey: visit.signedKey,
    })
    .from(visit)
    .where(
      and(
        eq(visit.clinicId, clinicId),
        or(eq(visit.state, "signed"), isNotNull(visit.signedText)),
        after === null ? undefined : gt(visit.id, after),
      ),
    )
    .orderBy(asc(visit.id))
    .limit(PAGE);
}

type SignedRow = Awaited<ReturnType<typeof signedVisits>>[number];

function readVisit(row: SignedRow, findings: Findings): SignedVisitContent | null {
  const at = { table: "visit", id: row.id };
  const { signedText: text, signedHash: hash, signedMac: mac, signedKey: key } = row;
  if (row.state !== "signed" || text === null || hash === null || mac === null || key === null) {
    findings.faults.push({ ...at, what: "is signed only in part" });
    return null;
  }
  const content = signedPart<SignedVisitContent>({ ...at, text, hash, mac, key }, findings);
  if (content === null) return null;
  for (const { id, digest } of content.rechecks) findings.covered.set(id, digest);
  const { signed_by: by, entries } = content;
  const signed = {
    visit: content.visit,
    by: [by.membership, by.supervised, by.at],
    ...visitColumns(entries),
  };
  const { massKg, heightCm, narrative, decision, override, cannotTest, nextReviewOn, nextReviewOpen } = row;
  const held = {
    visit: { id: row.id, kind: row.kind, on: row.visitOn, number: row.number, patient: row.patientId },
    by: [row.signedById, row.signedSupervised, row.signedAt?.toISOString()],
    ...{ massKg, heightCm, narrative, decision, override, cannotTest, nextReviewOn, nextReviewOpen },
  };
  const altered = differing(signed, held);
  if (altered.length > 0) findings.faults.push({ ...at, what: `differs from what was signed (${altered.join(", ")})` });
  return content;
}

function compareAssessment(
  visitId: string,
  row: Awaited<ReturnType<typeof assessments>>[number] | undefined,
  { assessment: signed, fold, rule_set }: SignedVisitContent,
  { faults }: Findings,
): void {
  const at = { table: "assessment", id: visitId };
  if (!row || signed === null) {
    if (row) faults.push({ ...at, what: "no signature covers it" });
    else if (signed !== null) faults.push({ ...at, what: "was signed and is gone" });
    return;
  }
  const { input, evidence, state } = row;
  const held = { result: row.result, rules: row.ruleSetVersion, fold: digestOf({ input, evidence, state }) };
  const altered = differing({ result: signed, rules: rule_set, fold }, held);
  if (altered.length > 0) faults.push({ ...at, what: `differs from what was signed (${altered.join(", ")})` });
}

/** A draft's fields may be gone after signing; where they stand, they say what was signed. */
function compareFields(
  visitId: string,
  rows: { path: string; value: unknown }[],
  { fields }: SignedVisitContent,
  { faults }: Findings,
): void {
  for (const { path, value } of rows) {
    if (canonicalJson(value) !== canonicalJson(fields[path])) {
      const id = `${visitId} ${path}`;
      faults.push({ table: "visit_draft_field", id, what: "differs from what was signed" });
    }
  }
}

/** What the patient had sent, as it was when the visit took it in. */
function compareResponses(rows: Cover[], { accepted }: SignedVisitContent, { faults }: Findings): void {
  const held = new Map(rows.map(({ id, digest }) => [id, digest]));
  for (const { id, digest } of accepted ?? []) {
    const found = held.get(id);
    const what = found === undefined ? "was taken in, signed, and is gone" : "differs from what was signed";
    if (found !== digest) faults.push({ table: "questionnaire_response", id, what });
  }
}

function compareRows(visitId: string, rows: StoredRow[], content: SignedVisitContent, { faults, counts }: Findings) {
  const missing = expectedRows(content);
  // The patient's own questionnaires were there before; the visit only took them in.
  const accepted = content.accepted ? new Set(content.accepted.map(({ id }) => id)) : acceptedIds(content.entries);
  for (const { table, id, content: held } of rows) {
    if (accepted.has(id)) continue;
    counts.visit_rows += 1;
    const expected = missing.get(table) ?? [];
    const found = expected.indexOf(held);
    if (found >= 0) expected.splice(found, 1);
    else faults.push({ table, id, what: `is not what was signed with visit ${visitId}` });
  }
  for (const [table, left] of missing) {
    // An altered row was named above; one that is gone has nothing to name but its visit.
    const named = faults.filter((fault) => fault.table === table && fault.what.endsWith(visitId)).length;
    if (left.length > named) faults.push({ table, id: visitId, what: "a row that was signed with this visit is gone" });
  }
}

function differing(signed: Record<string, unknown>, held: Record<string, unknown>): string[] {
  return Object.keys(signed).filter((name) => canonicalJson(signed[name]) !== canonicalJson(held[name]));
}

function assessments(tx: PageTx, clinicId: string, visitIds: string[]) {
  return tx
    .select({
      visitId: assessment.visitId,
      ruleSetVersion: assessment.ruleSetVersion,
      input: assessment.input,
      result: assessment.result,
      evidence: assessment.evidence,
      state: assessment.foldState,
    })
    .from(assessment)
    .where(and(eq(assessment.clinicId, clinicId), inArray(assessment.visitId, visitIds)));
}

function draftFields(tx: PageTx, clinicId: string, visitIds: string[]) {
  return tx
    .select({ visitId: visitDraftField.visitId, path: visitDraftField.path, value: visitDraftField.value })
    .from(visitDraftField)
    .where(and(eq(visitDraftField.clinicId, clinicId), inArray(visitDraftField.visitId, visitIds)))
    .orderBy(asc(visitDraftField.path));
}
