/** What a visit still needs before it can be signed (CLINICAL 3.1, 5.1, 11.4); nothing else blocks. */
import type { VisitAssessment } from "@/domain/assessment";
import { hasSecondClinician, isReason, isSecondHere } from "@/domain/rules/reason";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import type { DraftContext } from "@/domain/visit/draft-reading";
import { draftPath } from "@/domain/visit/fields";
import type { ReadDraft } from "@/domain/visit/read-draft";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { ConsentId } from "@/domain/vocabulary/consent";
import { flagById, isBlocking } from "@/domain/vocabulary/flags";
import { treatmentById } from "@/domain/vocabulary/treatments";

export type BlockingCode =
  | "field_refused"
  | "next_review_missing"
  | "next_review_not_after_visit"
  | "treatment_missing"
  | "treatment_and_none"
  | "treatment_consent_missing"
  | "screening_decision_missing"
  | "screening_reason_missing"
  | "screening_recheck_missing"
  | "flag_taken_back_reason_missing"
  | "flag_error_reason_missing"
  | "flag_error_second_missing"
  | "flag_error_rejected"
  | "second_not_here"
  | "clearance_incomplete"
  | "cannot_test_reason_missing"
  | "decision_reason_missing"
  | "decision_not_offered"
  | "decision_in_hold"
  | "decision_late"
  | "override_reason_missing"
  | "override_text_missing"
  | "override_second_clinician_missing"
  | "override_in_hold"
  | "override_late"
  | "contact_channel_missing"
  | "contact_summary_missing";
export type Blocking = { path: string; code: BlockingCode };
/** Whether anything may be decided: not on hold, and not at a visit dated before one that is signed. */
type Deciding = "open" | "held" | "late";
export type Completeness = { blocking: Blocking[]; unconfirmed: string[]; deciding: Deciding };

export type SigningContext = DraftContext & {
  /** Consents in force from earlier visits; release stays in force until withdrawn, the others are asked each time. */
  standing_consents: readonly ConsentId[];
};

const isLongEnough = (text: string | null | undefined, { rules = DEFAULT_RULES }: SigningContext): boolean =>
  isReason(text, rules.values);

/** Nobody named is no fault here: whether one is needed is another question. */
const isHere = (second: string | null, { seconds }: SigningContext): boolean =>
  second === null || seconds === undefined || isSecondHere(second, seconds);

function missingScreening({ entries, visit }: ReadDraft, context: SigningContext): Blocking[] {
  if (visit === null) return [];
  return entries.screening.flatMap((answer): Blocking[] => {
    const path = draftPath.screening(answer.flag);
    if (answer.answer === "no" || answer.decision === "suspected") return [];
    if (answer.decision === undefined) return [{ path, code: "screening_decision_missing" }];
    if (answer.decision === "not_concerned") {
      return isLongEnough(answer.reason, context) ? [] : [{ path, code: "screening_reason_missing" }];
    }
    const isLater = answer.recheck_on !== undefined && answer.recheck_on > context.visit_on;
    return isLater ? [] : [{ path, code: "screening_recheck_missing" }];
  });
}

function missingTreatment(entries: VisitEntries, context: SigningContext): Blocking[] {
  if (context.kind !== "treatment") return [];
  const given = entries.treatments.filter((entry) => entry.treatment !== "none");
  if (entries.treatments.length === 0) return [{ path: "treatment", code: "treatment_missing" }];
  const none: Blocking[] =
    given.length > 0 && given.length < entries.treatments.length
      ? [{ path: draftPath.treatment("none"), code: "treatment_and_none" }]
      : [];
  const unconsented = given.filter((entry) => {
    const treatment = treatmentById(entry.treatment);
    if (!("consent" in treatment)) return false;
    const today = entries.consents.find((consent) => consent.consent === treatment.consent);
    if (today) return today.answer !== "given";
    return treatment.consent !== "release" || !context.standing_consents.includes("release");
  });
  return [
    ...none,
    ...unconsented.map(
      (entry): Blocking => ({ path: draftPath.treatment(entry.treatment), code: "treatment_consent_missing" }),
    ),
  ];
}

