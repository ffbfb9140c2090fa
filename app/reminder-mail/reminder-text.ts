/** The words of a reminder: that there is something to do today, where, and how to end this; nothing clinical. */
import type { ReminderLinks } from "@/auth/one-time-link";
import { fill } from "@/messages/fill";
import { messagesFor, readLocale } from "@/messages/rooms";

export function reminderText(
  language: string,
  { clinicName, links }: { clinicName: string; links: Pick<ReminderLinks, "plan" | "stop"> },
): { subject: string; text: string } {
  const { mail } = messagesFor(readLocale(language)).outside.reminder;
  const lines = [mail.greeting, "", mail.today, links.plan, "", mail.help, "", mail.stop, links.stop, "", clinicName];
  return { subject: mail.subject, text: `${lines.map((line) => fill(line, {})).join("\n")}\n` };
}
