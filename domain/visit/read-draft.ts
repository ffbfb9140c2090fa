/** Reads the fields of a draft into the visit's record, the same way while typing, when saving and when signing. */
import { ageOn, daysBetween } from "@/domain/calendar-day";
import type {
  MeasureRecord,
  PatientRecord,
  ScreeningRecord,
  SignRecord,
  VisitEventRecord,
  VisitRecord,
} from "@/domain/record";
import type { DraftContext, DraftFields, DraftWarning, Reading } from "@/domain/visit/draft-reading";
import type { DraftValue } from "@/domain/visit/field-values";
import { type DraftKind, draftPath } from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { placeField } from "@/domain/visit/place-field";
import type { FieldProblem } from "@/domain/visit/read-measure";
import { scoredMeasurement } from "@/domain/visit/read-questionnaire";
import {
  emptyEntries,
  type FindingEntry,
  type MeasurementEntry,
  type VisitEntries,
} from "@/domain/visit/visit-entries";

export type ReadDraft = {
  /** As on the day of the visit: age from the birth date, body values of today when they were taken. */
  patient: PatientRecord;
  /** The rules' input; null when this visit doesn't enter the fold (CLINICAL 11.4). */
  visit: VisitRecord | null;
  entries: VisitEntries;
  /** Beside the field; nothing of a refused field is in `visit` or `entries`. */
  problems: FieldProblem[];
  warnings: DraftWarning[];
  /** Carried rows that nobody confirmed: they don't count and are listed when signing. */
  unconfirmed: string[];
};

function signRecord(finding: FindingEntry, context: DraftContext): SignRecord {
  const { sign, side, grade, onset_on } = finding;
  return { id: sign, side, grade, ...(onset_on !== null && { onset_day: daysBetween(context.day_zero, onset_on) }) };
}

function measureRecord(entry: MeasurementEntry): MeasureRecord {
  return {
    id: entry.measure,
    side: entry.side,
    value: entry.value,
    unit: entry.unit,
    rater: entry.rater,
    quality: entry.quality,
    ...(entry.method !== null && { method: entry.method }),
    ...(entry.lever_m !== null && { lever_m: entry.lever_m }),
    ...(entry.pelvis_stabilised !== null && { pelvis_stabilised: entry.pelvis_stabilised }),
  };
}

function screeningRecord(
  { recheck_on, ...answer }: VisitEntries["screening"][number],
  context: DraftContext,
): ScreeningRecord {
  return { ...answer, ...(recheck_on !== undefined && { recheck_day: daysBetween(context.day_zero, recheck_on) }) };
}

function events(entries: VisitEntries, clinician: string): VisitEventRecord[] {
  const errors = entries.flag_errors.map(
    ({ flag, reason, second_clinician }): VisitEventRecord => ({
      type: "flag_entered_in_error",
      flag,
      reason,
      clinician,
      ...(second_clinician !== null && { second_clinician }),
    }),
  );
  // A clearance that doesn't say who, when and what lifts nothing (CLINICAL 3).
  const { clearance } = entries;
  const cleared = clearance !== null && clearance.who !== "" && clearance.on !== null && clearance.what !== "";
  return cleared ? ["medical_clearance", ...errors] : errors;
}

/** The totals of questionnaires beside the measures typed; the same total typed otherwise is a contradiction. */
function withScores({ entries, problems, context }: Reading): MeasurementEntry[] {
  const scored = entries.questionnaires.flatMap((entry) => scoredMeasurement(entry, context.rater) ?? []);
  const typed = entries.measurements.filter((entry) => {
    const score = scored.find((other) => other.measure === entry.measure);
    if (score && score.value !== entry.value) {
      problems.push({ path: draftPath.measure(entry.measure, "M"), code: "differs_from_questionnaire" });
    }
    return score === undefined;
  });
  return [...typed, ...scored];
}

function visitRecord({ entries, context }: Reading): VisitRecord | null {
  const screening = entries.screening.map((answer) => screeningRecord(answer, context));
  const happened = events(entries, context.clinician);
  const { late_hold, held_elsewhere } = context;
  const safety = {
    visit: context.visit_number,
    day: daysBetween(context.day_zero, context.visit_on),
    flags: [...new Set([...entries.flags, ...(context.precautions ?? [])])],
    ...(screening.length > 0 && { screening }),
    ...(happened.length > 0 && { events: happened }),
    ...(late_hold && { late_hold }),
    ...(held_elsewhere && { held_elsewhere }),
  };
  if (context.kind === "did_not_attend") return null;
  if (context.kind === "contact") {
    const holdsAny = entries.flags.length + screening.length + happened.length > 0;
    return holdsAny ? { ...safety, kind: "contact", signs: [], measures: [] } : null;
  }
  const { decision, override, cannot_test, acks, mass_kg } = entries;
  const { clinician, adherence } = context;
  return {
    ...safety,
    ...(mass_kg !== null && { mass_kg }),
    signs: entries.findings.map((finding) => signRecord(finding, context)),
    measures: entries.measurements.map(measureRecord),
    ...(acks.length > 0 && { acks: acks.map((ack) => ack.id) }),
    ...(adherence && { adherence }),
    ...(cannot_test.length > 0 && { cannot_test: cannot_test.map(({ id, text }) => ({ id, reason: text })) }),
    ...(decision && {
      decision: { choice: decision.choice, clinician, ...(decision.reason !== null && { reason: decision.reason }) },
    }),
    ...(override && {
      override: {
        to_phase: override.to_phase,
        reason: override.text,
        clinician,
        ...(override.second_clinician !== null && { second_clinician: override.second_clinician }),
      },
    }),
  };
}

function patientRecord({ entries, context }: Reading): PatientRecord {
  const { birth_date, ...known } = context.patient;
  return {
    ...known,
    age: ageOn(birth_date, context.visit_on),
    ...(entries.mass_kg !== null && { mass_kg: entries.mass_kg }),
    ...(entries.height_cm !== null && { height_cm: entries.height_cm }),
  };
}

/**
 * `null` and missing fields are the same: nothing recorded. Unknown paths are problems, never ignored. `hasShape` where
 * the fields were stored (check-field.ts); a form's own values have their shape by type, and are read at every change.
 */
export function readDraft(
  fields: DraftFields,
  context: DraftContext,
  hasShape: (kind: DraftKind, value: unknown) => boolean = () => true,
): ReadDraft {
  const reading: Reading = { entries: emptyEntries(), problems: [], warnings: [], unconfirmed: [], context };
  const rows = fields instanceof Map ? [...fields] : Object.entries(fields);
  // Paths in one order, so that two drafts with the same fields give the same record (it is hashed at signing).
  rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [path, raw] of rows) {
    if (raw === null || raw === undefined) continue;
    const at = parseDraftPath(path);
    if (!at) reading.problems.push({ path, code: "unknown_path" });
    else if (!hasShape(at.kind, raw)) reading.problems.push({ path, code: "wrong_shape" });
    else placeField(at.kind, raw as DraftValue<typeof at.kind>, { path, at, reading });
  }
  reading.entries.flags = [...new Set(reading.entries.flags)].sort();
  reading.entries.measurements = withScores(reading);
  const { entries, problems, warnings, unconfirmed } = reading;
  return { patient: patientRecord(reading), visit: visitRecord(reading), entries, problems, warnings, unconfirmed };
}
