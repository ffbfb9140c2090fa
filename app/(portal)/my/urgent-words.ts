/** What stands beside every message box: when it is read, and whom to call instead. */
import type { ClinicPhones } from "@/components/shell/safety-text";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

export const urgentWords = (
  { clinicPhone, emergencyNumber }: ClinicPhones,
  text: Messages["portal"]["finish"],
): string =>
  clinicPhone === null
    ? fill(text.urgentNoPhone, { number: emergencyNumber })
    : fill(text.urgent, { phone: clinicPhone, number: emergencyNumber });
