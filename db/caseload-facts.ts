/** Gathers the facts from which every caseload reason of a patient follows (CLINICAL 13). */
import "server-only";
import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { lastConclusion, standingVisits } from "@/domain/attended";
import { addDays, ageOn, type CalendarDay } from "@/domain/calendar-day";
import type { PatientFacts } from "@/domain/caseload/facts";
import { areValuesTooOld, flareOf, lastPhaseMove } from "@/domain/caseload/signed-facts";
import { dayIn } from "@/domain/clinic-clock";
import { itemsToPause } from "@/domain/plan/checks";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import { flagById } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import type { CaseloadPerson } from "./caseload-person";
import { diaryFlareOf, sessionFacts } from "./caseload-sessions";
import { lastContact, missedInARow, visitMoments } from "./caseload-visits";
import type { Tx } from "./client";
import { type CourseVisit, courseVisits } from "./course";
import { planHistory, type RunningPlan, runningPlan } from "./plan-history";
import { currentRuleSetIn } from "./rule-set";
import { snooze } from "./schema/caseload";
import { questionnaireResponse } from "./schema/finding";
import { planVersion } from "./schema/plan";
import { holdOverlay } from "./schema/visit";
import type { Actor } from "./scope";
import { standingConsents } from "./standing-consent";

const REQUIRED_CONSENTS = ["examination", "data"] as const;
const DIARY_DAYS = 30;

export type GatheredFacts = { facts: PatientFacts; course: CourseVisit[]; draftVisitId: string | null };

/** @param now the instant that "today" is read from, in the clinic's zone */
export async function caseloadFacts(
  tx: Tx,
  actor: Actor,
  person: CaseloadPerson & { episodeId: string; dayZero: CalendarDay },
  now: Date,
): Promise<GatheredFacts> {
  const today = dayIn(person.timeZone, now);
  const ofPatient = { patientId: person.patientId, episodeId: person.episodeId };
  const [course, visits, running, sessions, snoozes, overlays, responses, consents, rules] = await Promise.all([
    courseVisits(tx, actor, person.episodeId),
    visitMoments(tx, actor, person.episodeId),
    runningPlan(tx, actor, person.episodeId),
    sessionFacts(tx, actor, person.patientId, addDays(today, -DIARY_DAYS)),
    snoozeFacts(tx, actor, person.patientId),
    tx
      .select({ setAt: holdOverlay.setAt })
      .from(holdOverlay)
      .where(
        and(
          eq(holdOverlay.clinicId, actor.clinicId),
          eq(holdOverlay.episodeId, person.episodeId),
          isNull(holdOverlay.unsetAt),
          isNull(holdOverlay.signedAt),
        ),
      )
      .orderBy(asc(holdOverlay.setAt)),
    tx
      .select({ filledAt: questionnaireResponse.filledAt, acceptedAt: questionnaireResponse.acceptedAt })
      .from(questionnaireResponse)
      .where(
        and(
          eq(questionnaireResponse.clinicId, actor.clinicId),
          eq(questionnaireResponse.episodeId, person.episodeId),
          ne(questionnaireResponse.filledBy, "clinician"),
        ),
      ),
    standingConsents(tx, actor, person.patientId),
    currentRuleSetIn(tx, actor),
  ]);
  const [history, version] = running
    ? await Promise.all([planHistory(tx, actor, [running], ofPatient), newestVersion(tx, actor, running)])
    : [{ versions: [], paused: [], sessions: [] }, null];

  const signedAt = (visitId: string) => visits.find((row) => row.id === visitId)?.signedAt ?? now;
  const last = lastConclusion(course);
  const [overlay] = overlays;
  const signedPhase = course.at(-1)?.result.phase_after ?? person.initialPhase;
  const phase: Phase = overlay ? "hold" : signedPhase;
  const move = lastPhaseMove(course.map(({ result }) => result));
  const moved = move && course.find(({ result }) => result.visit === move.visit);
  const judged = course.map(({ record, result }) => ({ visit: record, assessment: result }));
  const minor = ageOn(person.birthDate, today) < rules.values.adult_age;
  const unconsented =
    REQUIRED_CONSENTS.some((item) => !consents.includes(item)) || (minor && !consents.includes("guardian"));
  const dayOf = (at: Date) => dayIn(person.timeZone, at);
  const drafts = visits.filter((row) => row.state === "draft" && row.kind !== "did_not_attend");

  const facts: PatientFacts = {
    today,
    day_zero: person.dayZero,
    episode_open: true,
    mode: person.mode,
    phase,
    phase_since: overlay ? dayOf(overlay.setAt) : phaseSince(course, person),
    phase_change:
      move && moved
        ? { on: moved.visitOn, at: signedAt(moved.visitId).toISOString(), direction: move.direction }
        : null,
    last_signed: last
      ? {
          on: last.visitOn,
          at: signedAt(last.visitId).toISOString(),
          notices: last.result.notices,
          warnings: last.result.warnings,
          gate: last.result.gate?.status ?? null,
          flare: flareOf(judged, person.dayZero, rules),
          values_too_old: areValuesTooOld(judged),
        }
      : null,
    last_contact: lastContact(visits),
    missed_in_a_row: missedInARow(visits),
    plan:
      running && version
        ? {
            version_at: version.at.toISOString(),
            version_on: version.on,
            running: !running.pauses.some((pause) => pause.itemKey === null && pause.endedOn === null),
            ...itemsOutside(running, signedPhase),
          }
        : null,
    history,
    red_stop: sessions.redStop,
    diary_flare: diaryFlareOf(sessions, today, rules),
    unread_note: sessions.unreadNote,
    rechecks: openRechecks(course, person.dayZero),
    plateau_decided_on: visits.findLast((row) => row.listedOverride === "plateau_decision")?.visitOn ?? null,
    oldest_draft_on: drafts[0]?.visitOn ?? null,
    waiting_for_cosign_since: visits.find((row) => row.awaitsCosign)?.visitOn ?? null,
    acks: acknowledgements(course, person.dayZero),
    next_review: person.nextReviewOpen ? "open" : person.nextReviewOn,
    questionnaires: responses.map(({ filledAt, acceptedAt }) => ({
      sent_on: dayOf(filledAt),
      returned_on: dayOf(filledAt),
      read: acceptedAt !== null,
    })),
    consent_missing_since: unconsented && course[0] ? course[0].visitOn : null,
    responsible: {
      name: person.responsibleName ?? "",
      ends_on: person.responsibleUntil === null ? null : dayOf(person.responsibleUntil),
    },
    snoozes,
    rules,
  };
  return { facts, course, draftVisitId: drafts.at(-1)?.id ?? null };
}

