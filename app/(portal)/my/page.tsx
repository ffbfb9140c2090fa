/** Today: what to do now, why, what comes next, and the days behind; nothing of it while exercises are paused. */
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { clockTime, dayAndMonth, weekdayAndDay, weekdayAndTime } from "@/components/portal/day-words";
import { DoneDays } from "@/components/portal/done-days";
import { ExerciseList } from "@/components/portal/exercise-list";
import { KeptSince } from "@/components/portal/kept-since";
import { OutboxNotice } from "@/components/portal/outbox-notice";
import { PatientCard } from "@/components/portal/patient-card";
import { SettledQuestion } from "@/components/portal/settled-question";
import { StartSession } from "@/components/portal/start-session";
import { thingsNeeded } from "@/components/portal/things-needed";
import { TrafficLightWords } from "@/components/portal/traffic-light";
import { HoldStart } from "@/components/shell/hold-start";
import { PatientShell } from "@/components/shell/patient-shell";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PortalPlan } from "@/db/portal-plan";
import { type Elasticity, type PortalToday, portalToday } from "@/db/portal-today";
import { daySpan } from "@/domain/clinic-clock";
import { fill } from "@/messages/fill";
import { type Locale, type Messages, messagesFor } from "@/messages/rooms";
import { PlanChanged, WhyThese } from "./plan-cards";
import { changeWords, type ToldItem, toldItems } from "./plan-words";
import { aheadDay, Kept, PausedScreen, portalFrame } from "./portal-frame";
import { seePlan } from "./see-plan";
import { seenPlan } from "./seen-plan";

export async function generateMetadata() {
  const { text } = await portalFrame();
  return { title: text.today.title };
}

export default async function TodayPage({ searchParams }: PageProps<"/my">) {
  const frame = await portalFrame();
  const { on: ahead } = await searchParams;
  const found = await portalToday(frame.actor, new Date(), aheadDay(ahead), await seenPlan());
  if (found.kind === "hold") return <PausedScreen {...frame} />;
  const { locale, text, owner, phones } = frame;
  const { today, plan } = found;
  const running = plan === null || plan === "ended" ? null : plan;
  const madeAt = new Date().toISOString();
  const session = running ? toldItems({ items: running.session, own: running.own }, today, locale, text.today) : [];
  const isRestDay = running !== null && running.dueOn !== today;
  const changes = running
    ? changeWords(
        found.changes,
        { items: [...running.session, ...running.beside], own: running.own },
        locale,
        text.changed,
      )
    : [];
  return (
    <>
      <PatientShell
        phones={phones}
        tab="today"
        title={fill(text.today.hello, { name: found.givenName })}
        above={weekdayAndDay(today, locale)}
        action={
          session.length === 0 ? undefined : (
            <StartSession
              madeAt={madeAt}
              isOptional={isRestDay || found.doneToday || found.stoppedToday}
              text={{
                start: text.today.start,
                checkFirst: text.today.checkFirst,
                checkFirstText: text.today.checkFirstText,
              }}
            />
          )
        }
      >
        <Kept frame={frame} madeAt={madeAt} on={today} versionId={running?.versionId} />
        <KeptSince
          {...daySpan(frame.timeZone, today)}
          madeAt={madeAt}
          keptSince={fill(text.today.keptSince, { when: weekdayAndTime(new Date(madeAt), frame.timeZone, locale) })}
          otherDay={fill(text.today.otherDay, { day: weekdayAndDay(today, locale) })}
        />
        <OutboxNotice owner={owner} clinicPhone={phones.clinicPhone} text={text.outbox} />
        {found.toSettle === null ? null : (
          <SettledQuestion
            owner={owner}
            sessionId={found.toSettle.sessionId}
            text={text.settled}
            noStore={text.outbox.noStore}
          />
        )}
        {running === null ? (
          <NoPlan isEnded={plan === "ended"} patientId={frame.actor.patientId} text={text.today} />
        ) : (
          <>
            {found.stoppedToday ? <p className="mb-3 font-semi">{text.finish.stoppedText}</p> : null}
            <Summary plan={running} session={session} isDone={found.doneToday} isRestDay={isRestDay} locale={locale} />
            <Corrections sessions={found.correctable} timeZone={frame.timeZone} locale={locale} text={text.today} />
            <ExerciseList label={text.today.list} items={session} />
            <Beside plan={running} today={today} locale={locale} text={text.today} />
            <div className="mt-4 grid gap-4 [--height-undrawn:11rem] *:drawn-when-near">
              <PlanChanged
                changes={changes}
                gotIt={seePlan.bind(null, running.versionId, madeAt)}
                text={text.changed}
              />
              <WhyThese plan={running} isMovedOn={found.isMovedOn} text={text.why} />
              <NextStage next={found.next} text={text.next} />
              <PatientCard title={text.calendar.title}>
                <DoneDays cells={found.calendar} today={today} text={text.calendar} locale={locale} />
              </PatientCard>
              <section>
                <h2 className="mb-2 text-section">{text.light.title}</h2>
                <TrafficLightWords limits={found.limits} text={text.light} />
              </section>
            </div>
          </>
        )}
      </PatientShell>
      {/* The question alone has answers that need the script. Last, since the first paint waits for it. */}
      {found.toSettle === null ? <HoldStart madeAt={madeAt} /> : null}
    </>
  );
}

