/** What a patient is asked before the next visit, answered on the phone and kept there until the clinic has it. */
import { fullDay, weekdayAndDay } from "@/components/portal/day-words";
import { OutboxNotice } from "@/components/portal/outbox-notice";
import { QuestionRoom } from "@/components/questionnaire/question-room";
import { PatientShell } from "@/components/shell/patient-shell";
import { Card } from "@/components/ui/card";
import { portalQuestions } from "@/db/questionnaire";
import { fill } from "@/messages/fill";
import { instrumentWords } from "@/messages/instrument-words";
import { messagesFor } from "@/messages/rooms";
import { PausedScreen, portalFrame } from "../portal-frame";

export async function generateMetadata() {
  const { locale } = await portalFrame();
  return { title: messagesFor(locale).questionnaire.title };
}

export default async function QuestionsPage() {
  const frame = await portalFrame();
  const { actor, owner, phones, locale, text: room } = frame;
  const found = await portalQuestions(actor, locale);
  if (found.kind === "hold") return <PausedScreen {...frame} />;
  const text = messagesFor(locale).questionnaire;
  const { due, waiting, nextReviewOn, today } = found;
  const isOpen = due.opensOn === null && due.instruments.length > 0;
  return (
    <PatientShell phones={phones} tab="questions" title={text.title}>
      <OutboxNotice owner={owner} clinicPhone={phones.clinicPhone} text={room.outbox} />
      {isOpen ? (
        <p className="mb-3">
          {nextReviewOn !== null && nextReviewOn >= today
            ? fill(text.leadDay, { day: weekdayAndDay(nextReviewOn, locale) })
            : text.lead}
        </p>
      ) : null}
      {isOpen ? (
        <QuestionRoom
          owner={owner}
          patientId={actor.patientId}
          due={due.instruments}
          activities={found.activities}
          thighs={found.thighs}
          language={locale}
          words={instrumentWords(locale)}
          text={text}
        />
      ) : (
        <Card>
          <h2 className="text-section">
            {found.isEnded
              ? text.ended
              : due.opensOn === null
                ? text.none
                : fill(text.opensOn, { day: weekdayAndDay(due.opensOn, locale) })}
          </h2>
          {found.isEnded ? null : <p className="mt-1">{due.opensOn === null ? text.noneText : text.opensOnText}</p>}
        </Card>
      )}
      {waiting.length === 0 ? null : (
        <section className="mt-4">
          <ul className="grid gap-1">
            {waiting.map(({ instrument, on }) => (
              <li key={`${instrument} ${on}`}>
                <strong>{text.names[instrument]}</strong>: {fill(text.sentOn, { day: fullDay(on, locale) })}
              </li>
            ))}
          </ul>
          <p className="mt-1 text-body text-muted">{text.change}</p>
        </section>
      )}
      {isOpen && due.untranslated.length > 0 ? <p className="mt-4 text-muted">{text.untranslated}</p> : null}
    </PatientShell>
  );
}
