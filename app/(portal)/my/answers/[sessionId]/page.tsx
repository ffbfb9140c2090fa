/** Changes the answers of one session, for a day after the clinic had it. */
import { notFound } from "next/navigation";
import { CorrectSession } from "@/components/portal/correct-session";
import { weekdayAndDay } from "@/components/portal/day-words";
import { planWords } from "@/components/portal/exercise-words";
import type { RoomItem } from "@/components/portal/room-item";
import { PatientShell } from "@/components/shell/patient-shell";
import { ButtonLink } from "@/components/ui/button";
import { type AnsweredItem, type PortalAnswers, portalAnswers } from "@/db/portal-answers";
import { effortOf } from "@/domain/home-session/check-in";
import { isUuid } from "@/domain/new-id";
import type { Locale, Messages } from "@/messages/rooms";
import { type ToldItem, toldItems } from "../../plan-words";
import { PausedScreen, portalFrame } from "../../portal-frame";
import { roomExercise } from "../../session/room-exercise";
import { urgentWords } from "../../urgent-words";

export async function generateMetadata() {
  const { text } = await portalFrame();
  return { title: text.saved.change };
}

export default async function AnswersPage({ params }: PageProps<"/my/answers/[sessionId]">) {
  const frame = await portalFrame();
  const { sessionId } = await params;
  if (!isUuid(sessionId)) notFound();
  const found = await portalAnswers(frame.actor, sessionId);
  if (found.kind === "hold") return <PausedScreen {...frame} />;
  const { locale, text, owner, phones } = frame;
  const { answers } = found;
  if (answers === null) {
    return (
      <PatientShell phones={phones} title={text.saved.change}>
        <p className="mb-4">{text.saved.tooLate}</p>
        <ButtonLink href="/my" size="lg">
          {text.session.toToday}
        </ButtonLink>
      </PatientShell>
    );
  }
  const { session, finish, saved, light, outbox } = text;
  const { checkFirst, checkFirstText } = text.today;
  const told = toldOf(answers, locale, text.today);
  return (
    <PatientShell phones={phones}>
      <CorrectSession
        owner={owner}
        sessionId={sessionId}
        day={weekdayAndDay(answers.on, locale)}
        items={told.flatMap(([one, item]) => (one.isBeside ? [] : [asDone(one, item, answers, locale)]))}
        beside={told.flatMap(([one, { key, name }]) => (one.isBeside ? [{ key, name }] : []))}
        stopped={answers.stopReason !== null}
        answers={{
          outcomes: Object.fromEntries(answers.items.map(({ item, outcome }) => [item.id, outcome])),
          painDuring: answers.painDuring,
          painWorst24h: answers.painWorst24h,
          effort: answers.effort === null ? null : effortOf(answers.effort),
          note: answers.note ?? "",
          done: Object.fromEntries(answers.items.flatMap(({ item, done }) => (done === null ? [] : [[item.id, done]]))),
        }}
        limits={answers.limits}
        clinicPhone={phones.clinicPhone}
        urgent={urgentWords(phones, finish)}
        text={{ session, finish, saved, light, outbox, today: { checkFirst, checkFirstText } }}
      />
    </PatientShell>
  );
}

/** An item whose exercise is gone says nothing of itself, and keeps its answer. */
function toldOf({ items, own, on }: PortalAnswers, locale: Locale, text: Messages["portal"]["today"]) {
  return items.flatMap((one): [AnsweredItem, ToldItem][] =>
    toldItems({ items: [one.item], own }, on, locale, text).map((told) => [one, told]),
  );
}

/** As it was done: where an easier exercise stood in, under that one's name. */
function asDone({ swappedTo }: AnsweredItem, told: ToldItem, { own }: PortalAnswers, locale: Locale): RoomItem {
  const planned = { key: told.key, ...roomExercise(told, null, locale) };
  const words = swappedTo === null ? null : planWords(swappedTo, own, locale);
  if (swappedTo === null || words === null) return { ...planned, easier: null };
  return { ...planned, easier: { ...planned, id: swappedTo, name: words.name, steps: [], notes: [] } };
}
