/** Which items of a plan make up today's session, which go beside it, and what to do on a day when nothing is due. */
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { type ClinicItems, catalogueItem } from "@/domain/plan/catalogue";
import { isActiveOn, type PlanItem } from "@/domain/plan/item";
import { dueItems, sessionMinutes } from "@/domain/plan/schedule";

export type TodaysItems = {
  /** One after the other in the player, in the plan's order. */
  session: PlanItem[];
  /** A walk, rest, ice: on the day, not in the player. */
  beside: PlanItem[];
  /** The day `session` is planned for: today, or the next due day on a rest day; null when none is due this week. */
  dueOn: CalendarDay | null;
  /** Whole minutes of `session`. */
  minutes: number;
};

const WEEK_DAYS = 7;

function split(items: readonly PlanItem[], own?: ClinicItems): Pick<TodaysItems, "session" | "beside"> {
  const isRest = (item: PlanItem) => catalogueItem(item.exercise, own)?.kind === "rest";
  const exercises = items.filter((item) => !isRest(item) && item.exercise !== "walk_easy");
  if (exercises.length > 0) return { session: exercises, beside: items.filter((item) => !exercises.includes(item)) };
  // A plan of walking alone is a session of walking.
  return { session: items.filter((item) => !isRest(item)), beside: items.filter(isRest) };
}

/** Due days are movable (CLINICAL 7): on a rest day the next due day's items may be done instead. */
export function todaysItems(items: readonly PlanItem[], today: CalendarDay, own?: ClinicItems): TodaysItems {
  const active = items.filter((item) => isActiveOn(item, today));
  const due = split(dueItems(active, today), own);
  const isWalkOnly = due.session.every((item) => item.exercise === "walk_easy");
  if (due.session.length > 0 && !isWalkOnly) return timed({ ...due, dueOn: today });
  const ahead = Array.from({ length: WEEK_DAYS - 1 }, (_, k) => addDays(today, k + 1)).find((on) => {
    const { session } = split(dueItems(active, on), own);
    return session.some((item) => item.exercise !== "walk_easy");
  });
  if (ahead !== undefined) {
    const { session } = split(dueItems(active, ahead), own);
    return timed({ session, beside: dueItems(active, today), dueOn: ahead });
  }
  return timed({ ...due, dueOn: due.session.length > 0 ? today : null });

  function timed(found: Omit<TodaysItems, "minutes">): TodaysItems {
    return { ...found, minutes: sessionMinutes(found.session, today, own) };
  }
}
