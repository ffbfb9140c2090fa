import { describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar-day";
import file from "@/domain/cases.json" with { type: "json" };
import type { EpisodeRecord, VisitRecord } from "@/domain/record";
import type { DraftContext } from "@/domain/visit/draft-reading";
import { draftPath } from "@/domain/visit/fields";
import { readDraft } from "@/domain/visit/read-draft";

const context: DraftContext = {
  patient: { birth_date: "1990-05-01", sex: "F" },
  kind: "treatment",
  visit_number: 3,
  visit_on: "2026-10-15",
  day_zero: "2026-10-01",
  clinician: "clinician-1",
  rater: "clinician-1",
};

describe("the worked cases, typed into a draft, come back as they are", () => {
  const on = (day: number) => addDays(context.day_zero, day);
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

  function typed(visit: VisitRecord): Record<string, unknown> {
    const fields: Record<string, unknown> = {};
    for (const flag of visit.flags) if (flag !== "under_18") fields[draftPath.flag(flag)] = { set: true };
    for (const { id, side, grade, onset_day } of visit.signs) {
      fields[draftPath.sign(id, side)] = { grade, ...(onset_day !== undefined && { onset_on: on(onset_day) }) };
    }
    for (const { id, side, value, unit: _, ...rest } of visit.measures) {
      const lever = rest.lever_m === undefined ? {} : { lever_m: String(rest.lever_m).replace(".", ",") };
      fields[draftPath.measure(id, side)] = { value: String(value).replace(".", ","), ...rest, ...lever };
    }
    for (const { flag, recheck_day, ...answer } of visit.screening ?? []) {
      fields[draftPath.screening(flag)] = {
        ...answer,
        ...(recheck_day !== undefined && { recheck_on: on(recheck_day) }),
      };
    }
    for (const ack of visit.acks ?? []) fields[`ack.${ack}`] = {};
    for (const { id, reason } of visit.cannot_test ?? [])
      fields[draftPath.cannotTest(id)] = { reason: "other", text: reason };
    if (visit.mass_kg !== undefined) fields[draftPath.body("mass_kg")] = { value: String(visit.mass_kg) };
    if (visit.decision) {
      const { choice, reason } = visit.decision;
      fields.decision = { choice, ...(reason !== undefined && { reason }) };
    }
    if (visit.override) {
      const { to_phase, reason, second_clinician } = visit.override;
      fields.override = { to_phase, text: reason, ...(second_clinician && { second_clinician }) };
    }
    for (const event of visit.events ?? []) {
      if (event === "medical_clearance") {
        fields[draftPath.clearance] = { who: "Dr Ito", on: on(visit.day), what: "MRI normal" };
      } else {
        const { flag, reason, second_clinician } = event;
        fields[draftPath.flagError(flag)] = { reason, ...(second_clinician && { second_clinician }) };
      }
    }
    return fields;
  }

  const cases = file.cases as unknown as (EpisodeRecord & { case_id: string })[];
  test.each(cases.map((one) => [one.case_id, one] as const))("%s", (_, one) => {
    for (const visit of one.visits) {
      const clinician = visit.decision?.clinician ?? visit.override?.clinician ?? "demo A";
      const result = readDraft(typed(visit), {
        ...context,
        visit_number: visit.visit,
        visit_on: on(visit.day),
        clinician,
        ...(visit.adherence && { adherence: visit.adherence }),
      });
      expect(result.problems).toEqual([]);
      const { signs, measures, flags, ...rest } = visit;
      const { signs: readSigns = [], measures: readMeasures = [], flags: readFlags, ...readRest } = result.visit ?? {};
      expect(readRest).toEqual(rest);
      expect(readFlags).toEqual(flags.filter((flag) => flag !== "under_18").sort());
      expect(sorted(readSigns.map(({ id, side, grade, onset_day }) => [id, side, grade, onset_day]))).toEqual(
        sorted(signs.map(({ id, side, grade, onset_day }) => [id, side, grade, onset_day])),
      );
      // Units are the catalogue's; the worked cases spell some by UCUM ("{score}").
      const row = (m: VisitRecord["measures"][number]) => [
        m.id,
        m.side,
        m.value,
        m.method,
        m.lever_m,
        m.pelvis_stabilised,
        m.quality ?? "ok",
        m.rater ?? "clinician-1",
      ];
      expect(sorted(readMeasures.map(row))).toEqual(sorted(measures.map(row)));
    }
  });
});
