/** Until which age a guardian answers for a patient, and until which one holds the patient's login (CLINICAL 3.5). */
import { addDays, ageOn, type CalendarDay, isCalendarDay } from "@/domain/calendar-day";

/** What a clinic may set as the age for an own login; from adult age on nobody else holds it. */
export const OWN_LOGIN_AGE = { min: 12, max: 18 };

/** The age from which the model's cut-offs apply (threshold adult_age). */
const ADULT_AGE = 18;

export const isMinor = (birthDate: CalendarDay, today: CalendarDay): boolean => ageOn(birthDate, today) < ADULT_AGE;

/** The last day on which the login is the guardian's; null once the patient is old enough for an own one. */
export function guardianUntil(birthDate: CalendarDay, today: CalendarDay, ownLoginAge: number): CalendarDay | null {
  if (ageOn(birthDate, today) >= ownLoginAge) return null;
  const birthday = `${Number(birthDate.slice(0, 4)) + ownLoginAge}${birthDate.slice(4)}`;
  // Someone born on 29 February has the birthday on 1 March of common years.
  return addDays(isCalendarDay(birthday) ? birthday : birthday.replace(/02-29$/, "03-01"), -1);
}
