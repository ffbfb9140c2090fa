/** Reads what was typed about a person: an empty field is not recorded, never zero. */
import { z } from "zod";
import type { PatientData } from "@/db/patient";
import { ageOn, type CalendarDay, isCalendarDay } from "@/domain/calendar-day";
import { isMinor } from "@/domain/guardian-age";
import { isPhone } from "@/domain/phone-key";
import { parseNumber } from "@/domain/typed-number";
import { INTERPRETER_NEEDS, PATIENT_MODES } from "@/domain/vocabulary/people";
import words from "@/messages/en/patient.json";
import { fill } from "@/messages/fill";
import { LANGUAGES } from "./languages";

const { faults } = words;
const OLDEST_YEARS = 120;
export const HEIGHT_CM = { min: 50, max: 250 };

/** Absent fields (a section that was not shown) read as empty ones. */
const typed = (max: number) => z.string().trim().max(max, faults.tooLong).default("");
export const needed = (max = 80) => typed(max).pipe(z.string().min(1, faults.required));
export const optional = (max = 80) => typed(max).transform((text) => (text === "" ? null : text));

const phone = optional(40).refine((text) => text === null || isPhone(text), faults.phone);
const email = optional(200).refine((text) => text === null || z.email().safeParse(text).success, faults.email);

/** A number within hard limits, comma or point; null when nothing was typed. */
export function numberWithin({ min, max, whole = false }: { min: number; max: number; whole?: boolean }) {
  return typed(20).transform((text, context): number | null => {
    const read = parseNumber(text);
    if (read.kind === "missing") return null;
    const fault =
      read.kind === "not_a_number"
        ? faults.number
        : read.value < min || read.value > max
          ? fill(faults.between, { min, max })
          : whole && !Number.isInteger(read.value)
            ? faults.whole
            : null;
    if (fault === null && read.kind === "value") return read.value;
    context.addIssue({ code: "custom", message: fault ?? faults.number });
    return z.NEVER;
  });
}

/** A clinical day that is not still to come. */
export function pastDay(today: CalendarDay) {
  return typed(10)
    .refine(isCalendarDay, faults.date)
    .refine((on) => on <= today, faults.future);
}
export function optionalPastDay(today: CalendarDay) {
  return optional(10)
    .refine((on) => on === null || isCalendarDay(on), faults.date)
    .refine((on) => on === null || on <= today, faults.future);
}

/** Contact data alone: what reception may change. */
export const contactFields = {
  phone,
  email,
  address: optional(300),
  nextOfKin: optional(200),
  language: z.enum(LANGUAGES, faults.language),
  interpreter: z.enum(INTERPRETER_NEEDS, faults.required),
  guardianName: optional(120),
  guardianPhone: phone,
  guardianRelation: optional(60),
};

export function personFields(today: CalendarDay) {
  return {
    ...contactFields,
    givenName: needed(),
    familyName: needed(),
    birthDate: pastDay(today).refine((on) => !isCalendarDay(on) || ageOn(on, today) <= OLDEST_YEARS, faults.tooOld),
    sex: z.enum(["F", "M", "X"], faults.sex),
    pronouns: optional(40),
    occupation: optional(120),
    mode: z.enum(PATIENT_MODES, faults.required),
    dominantSide: z.enum(["L", "R"]).nullable().default(null).catch(null),
    heightCm: numberWithin(HEIGHT_CM),
  };
}

type Guardian = Pick<PatientData, "guardianName" | "guardianPhone" | "guardianRelation">;
type Report = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };

/** Under 18 somebody answers for the patient: name, phone and relation. */
export function requireGuardian(person: Guardian & { birthDate: CalendarDay }, today: CalendarDay, report: Report) {
  if (!isCalendarDay(person.birthDate) || !isMinor(person.birthDate, today)) return;
  for (const field of ["guardianName", "guardianPhone", "guardianRelation"] as const) {
    if (person[field] === null) report.addIssue({ code: "custom", path: [field], message: faults.guardian });
  }
}
