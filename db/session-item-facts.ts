/**
 * What the player needs of each item beside the plan: the easier exercise that may stand in for it, and last time's
 * numbers. Conditions decide which easier one is offered; none of them leaves here.
 */
import "server-only";
import { and, desc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import type { Done } from "@/domain/home-session/done";
import { type ClinicItems, catalogueItem } from "@/domain/plan/catalogue";
import type { Dose } from "@/domain/plan/dose";
import { type Easier, easierFor } from "@/domain/plan/easier";
import type { PlanItem } from "@/domain/plan/item";
import type { Tx } from "./client";
import { planFacts, planPlace } from "./plan-facts";
import { homeSession, homeSessionItem } from "./schema/home-session";
import { planItem } from "./schema/plan";
import type { Actor } from "./scope";

export type LastTime = { done: Done; dose: Dose };

/** By item; an item without an entry has none. */
export async function easierItems(
  tx: Tx,
  actor: Actor & { patientId: string },
  items: readonly Pick<PlanItem, "id" | "exercise" | "dose" | "pain_limit" | "limit_text" | "reduced">[],
  own: ClinicItems,
  on: CalendarDay,
): Promise<Map<string, Easier>> {
  const place = await planPlace(tx, actor, actor.patientId);
  if (place === undefined) return new Map();
  const { conditions, blocked, acknowledged } = (await planFacts(tx, actor, place)).proposing;
  const inPlan = new Set<string>(items.map(({ exercise }) => exercise));
  return new Map(
    items.flatMap(({ id, exercise, dose, pain_limit, limit_text, reduced }) => {
      const item = catalogueItem(exercise, own);
      if (item === null) return [];
      const is_reduced = reduced !== null && reduced.from <= on;
      const planned = { item, dose, pain_limit, limit_text, is_reduced };
      const facts = { conditions, blocked, ...(acknowledged && { acknowledged }) };
      const easier = easierFor(planned, facts, inPlan, own);
      return easier === null ? [] : [[id, easier] as const];
    }),
  );
}

/** The newest numbers told of each item itself (not of an easier one in its place), with the dose they were told of. */
export async function lastTimes(
  tx: Tx,
  actor: Actor & { patientId: string },
  keys: readonly string[],
): Promise<Map<string, LastTime>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([homeSessionItem.itemKey], {
      key: homeSessionItem.itemKey,
      done: homeSessionItem.done,
      dose: planItem.dose,
    })
    .from(homeSessionItem)
    .innerJoin(
      homeSession,
      and(eq(homeSession.clinicId, homeSessionItem.clinicId), eq(homeSession.id, homeSessionItem.sessionId)),
    )
    .innerJoin(
      planItem,
      and(
        eq(planItem.clinicId, homeSession.clinicId),
        eq(planItem.planVersionId, homeSession.planVersionId),
        eq(planItem.itemKey, homeSessionItem.itemKey),
      ),
    )
    .where(
      and(
        eq(homeSessionItem.clinicId, actor.clinicId),
        eq(homeSessionItem.patientId, actor.patientId),
        inArray(homeSessionItem.itemKey, [...keys]),
        ne(homeSessionItem.outcome, "skipped"),
        isNotNull(homeSessionItem.done),
        isNull(homeSessionItem.swappedFrom),
        isNull(homeSession.voidedAt),
      ),
    )
    .orderBy(homeSessionItem.itemKey, desc(homeSession.performedOn), desc(homeSession.receivedAt));
  return new Map(rows.flatMap(({ key, done, dose }) => (done === null ? [] : [[key, { done, dose }] as const])));
}
