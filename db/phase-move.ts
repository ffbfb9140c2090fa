/** A change of phase on record, and the plan paused where it no longer fits. */
import "server-only";
import type { VisitAssessment } from "@/domain/assessment";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Tx } from "./client";
import { pausePlan } from "./hold";
import { pauseItemsOutside } from "./plan-pause";
import { phaseTransition } from "./schema/assessment";
import type { Actor } from "./scope";

export type Move = {
  from: Phase;
  to: Phase;
  kind: typeof phaseTransition.$inferInsert.kind;
  reason: string | null;
  secondClinician?: string | null;
};

/** @param at when the plan's pauses begin; the change itself is dated at the visit */
export async function recordMove(
  tx: Tx,
  actor: Actor,
  {
    patientId,
    episodeId,
    visitId,
    visitOn,
  }: { patientId: string; episodeId: string; visitId: string; visitOn: string },
  { from, to, kind, reason, secondClinician = null }: Move,
  at: Date,
): Promise<void> {
  const place = { patientId, episodeId, visitId };
  if (to === "hold") await pausePlan(tx, actor, place, at, true);
  if (to === from) return;
  await tx.insert(phaseTransition).values({
    clinicId: actor.clinicId,
    id: newId(),
    ...place,
    fromPhase: from,
    toPhase: to,
    movedOn: visitOn,
    kind,
    reason,
    byId: actor.membershipId,
    secondClinician,
  });
  if (to !== "hold") await pauseItemsOutside(tx, actor, place, to, at);
}

/** The move that a visit's result makes. */
export function moveOf(result: VisitAssessment, { override, decision }: VisitRecord): Move {
  return {
    from: result.phase_before,
    to: result.phase_after,
    kind: moveKind(result, { override, decision }),
    reason: override?.reason ?? decision?.reason ?? null,
    secondClinician: override?.second_clinician ?? null,
  };
}

function moveKind(
  result: VisitAssessment,
  { override, decision }: Pick<VisitRecord, "override" | "decision">,
): Move["kind"] {
  if (result.phase_after === "hold") return "hold";
  if (result.overridden && override) return "override";
  if (result.gate?.id === "G0") return "clearance";
  if (decision?.choice === "protect" && result.phase_after === "protect") return "protect";
  if (result.phase_before === "none") return "entry";
  return result.regress === null ? "gate" : "regress";
}
