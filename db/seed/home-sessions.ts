/** Writes the sessions a patient did at home between two visits: on due days, as often as the record says. */
import "server-only";
import { addDays, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { PlanItem } from "@/domain/plan/item";
import { countsTowardsAdherence, dueItems } from "@/domain/plan/schedule";
import type { Tx } from "../client";
import { homeSession, homeSessionItem } from "../schema/home-session";
import type { Actor } from "../scope";
import type { SeededPatient } from "./patient";

export type HomeSpan = {
  planVersionId: string;
  items: readonly PlanItem[];
  /** First and last day, both included. */
  from: CalendarDay;
  to: CalendarDay;
  /** Share of the due days on which the patient exercised, 0–1. */
  share: number;
  source: "phone" | "diary" | "recall";
  /** Worst pain at the visit before and at the one after; null = never asked, and then it isn't made up either. */
  pain: { before: number | null; after: number | null };
  /** Said with the last session. */
  last?: { note?: string; stopReason?: "pain" | "tingling" | "giving_way" };
};

/** @param actor who entered diary days, and the clinic they belong to */
export async function seedHomeSessions(
  tx: Tx,
  actor: Actor,
  { patientId, episodeId }: SeededPatient,
  span: HomeSpan,
): Promise<void> {
  const days = exercisedDays(span);
  if (days.length === 0) return;
  const sessions = days.map((on, index) => sessionOn(on, span, index === days.length - 1));
  const owned = { clinicId: actor.clinicId, patientId };
  await tx.insert(homeSession).values(
    sessions.map(({ items: _items, ...session }) => ({
      ...owned,
      episodeId,
      planVersionId: span.planVersionId,
      source: span.source,
      enteredById: span.source === "phone" ? null : actor.membershipId,
      ...session,
    })),
  );
  await tx
    .insert(homeSessionItem)
    .values(sessions.flatMap(({ id, items }) => items.map((item) => ({ ...owned, sessionId: id, ...item }))));
}

/** Spread evenly over the due days. */
function exercisedDays({ items, from, to, share }: HomeSpan): CalendarDay[] {
  const due = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, k) => addDays(from, k)).filter((on) =>
    dueItems(items, on).some((item) => countsTowardsAdherence(item)),
  );
  const wanted = Math.round(due.length * share);
  return due.filter((_, k) => Math.floor(((k + 1) * wanted) / due.length) > Math.floor((k * wanted) / due.length));
}

function sessionOn(on: CalendarDay, span: HomeSpan, isLast: boolean) {
  const stopReason = isLast ? (span.last?.stopReason ?? null) : null;
  const due = dueItems(span.items, on);
  // Every fifth day the last exercise is cut short; a session that was stopped leaves it out.
  const isShort = stopReason !== null || daysBetween(span.from, on) % 5 === 4;
  const items = due.map((item, index) => ({
    itemKey: item.id,
    exercise: item.exercise,
    outcome:
      isShort && index === due.length - 1 && due.length > 1
        ? stopReason === null
          ? ("partly" as const)
          : ("skipped" as const)
        : ("done" as const),
  }));
  const worst = painOn(on, span);
  const performedAt = new Date(`${on}T18:${String(10 + (daysBetween(span.from, on) % 40)).padStart(2, "0")}:00Z`);
  const isPhone = span.source === "phone";
  return {
    id: newId(),
    performedOn: on,
    performedAt: isPhone ? performedAt : null,
    sentAt: isPhone ? performedAt : null,
    // Paper days reach the record when they are read at the next visit.
    receivedAt: isPhone ? performedAt : new Date(`${addDays(span.to, 1)}T09:00:00Z`),
    clockOffsetMs: isPhone ? 0 : null,
    outcome: items.every(({ outcome }) => outcome === "done") ? ("done" as const) : ("partly" as const),
    // Pain in the exercises stays below the day's worst.
    painDuring: worst === null ? null : Math.floor(worst / 2),
    painWorst24h: worst,
    effort: 2,
    settledNextMorning: isPhone ? ("yes" as const) : null,
    stopReason,
    note: isLast ? (span.last?.note ?? null) : null,
    items,
  };
}

/** On the straight way from one visit's answer to the next one's. */
function painOn(on: CalendarDay, { from, to, pain: { before, after } }: HomeSpan): number | null {
  if (before === null) return null;
  const days = daysBetween(from, to) + 1;
  return Math.round(before + ((after ?? before) - before) * (daysBetween(from, on) / days));
}
