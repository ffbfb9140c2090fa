/** What the visit screen opens with, in one go. */
import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { lastToldIn } from "./last-told";
import { measureOrdersIn } from "./measure-order";
import { pageRead } from "./page-read";
import { listPhrasesIn } from "./phrase";
import { askedActivities } from "./psfs-activity";
import { assessment } from "./schema/assessment";
import { clinic, staffMember } from "./schema/clinic";
import { questionnaireResponse } from "./schema/finding";
import { patient } from "./schema/patient";
import { holdOverlay, visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";
import { standingResult } from "./standing";
import { standingConsents } from "./standing-consent";
import { basisOf, visitContext } from "./visit-context";

/** null when there is no such visit, or it isn't the actor's to see. */
export async function openVisit(actor: Actor, visitId: string) {
  return pageRead(actor, async (tx) => {
    const [head] = await tx
      .select({
        id: visit.id,
        patientId: visit.patientId,
        episodeId: visit.episodeId,
        kind: visit.kind,
        state: visit.state,
        visitOn: visit.visitOn,
        seq: visit.seq,
        number: visit.number,
        version: visit.version,
        signedAt: visit.signedAt,
        signedById: visit.signedById,
        signedHash: visit.signedHash,
        signedText: visit.signedText,
        givenName: patient.givenName,
        familyName: patient.familyName,
        patientNumber: patient.number,
        birthDate: patient.birthDate,
        sex: patient.sex,
        language: patient.language,
        mode: patient.mode,
        clinicName: clinic.name,
        timeZone: clinic.timeZone,
        emergencyNumber: clinic.emergencyNumber,
      })
      .from(visit)
      .innerJoin(patient, and(eq(patient.clinicId, visit.clinicId), eq(patient.id, visit.patientId)))
      .innerJoin(clinic, eq(clinic.id, visit.clinicId))
      .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId)));
    if (!head) return null;
    const ofVisit = and(eq(holdOverlay.clinicId, actor.clinicId), eq(holdOverlay.visitId, visitId));
    const [staff, overlays, consents, activities, responses, [stored], events] = await Promise.all([
      tx
        .select({
          id: staffMember.id,
          name: staffMember.displayName,
        })
        .from(staffMember)
        .where(eq(staffMember.clinicId, actor.clinicId))
        .orderBy(asc(staffMember.displayName)),
      tx
        .select({ flag: holdOverlay.flag, setAt: holdOverlay.setAt })
        .from(holdOverlay)
        .where(and(ofVisit, isNull(holdOverlay.unsetAt))),
      standingConsents(tx, actor, head.patientId),
      askedActivities(tx, actor, head.episodeId),
      tx
        .select({
          id: questionnaireResponse.id,
          instrument: questionnaireResponse.instrument,
          score: questionnaireResponse.score,
          answers: questionnaireResponse.answers,
          filledBy: questionnaireResponse.filledBy,
          filledAt: questionnaireResponse.filledAt,
        })
        .from(questionnaireResponse)
        .where(
          and(
            eq(questionnaireResponse.clinicId, actor.clinicId),
            eq(questionnaireResponse.episodeId, head.episodeId),
            isNull(questionnaireResponse.acceptedAt),
          ),
        )
        .orderBy(asc(questionnaireResponse.filledAt), asc(questionnaireResponse.id)),
      tx
        .select({
          /** As signed; `stands` is what later visits start from. */
          result: assessment.result,
          stands: standingResult(),
          ruleSetVersion: assessment.ruleSetVersion,
          ruleSetAdopted: assessment.ruleSetAdopted,
        })
        .from(assessment)
        .where(and(eq(assessment.clinicId, actor.clinicId), eq(assessment.visitId, visitId))),
      tx
        .select({ kind: visitEvent.kind, reason: visitEvent.reason, at: visitEvent.at, changes: visitEvent.changes })
        .from(visitEvent)
        .where(and(eq(visitEvent.clinicId, actor.clinicId), eq(visitEvent.visitId, visitId)))
        .orderBy(asc(visitEvent.at)),
    ]);
    const names = new Map(staff.map((member) => [member.id, member.name]));
    const signer = head.signedById ?? actor.membershipId;
    const context = await visitContext(tx, actor, head, names.get(signer) ?? "");
    const { fields, earlier, later, blocks, rules, judging } = context;
    const isDraft = head.state === "draft";
    const [told, phrases, measureOrders] = isDraft
      ? await Promise.all([
          lastToldIn(
            tx,
            actor,
            earlier.map(({ visitId: id }) => id),
          ),
          listPhrasesIn(tx, actor),
          measureOrdersIn(tx, actor),
        ])
      : [{ history: [], treatments: [] }, [], {}];
    return {
      ...head,
      signedBy: head.signedById === null ? null : (names.get(head.signedById) ?? null),
      fields,
      judging,
      rules,
      /** Earlier visits for the flowsheet and for what may be carried, oldest first. */
      earlier: earlier.map(({ visitId: id, number, visitOn, record, result }) => ({
        id,
        number,
        visitOn,
        record,
        result,
      })),
      /** The first visit of the fold after this one: a draft is a late entry then. */
      later: later.slice(0, 1).map(({ number, visitOn }) => ({ number, visitOn }))[0] ?? null,
      basis: basisOf(context, visitId),
      stored,
      events,
      overlays,
      /** Blocks of other drafts. */
      blocks: blocks.filter((block) => block.isOfDraft && block.visitId !== visitId),
      standingConsents: consents,
      activities,
      responses,
      /** What earlier visits told that a draft may take over; and how its writer likes to enter. */
      told,
      phrases,
      measureOrders,
    };
  });
}

export type OpenedVisit = NonNullable<Awaited<ReturnType<typeof openVisit>>>;