function phaseSince(course: readonly CourseVisit[], person: CaseloadPerson): CalendarDay | null {
  // A block entered late holds since the visit that met it first.
  const moved = course.findLast(({ record, result }) => record.late_hold || result.phase_before !== result.phase_after);
  return moved?.visitOn ?? person.initialSince;
}

function itemsOutside(running: RunningPlan, phase: Phase) {
  const items = running.versions.at(-1)?.items ?? [];
  return {
    has_item_not_allowed: phase !== "hold" && itemsToPause(items, phase, running.outsideModel, running.own).length > 0,
    has_item_paused_by_phase: items.some((item) => item.paused === "phase"),
  };
}

async function newestVersion(tx: Tx, actor: Actor, running: RunningPlan) {
  const [row] = await tx
    .select({ at: planVersion.assignedAt, on: planVersion.assignedOn })
    .from(planVersion)
    .where(and(eq(planVersion.clinicId, actor.clinicId), eq(planVersion.planId, running.planId)))
    .orderBy(desc(planVersion.number))
    .limit(1);
  return row ?? null;
}

async function snoozeFacts(tx: Tx, actor: Actor, patientId: string): Promise<PatientFacts["snoozes"]> {
  const rows = await tx
    .select({ reason: snooze.reasonId, since: snooze.triggerOn, until: snooze.until, above: snooze.above })
    .from(snooze)
    .where(and(eq(snooze.clinicId, actor.clinicId), eq(snooze.patientId, patientId), isNull(snooze.endedAt)));
  return rows.map(({ reason, above, ...row }) => ({
    ...row,
    reason: reason as CaseloadReasonId,
    above: above as CaseloadReasonId[],
  }));
}

/** The newest answer to each question decides whether its recheck is still open. */
function openRechecks(course: readonly CourseVisit[], dayZero: CalendarDay): PatientFacts["rechecks"] {
  const newest = new Map(
    course.flatMap(({ record }) => (record.screening ?? []).map((answer) => [answer.flag, answer] as const)),
  );
  return [...newest.values()].flatMap(({ flag, decision, recheck_day }) =>
    decision === "safety_net" && recheck_day !== undefined ? [{ flag, due: addDays(dayZero, recheck_day) }] : [],
  );
}

/** Precautions of the last treatment visit and of what came since, and whatever their notices ask for. */
function acknowledgements(course: readonly CourseVisit[], dayZero: CalendarDay): PatientFacts["acks"] {
  const visits = standingVisits(course, ({ kind }) => kind === "treatment");
  const notices = visits.flatMap(({ result }) => result.notices);
  const needed = notices.flatMap((code) => (code.startsWith("ack_needed:") ? code.slice(11) : []));
  const flags = visits.flatMap(({ record }) => record.flags);
  const standing = flags.filter((flag) => flagById(flag).level === "ack_required");
  return [...new Set<string>([...needed, ...standing])].map((id) => {
    const given = course.findLast(({ record }) => record.acks?.includes(id));
    return { id, last_on: given ? addDays(dayZero, given.record.day) : null };
  });
}
