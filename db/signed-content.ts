/** What a signature covers: a visit with its entries and its result, or what was added to a signed visit. */
import "server-only";
import type { VisitAssessment } from "@/domain/assessment";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import { canonicalJson, sha256 } from "./signature";
import type { VisitKind } from "./visit";

/** Who signed, as the record names them. */
export type Signer = { membership: string; name: string; supervised: boolean /** ISO instant. */; at: string };

/** A row that the signature covers by its digest. */
export type Cover = { id: string; digest: string };

export type SignedVisitContent = {
  visit: { id: string; kind: VisitKind; on: string; number: number | null; patient: string };
  /** The draft by its paths; amendments go on from here. */
  fields: Record<string, unknown>;
  entries: VisitEntries;
  assessment: VisitAssessment | null;
  /** Digest of what the rules read, what each criterion rested on, and the state the next visit starts from. */
  fold: string | null;
  rule_set: string;
  /** Rechecks of later visits that came with a late entry. */
  rechecks: Cover[];
  /** Questionnaires the patient had sent; absent where the visit names none, and in what was signed before they were covered. */
  accepted?: Cover[] | undefined;
  signed_by: Signer;
};

export type SignedEventContent = {
  event: { id: string; kind: "amend" | "void" | "co_sign" | "return"; visit: string; patient: string };
  reason: string | null;
  changes: { path: string; old: unknown; new: unknown }[] | null;
  /** Rechecks that were stored with it: of the visit itself and of later ones. */
  rechecks: Cover[];
  signed_by: Omit<Signer, "supervised">;
};

/** A short stand-in for a large part of the record: whoever changes the part can't keep the digest. */
export const digestOf = (part: unknown): string => sha256(canonicalJson(part));

type RecheckRow = { id: string; input: unknown; result: unknown; foldState: unknown; evidence: unknown };

/** Evidence came later than the first rechecks, whose digests don't know of it. */
export const recheckCover = ({ id, input, result, foldState: state, evidence }: RecheckRow): Cover => ({
  id,
  digest: digestOf({ input, result, state, ...(evidence !== null && { evidence }) }),
});

/** The columns of a signed visit's own row that repeat its entries. */
export function visitColumns(entries: VisitEntries) {
  return {
    massKg: entries.mass_kg,
    heightCm: entries.height_cm,
    narrative: narrativeOf(entries),
    decision: entries.decision && { choice: entries.decision.choice, reason: entries.decision.reason ?? undefined },
    override: entries.override && {
      to_phase: entries.override.to_phase,
      listed: entries.override.reason ?? "other",
      reason: entries.override.text,
      second_clinician: entries.override.second_clinician ?? undefined,
    },
    cannotTest: entries.cannot_test.length > 0 ? entries.cannot_test : null,
    nextReviewOn: entries.next_review === "open" ? null : entries.next_review,
    nextReviewOpen: entries.next_review === "open",
  };
}

/** Text of the visit that no rule reads, by the names of its parts. */
function narrativeOf(entries: VisitEntries): Record<string, unknown> {
  return {
    subjective: Object.fromEntries(entries.subjective.map(({ key, text }) => [key, text])),
    since_last: entries.since_last,
    interpreter: entries.interpreter,
    adverse_response: entries.adverse_response,
    ...(entries.treatment_response && { treatment_response: entries.treatment_response }),
    advice: entries.advice,
    note: entries.note,
    contact: entries.contact,
    flags_taken_back: entries.flags_taken_back,
  };
}
