/** What a clinic says of itself as people type it, with the faults in words: at set-up and in the settings alike. */
import { z } from "zod";
import { isPhone } from "@/domain/phone-key";
import { messagesFor } from "@/messages/rooms";

const { faults } = messagesFor("en").auth;
const TIME_ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone")];

const needed = z.string({ error: faults.required }).trim().min(1, faults.required);

export const clinicName = needed.max(120, faults.tooLong);
export const clinicTimeZone = z
  .string({ error: faults.timeZone })
  .refine((zone) => TIME_ZONES.includes(zone), faults.timeZone);

/** Never empty: it stands in every patient's safety text (CLINICAL 2). */
export const clinicPhone = needed.max(40, faults.tooLong).refine((text) => text === "" || isPhone(text), faults.phone);
export const emergencyNumber = needed.regex(/^\d{3,6}$/, faults.emergencyNumber);
