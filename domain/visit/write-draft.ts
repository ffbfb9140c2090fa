/** The other way round: a visit's record as the draft fields that read back to it, for transfers and worked cases. */
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { MeasureRecord, VisitRecord } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { flagById } from "@/domain/vocabulary/flags";

/** A clearance as CLINICAL 3 asks for it; the fold's record only says that there was one. */
export type Clearance = { who: string; what: string };

/**
 * @param dayZero the date of the fold's day 0
 * @returns pairs of path and value in no particular order; nothing is written for what was not recorded
 */
export function writeDraft(
  visit: VisitRecord,
  dayZero: CalendarDay,
  clearance: Clearance,
): { path: string; value: unknown }[] {
  const on = (day: number) => addDays(dayZero, day);
  const fields: { path: string; value: unknown }[] = [];
  const put = (path: string, value: unknown) => fields.push({ path, value });

  for (const { id, side, grade, onset_day } of visit.signs) {
    put(draftPath.sign(id, side), { grade, ...(onset_day !== undefined && { onset_on: on(onset_day) }) });
  }
  for (const measure of visit.measures) put(draftPath.measure(measure.id, measure.side), measureValue(measure));
  for (const flag of visit.flags) {
    if (flagById(flag).origin !== "derived") put(draftPath.flag(flag), { set: true });
  }
  for (const { flag, recheck_day, ...answer } of visit.screening ?? []) {
    put(draftPath.screening(flag), { ...answer, ...(recheck_day !== undefined && { recheck_on: on(recheck_day) }) });
  }
  for (const id of visit.acks ?? []) put(`ack.${id}`, {});
  for (const event of visit.events ?? []) {
    if (event === "medical_clearance") put(draftPath.clearance, { ...clearance, on: on(visit.day) });
    else {
      const { flag, reason, second_clinician } = event;
      put(draftPath.flagError(flag), { reason, ...(second_clinician !== undefined && { second_clinician }) });
    }
  }
  for (const { id, reason } of visit.cannot_test ?? []) {
    put(draftPath.cannotTest(id), { reason: "other", text: reason } satisfies DraftValue<"cannot_test">);
  }
  if (visit.mass_kg !== undefined) put(draftPath.body("mass_kg"), { value: visit.mass_kg });
  if (visit.decision) {
    const { choice, reason } = visit.decision;
    put(draftPath.alone("decision"), { choice, ...(reason !== undefined && { reason }) });
  }
  if (visit.override) {
    const { to_phase, reason, second_clinician } = visit.override;
    put(draftPath.alone("override"), {
      to_phase,
      reason: "other",
      text: reason,
      ...(second_clinician !== undefined && { second_clinician }),
    });
  }
  return fields;
}

function measureValue(measure: MeasureRecord): DraftValue<"measure"> {
  const { value, method, lever_m, pelvis_stabilised, rater, quality } = measure;
  return {
    value: String(value),
    ...(method !== undefined && { method }),
    ...(lever_m !== undefined && { lever_m: String(lever_m) }),
    ...(pelvis_stabilised !== undefined && { pelvis_stabilised }),
    ...(rater !== undefined && { rater }),
    ...(quality !== undefined && { quality }),
  };
}
