/** Until which age a guardian answers for a patient: the age from which the model's cut-offs apply (threshold adult_age). */
import { ageOn, type CalendarDay } from "@/domain/calendar-day";

const ADULT_AGE = 18;

export const isMinor = (birthDate: CalendarDay, today: CalendarDay): boolean => ageOn(birthDate, today) < ADULT_AGE;
