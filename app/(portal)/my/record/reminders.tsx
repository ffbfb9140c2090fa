/** The card of reminders by email; absent where the server has no mail server to send them by. */
import { reminderLinks } from "@/auth/one-time-link";
import { fullDay } from "@/components/portal/day-words";
import { PatientCard } from "@/components/portal/patient-card";
import { ReminderChoice } from "@/components/portal/reminder-choice";
import { type Reminders as Kept, remindersOf } from "@/db/reminder";
import { newId } from "@/domain/new-id";
import { environment } from "@/env";
import { fill } from "@/messages/fill";
import { type Locale, type Messages, messagesFor } from "@/messages/rooms";
import type { PortalFrame } from "../portal-frame";
import { switchRemindersOff, switchRemindersOn } from "./subscriptions";

export async function Reminders({ frame: { actor, locale } }: { frame: PortalFrame }) {
  if (environment().SMTP_URL === undefined || reminderLinks(newId()) === null) return null;
  const kept = await remindersOf(actor);
  const { reminder: text } = messagesFor(locale).outside;
  return (
    <PatientCard title={text.title}>
      {kept.address === null && kept.hour === null ? (
        <p>{text.noAddress}</p>
      ) : (
        <ReminderChoice
          hour={kept.hour}
          address={kept.address ?? "–"}
          last={lastWords(kept, text, locale)}
          text={text}
          start={switchRemindersOn}
          stop={switchRemindersOff}
        />
      )}
    </PatientCard>
  );
}

function lastWords({ failure, lastSentOn }: Kept, text: Messages["outside"]["reminder"], locale: Locale) {
  if (failure !== null) {
    const said = fill(text.failed[failure.kind], { day: fullDay(failure.on, locale) });
    return { text: failure.isTriedAgain ? `${said} ${text.again}` : said, isFault: true };
  }
  return lastSentOn === null ? null : { text: fill(text.last, { day: fullDay(lastSentOn, locale) }), isFault: false };
}
