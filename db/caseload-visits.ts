/** What the visits of an episode say for the caseload: when, of which kind, signed or waiting. */
import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Moment } from "@/domain/caseload/facts";
import type { Tx } from "./client";
import { visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";

/** Every visit of the episode that was not discarded or voided, in order. */
export function visitMoments(tx: Tx, actor: Actor, episodeId: string) {
  const event = (kind: string) => sql`exists (select 1 from ${visitEvent} e where e.clinic_id = ${visit.clinicId}
    and e.visit_id = ${visit.id} and e.kind = ${kind})`;
  // Sent back, and not amended since.
  const returned = sql`exists (select 1 from ${visitEvent} r where r.clinic_id = ${visit.clinicId}
    and r.visit_id = ${visit.id} and r.kind = 'return' and not exists (select 1 from ${visitEvent} a
      where a.clinic_id = r.clinic_id and a.visit_id = r.visit_id and a.kind = 'amend' and a.at > r.at))`;
  return tx
    .select({
      id: visit.id,
      kind: visit.kind,
      state: visit.state,
      visitOn: visit.visitOn,
      createdAt: visit.createdAt,
      signedAt: visit.signedAt,
      listedOverride: sql<string | null>`${visit.override}->>'listed'`,
      noShow: sql<string | null>`(select f.value->>'kind' from visit_draft_field f where f.clinic_id = ${visit.clinicId}
        and f.visit_id = ${visit.id} and f.path = 'no_show')`,
      awaitsCosign: sql<boolean>`${visit.signedSupervised} and not ${event("co_sign")} and not ${returned}`,
    })
    .from(visit)
    .where(
      and(
        eq(visit.clinicId, actor.clinicId),
        eq(visit.episodeId, episodeId),
        sql`${visit.state} <> 'discarded'`,
        sql`not ${event("void")}`,
      ),
    )
    .orderBy(asc(visit.visitOn), asc(visit.seq));
}

export type VisitMoment = Awaited<ReturnType<typeof visitMoments>>[number];

const momentOf = ({ visitOn, signedAt, createdAt }: VisitMoment): Moment => ({
  on: visitOn,
  at: (signedAt ?? createdAt).toISOString(),
});

export function lastContact(visits: readonly VisitMoment[]): Moment | null {
  const contact = visits.findLast(({ kind, state }) => kind === "contact" && state === "signed");
  return contact ? momentOf(contact) : null;
}

/** Cancelled in time is no missed visit (CLINICAL 11.4). */
export function missedInARow(visits: readonly VisitMoment[]): Moment[] {
  const attended = visits.findLastIndex(({ kind, state }) => kind === "treatment" && state === "signed");
  return visits
    .slice(attended + 1)
    .filter(({ kind, noShow }) => kind === "did_not_attend" && (noShow === null || noShow === "did_not_attend"))
    .map(momentOf);
}
