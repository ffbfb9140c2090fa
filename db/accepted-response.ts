/** Questionnaires a patient sent and a visit took in: marked at signing, and covered by the visit's signature. */
import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { Tx } from "./client";
import { questionnaireResponse } from "./schema/finding";
import type { Actor } from "./scope";
import { type Cover, digestOf } from "./signed-content";

/** What was sent, by whom and in which words, and who took it in when. */
const COVERED = {
  id: questionnaireResponse.id,
  visitId: questionnaireResponse.visitId,
  patientId: questionnaireResponse.patientId,
  episodeId: questionnaireResponse.episodeId,
  instrument: questionnaireResponse.instrument,
  instrumentVersion: questionnaireResponse.instrumentVersion,
  language: questionnaireResponse.language,
  filledBy: questionnaireResponse.filledBy,
  filledById: questionnaireResponse.filledById,
  handedById: questionnaireResponse.handedById,
  answers: questionnaireResponse.answers,
  score: questionnaireResponse.score,
  completed: questionnaireResponse.completed,
  filledAt: questionnaireResponse.filledAt,
  acceptedAt: questionnaireResponse.acceptedAt,
  acceptedById: questionnaireResponse.acceptedById,
};

/** Ids the visit names: of the questionnaires it holds, and of what it took in otherwise, or cleared again since. */
export function acceptedIds(entries: VisitEntries): Set<string> {
  return new Set([
    ...entries.questionnaires.flatMap(({ response_id }) => response_id ?? []),
    ...(entries.responses_accepted ?? []),
  ]);
}

/** @returns what the signature is to cover; undefined where the visit names no response */
export async function acceptResponses(
  tx: Tx,
  actor: Actor,
  { visitId, episodeId }: { visitId: string; episodeId: string },
  entries: VisitEntries,
  acceptedAt: Date,
): Promise<Cover[] | undefined> {
  const ids = [...acceptedIds(entries)];
  if (ids.length === 0) return undefined;
  const rows = await tx
    .update(questionnaireResponse)
    .set({ visitId, acceptedAt, acceptedById: actor.membershipId })
    .where(
      and(
        eq(questionnaireResponse.clinicId, actor.clinicId),
        eq(questionnaireResponse.episodeId, episodeId),
        inArray(questionnaireResponse.id, ids),
        // Taken in once; an id that belongs to another episode is not taken over.
        isNull(questionnaireResponse.acceptedAt),
      ),
    )
    .returning(COVERED);
  return rows.map(coverOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The responses of these visits as they stand, by visit. */
export async function responseCovers(
  tx: Tx,
  clinicId: string,
  visitIds: string[],
): Promise<({ visitId: string } & Cover)[]> {
  const rows = await tx
    .select(COVERED)
    .from(questionnaireResponse)
    .where(and(eq(questionnaireResponse.clinicId, clinicId), inArray(questionnaireResponse.visitId, visitIds)))
    .orderBy(asc(questionnaireResponse.id));
  return rows.map((row) => ({ visitId: String(row.visitId), ...coverOf(row) }));
}

type CoveredRow = { id: string; filledAt: Date; acceptedAt: Date | null } & Record<string, unknown>;

function coverOf({ id, filledAt, acceptedAt, ...row }: CoveredRow): Cover {
  return {
    id,
    digest: digestOf({ ...row, filledAt: filledAt.toISOString(), acceptedAt: acceptedAt?.toISOString() ?? null }),
  };
}
