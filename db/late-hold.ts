/** A block of a visit dated before signed ones acts now: it stands beside the fold until the next visit takes it over, where a clearance or an entry in error lifts it. */
import "server-only";
import type { FoldState } from "@/domain/rules/course";
import type { Tx } from "./client";
import { clinicToday, handToFold, resumePlan } from "./hold";
import { recordMove } from "./phase-move";
import type { Actor } from "./scope";
import type { VisitContext } from "./visit-context";

/** @param end where the visits signed since would leave the patient: what they ended holds nobody any more */
export async function holdLate(
  tx: Tx,
  actor: Actor,
  place: { patientId: string; episodeId: string; visitId: string },
  { context, end, signedAt }: { context: VisitContext; end: FoldState | undefined; signedAt: Date },
): Promise<void> {
  const own = context.blocks.filter((block) => block.visitId === place.visitId);
  const standing = end?.phase === "hold" ? (end.hold?.flags ?? []) : [];
  const ended = own.filter(({ flag }) => !standing.some((id) => id === flag));
  await handToFold(tx, actor, place.episodeId, ended, signedAt);
  if (ended.length > 0) await resumePlan(tx, actor, place.episodeId);
  if (ended.length === own.length) return;
  const from = context.later.at(-1)?.state.phase ?? "none";
  const visitOn = await clinicToday(tx, actor, signedAt);
  await recordMove(tx, actor, { ...place, visitOn }, { from, to: "hold", kind: "hold", reason: null }, signedAt);
}
