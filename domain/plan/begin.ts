/** Where a clinician's next version begins: the running plan, or the proposal where the running plan no longer fits. */
import type { CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { PlanItem } from "@/domain/plan/item";
import type { Proposal } from "@/domain/plan/propose";
import type { Phase } from "@/domain/vocabulary/phases";

export type Beginning = { from: "running" | "proposal" | "nothing"; items: PlanItem[] };

type Running = {
  items: readonly PlanItem[];
  phase: string;
  /** The visit that the newest version was made from. */
  visitId: string | null;
  /** A hold pauses the plan as a whole. */
  isHeld: boolean;
};

/**
 * The running plan goes on unless a template was chosen, the phase moved, a hold stopped it, or a flare since its
 * newest version asks for a smaller dose. An exercise that stays keeps its key, note and written limit.
 */
export function beginVersion(
  proposal: Proposal | null,
  running: Running | null,
  now: { phase: Phase; visitId: string | null; today: CalendarDay; isChosen: boolean },
): Beginning {
  const isFlare = proposal?.flare != null && running?.visitId !== now.visitId;
  const fits = running !== null && running.phase === now.phase && !running.isHeld && !now.isChosen && !isFlare;
  if (running !== null && (fits || proposal === null)) return { from: "running", items: [...running.items] };
  if (proposal === null) return { from: "nothing", items: [] };
  if (proposal.flare !== null) return { from: "proposal", items: proposal.flare };
  return { from: "proposal", items: proposal.items.map((item) => planned(item, running?.items ?? [], now.today)) };
}

function planned(item: Proposal["items"][number], running: readonly PlanItem[], today: CalendarDay): PlanItem {
  const kept = running.find(({ exercise }) => exercise === item.exercise);
  const { exercise, dose, from, until, pain_limit } = item;
  const goesOn = kept !== undefined && kept.from <= today && kept.until === null && until === null;
  return {
    id: kept?.id ?? newId(),
    exercise,
    dose,
    from: goesOn ? kept.from : from,
    until,
    pain_limit,
    limit_text: kept?.limit_text ?? null,
    note: kept?.note ?? item.note,
    paused: null,
    reduced: null,
  };
}