function NoPlan({
  isEnded,
  patientId,
  text,
}: {
  isEnded: boolean;
  patientId: string;
  text: Messages["portal"]["today"];
}) {
  return (
    <Card>
      <h2 className="text-section">{isEnded ? text.ended : text.noPlan}</h2>
      <p className="mt-1">{isEnded ? text.endedText : text.noPlanText}</p>
      {isEnded ? (
        <a href={`/api/exports/sheet/${patientId}`} download className={buttonClass("plain", "lg", "mt-3")}>
          {text.sheet}
        </a>
      ) : null}
    </Card>
  );
}

async function Summary(props: {
  plan: PortalPlan;
  session: readonly ToldItem[];
  isDone: boolean;
  isRestDay: boolean;
  locale: Locale;
}) {
  const { plan, session, isDone, isRestDay, locale } = props;
  const t = await getTranslations("portal.today");
  const things = thingsNeeded(session.map(({ equipment }) => equipment));
  const { restDayText, restWeek } = messagesFor(locale).portal.today;
  return (
    <div className="mb-3">
      {isDone ? <p className="font-bold">{t("doneToday")}</p> : null}
      {isRestDay ? (
        <>
          <p className="font-bold">{t("restDay")}</p>
          <p>{plan.dueOn === null ? restWeek : fill(restDayText, { day: weekdayAndDay(plan.dueOn, locale) })}</p>
        </>
      ) : null}
      {session.length === 0 ? null : (
        <p>
          {t("summary", { count: session.length, minutes: plan.minutes })}{" "}
          {things.length === 0 ? null : t("equipment", { things: things.join(", ") })}
        </p>
      )}
    </div>
  );
}

/** One way in for each session, also past midnight. */
function Corrections(props: {
  sessions: PortalToday["correctable"];
  timeZone: string;
  locale: Locale;
  text: Messages["portal"]["today"];
}) {
  const { sessions, timeZone, locale, text } = props;
  return sessions.map(({ sessionId, on, at }) => (
    <p key={sessionId}>
      <Link
        href={`/my/answers/${sessionId}`}
        prefetch={false}
        className="flex min-h-11 items-center font-bold text-brand-ink"
      >
        {fill(text.changeAnswers, { when: `${weekdayAndDay(on, locale)}, ${clockTime(at, timeZone, locale)}` })}
      </Link>
    </p>
  ));
}

/** A walk, rest or ice: on the day, but no part of the session. */
async function Beside(props: { plan: PortalPlan; today: string; locale: Locale; text: Messages["portal"]["today"] }) {
  const { plan, today, locale, text } = props;
  const t = await getTranslations("portal.today");
  const items = toldItems({ items: plan.beside, own: plan.own }, today, locale, text);
  if (items.length === 0) return null;
  return (
    <section className="mt-3 rounded-card border border-line bg-surface px-4 py-2.5">
      <h2 className="text-card">{text.beside}</h2>
      <ul>
        {items.map(({ key, name, doseNow, notes, steps }) => {
          const until = plan.beside.find(({ id }) => id === key)?.until ?? null;
          return (
            <li key={key}>
              <details className="group">
                <summary className="flex min-h-11 items-center font-semi">
                  {doseNow.time_s === null
                    ? name
                    : t("besideMinutes", { name, minutes: Math.ceil((doseNow.time_s * doseNow.sets) / 60) })}
                  {until === null ? null : `, ${fill(text.until, { day: dayAndMonth(until, locale) })}`}
                </summary>
                <ol className="list-decimal space-y-1 pb-2 pl-5 text-body">
                  {[...notes, ...steps].map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function NextStage({ next, text }: { next: Elasticity | null; text: Messages["portal"]["next"] }) {
  if (next === null) {
    return (
      <PatientCard title={text.otherTitle}>
        <p>{text.other}</p>
      </PatientCard>
    );
  }
  return (
    <PatientCard title={text.title}>
      <p>{fill(text.opens, { needed: next.needed })}</p>
      <ul className="mt-2 border-t border-line pt-2 font-semi">
        {next.sides.map(({ side, degrees }) => (
          <li key={side}>{fill(side === "L" ? text.left : text.right, { degrees, needed: next.needed })}</li>
        ))}
      </ul>
      {next.sides.length === 0 ? <p>{text.unknown}</p> : null}
      {next.isMetOnce ? <p className="mt-1 text-muted">{text.metOnce}</p> : null}
    </PatientCard>
  );
}