function missingEvents(entries: VisitEntries, assessment: VisitAssessment | null, context: SigningContext): Blocking[] {
  const blocking: Blocking[] = [];
  for (const { flag, reason } of entries.flags_taken_back) {
    if (isBlocking(flagById(flag)) && !isLongEnough(reason, context)) {
      blocking.push({ path: draftPath.flag(flag), code: "flag_taken_back_reason_missing" });
    }
  }
  for (const { flag, reason, second_clinician } of entries.flag_errors) {
    const path = draftPath.flagError(flag);
    if (!isLongEnough(reason, context)) blocking.push({ path, code: "flag_error_reason_missing" });
    else if (!hasSecondClinician(context.clinician, second_clinician))
      blocking.push({ path, code: "flag_error_second_missing" });
    else if (!isHere(second_clinician, context)) blocking.push({ path, code: "second_not_here" });
    else if (assessment?.notices.includes(`flag_error_rejected:${flag}`)) {
      blocking.push({ path, code: "flag_error_rejected" });
    }
  }
  const { clearance } = entries;
  if (clearance && (clearance.who === "" || clearance.on === null || clearance.what === "")) {
    blocking.push({ path: draftPath.clearance, code: "clearance_incomplete" });
  }
  for (const { id, text } of entries.cannot_test) {
    if (!isLongEnough(text, context))
      blocking.push({ path: draftPath.cannotTest(id), code: "cannot_test_reason_missing" });
  }
  return blocking;
}

function decidingOf(assessment: VisitAssessment | null, { is_late, held_elsewhere }: SigningContext): Deciding {
  if (is_late) return "late";
  // On hold nothing is decided: only a clearance or an undone flag lifts it (CLINICAL 3).
  const isHeld = assessment?.phase_before === "hold" || assessment?.phase_after === "hold";
  return isHeld || held_elsewhere ? "held" : "open";
}

function missingDecision(
  { decision, override }: VisitEntries,
  assessment: VisitAssessment | null,
  context: SigningContext,
): Blocking[] {
  const blocking: Blocking[] = [];
  const deciding = decidingOf(assessment, context);
  const isHeld = deciding === "held";
  if (deciding === "late") {
    const isDecided = decision !== null && decision.choice !== "advance";
    return [
      ...(isDecided ? [{ path: draftPath.alone("decision"), code: "decision_late" } as const] : []),
      ...(override ? [{ path: draftPath.alone("override"), code: "override_late" } as const] : []),
    ];
  }
  if (decision) {
    const path = draftPath.alone("decision");
    if (decision.choice === "protect" && assessment?.notices.includes("decision_not_offered")) {
      blocking.push({ path, code: "decision_not_offered" });
    }
    if (decision.choice === "keep" && isHeld) blocking.push({ path, code: "decision_in_hold" });
    else if (decision.choice === "keep" && !isLongEnough(decision.reason, context)) {
      blocking.push({ path, code: "decision_reason_missing" });
    }
  }
  if (override) {
    const path = draftPath.alone("override");
    if (isHeld) return [...blocking, { path, code: "override_in_hold" }];
    if (override.reason === null) blocking.push({ path, code: "override_reason_missing" });
    if (!isLongEnough(override.text, context)) blocking.push({ path, code: "override_text_missing" });
    if (assessment?.notices.includes("override_needs_second_clinician")) {
      blocking.push({ path, code: "override_second_clinician_missing" });
    } else if (!isHere(override.second_clinician, context)) blocking.push({ path, code: "second_not_here" });
  }
  return blocking;
}

function missingNextReview({ next_review }: VisitEntries, context: SigningContext): Blocking[] {
  if (context.kind !== "treatment" && context.kind !== "decision") return [];
  const path = draftPath.alone("next_review");
  if (next_review === null) return [{ path, code: "next_review_missing" }];
  const isPast = next_review !== "open" && next_review <= context.visit_on;
  return isPast ? [{ path, code: "next_review_not_after_visit" }] : [];
}

function missingContact({ contact }: VisitEntries, context: SigningContext): Blocking[] {
  if (context.kind !== "contact") return [];
  const blocking: Blocking[] = [];
  if (contact.channel === null) blocking.push({ path: draftPath.contact("channel"), code: "contact_channel_missing" });
  if (!contact.texts.summary) blocking.push({ path: draftPath.contact("summary"), code: "contact_summary_missing" });
  return blocking;
}

/** `assessment` is the fold's result of this very draft; null for a visit outside the fold. */
export function completeness(
  draft: ReadDraft,
  assessment: VisitAssessment | null,
  context: SigningContext,
): Completeness {
  const refused = draft.problems.map(({ path }): Blocking => ({ path, code: "field_refused" }));
  const blocking = [
    ...refused,
    ...missingScreening(draft, context),
    ...missingTreatment(draft.entries, context),
    ...missingEvents(draft.entries, assessment, context),
    ...missingDecision(draft.entries, assessment, context),
    ...missingNextReview(draft.entries, context),
    ...missingContact(draft.entries, context),
  ];
  return { blocking, unconfirmed: draft.unconfirmed, deciding: decidingOf(assessment, context) };
}
