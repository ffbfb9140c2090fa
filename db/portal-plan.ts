/** A plan's version as the phone gets it: what is due on a day, without the conditions behind its limits. */
import type { CalendarDay } from "@/domain/calendar-day";
import { type TodaysItems, todaysItems } from "@/domain/home-session/todays-items";
import type { PlanItem } from "@/domain/plan/item";
import type { Phase } from "@/domain/vocabulary/phases";
import type { OwnItems } from "./clinic-item";
import type { RunningPlan, SaidTexts } from "./plan-history";

/** An item as the phone gets it: the condition behind a limit stays in the clinic. */
export type PortalItem = Pick<
  PlanItem,
  "id" | "exercise" | "dose" | "pain_limit" | "limit_text" | "note" | "reduced" | "until"
> & {
  /** Limits and cautions in the words of the matrix. */
  cautions: readonly string[];
};
export type PortalPlan = {
  versionId: string;
  number: number;
  assignedOn: CalendarDay;
  phase: Phase;
  /** The clinician's own plan, without a gate. */
  outsideModel: boolean;
  session: PortalItem[];
  beside: PortalItem[];
  /** The clinic's own exercises among them. */
  own: OwnItems;
  dueOn: CalendarDay | null;
  minutes: number;
};

export const forPhone = (
  { id, exercise, dose, pain_limit, limit_text, note, reduced, until }: PlanItem,
  said: SaidTexts,
): PortalItem => ({
  id,
  exercise,
  dose,
  pain_limit,
  limit_text,
  note,
  reduced,
  until,
  cautions: said.get(id) ?? [],
});

export function planOf(
  { outsideModel, own }: RunningPlan,
  version: RunningPlan["versions"][number],
  on: CalendarDay,
): PortalPlan {
  const found: TodaysItems = todaysItems(version.items, on, own);
  return {
    versionId: version.id,
    number: version.number,
    assignedOn: version.effective_from,
    phase: version.phase as Phase,
    outsideModel,
    session: found.session.map((item) => forPhone(item, version.said)),
    beside: found.beside.map((item) => forPhone(item, version.said)),
    own,
    dueOn: found.dueOn,
    minutes: found.minutes,
  };
}

export function newestPlan(running: RunningPlan | null, today: CalendarDay): PortalPlan | null {
  const newest = running?.versions.findLast(({ effective_from }) => effective_from <= today);
  return running && newest ? planOf(running, newest, today) : null;
}
