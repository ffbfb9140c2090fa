/** A patient's episodes of care as a list, the open one first. */
import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { pageRead } from "./page-read";
import { staffMember } from "./schema/clinic";
import { episode } from "./schema/patient";
import type { Actor } from "./scope";

/** The open episode, then the one that closed last. */
export const newestEpisodeFirst = [sql`${episode.closedOn} desc nulls first`, desc(episode.startedOn)];

/** Empty when the patient isn't the actor's to see. */
export function listEpisodes(actor: Actor, patientId: string) {
  return pageRead(actor, (tx) =>
    tx
      .select({
        id: episode.id,
        dayZero: episode.dayZero,
        startedOn: episode.startedOn,
        complaint: episode.complaint,
        responsibleId: episode.responsibleId,
        responsibleName: staffMember.displayName,
        closedOn: episode.closedOn,
        closingReason: episode.closingReason,
        closingNote: episode.closingNote,
      })
      .from(episode)
      .innerJoin(
        staffMember,
        and(eq(staffMember.clinicId, episode.clinicId), eq(staffMember.id, episode.responsibleId)),
      )
      .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.patientId, patientId)))
      .orderBy(...newestEpisodeFirst),
  );
}
