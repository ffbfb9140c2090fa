/** The fields in which what was typed and what somebody else saved meanwhile differ, in words. */
import type { FormState } from "@/app/form-state";
import type { PatientData } from "@/db/patient";
import words from "@/messages/en/patient.json";
import { fill } from "@/messages/fill";

export type SavedPerson = { form: FormState; stands: string[] };

export function whatStands(stands: PatientData, typed: Partial<PatientData>): string[] {
  return (Object.keys(typed) as (keyof PatientData)[])
    .filter((field) => field in words.fields && stands[field] !== typed[field])
    .map((field) =>
      fill(words.record.stands, { field: words.fields[field], value: stands[field] ?? words.record.empty }),
    );
}
