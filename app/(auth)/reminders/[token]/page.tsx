/** Where a reminder's link leads: one button ends the reminders. Opening it changes nothing, since mail scanners do too. */
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { tokenHashOf } from "@/auth/one-time-link";
import { findSubscription } from "@/db/subscription";
import { messagesFor, readLocale } from "@/messages/rooms";
import { EndForm } from "./end-form";
import { endReminders } from "./end-reminders";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function RemindersPage({ params }: PageProps<"/reminders/[token]">) {
  const { token } = await params;
  const hash = tokenHashOf(token);
  const found = hash === null ? null : await findSubscription(hash);
  const isOn = found?.kind === "reminder";
  const { reminder } = messagesFor(isOn ? readLocale(found.language) : await getLocale()).outside;
  return (
    <div lang={isOn ? found.language : undefined}>
      <h1 className="mb-1 text-display">{reminder.title}</h1>
      {isOn ? <EndForm end={endReminders.bind(null, token)} text={reminder.end} /> : <p>{reminder.end.unknown}</p>}
    </div>
  );
}
