/** The session player with everything it needs for today, drawn by the server; asks again whether exercises are paused. */

import { ItemPicture } from "@/components/figure/item-picture";
import { CONTROLS_SLOT } from "@/components/portal/controls-slot";
import { weekdayAndDay } from "@/components/portal/day-words";
import { SessionRoom } from "@/components/portal/session-room";
import { PatientShell } from "@/components/shell/patient-shell";
import { ButtonLink } from "@/components/ui/button";
import { portalSession } from "@/db/portal-session";
import { isCalendarDay } from "@/domain/calendar-day";
import { toldItems } from "../plan-words";
import { aheadDay, Kept, PausedScreen, portalFrame } from "../portal-frame";
import { urgentWords } from "../urgent-words";
import { easierExercise, roomExercise } from "./room-exercise";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function generateMetadata() {
  const { text } = await portalFrame();
  return { title: text.session.title };
}

export default async function SessionPage({ searchParams }: PageProps<"/my/session">) {
  const frame = await portalFrame();
  const { version, on } = await searchParams;
  const begun =
    typeof version === "string" && UUID.test(version) && typeof on === "string" && isCalendarDay(on)
      ? { versionId: version, on }
      : null;
  const found = await portalSession(frame.actor, begun, new Date(), aheadDay(on));
  if (found.kind === "hold") return <PausedScreen {...frame} />;
  const { locale, text, owner, phones } = frame;
  const { plan, on: day } = found;
  const madeAt = new Date().toISOString();
  const items = plan === null ? [] : toldItems({ items: plan.session, own: plan.own }, day, locale, text.today);
  if (plan === null || items.length === 0) {
    return (
      <PatientShell phones={phones} title={text.session.title}>
        <Kept frame={frame} madeAt={madeAt} on={day} versionId={plan?.versionId} />
        <p className="mb-4">{text.session.nothing}</p>
        <ButtonLink href="/my" size="lg">
          {text.session.toToday}
        </ButtonLink>
      </PatientShell>
    );
  }
  const easier = new Map(
    [...found.easier].map(([key, one]) => [key, easierExercise(one, plan?.own ?? new Map(), locale)]),
  );
  const { session, finish, saved, light, outbox } = text;
  const { checkFirst, checkFirstText } = text.today;
  return (
    <PatientShell phones={phones} action={<div id={CONTROLS_SLOT} data-slot="" />}>
      <Kept frame={frame} madeAt={madeAt} on={day} versionId={plan.versionId} />
      <SessionRoom
        key={`${plan.versionId} ${day}`}
        owner={owner}
        versionId={plan.versionId}
        on={day}
        day={weekdayAndDay(day, locale)}
        items={items.map((item) => ({
          key: item.key,
          ...roomExercise(item, found.lastTimes.get(item.key) ?? null, locale),
          easier: easier.get(item.key)?.told ?? null,
        }))}
        easierFigures={items.map(({ key }) => easier.get(key)?.figure ?? null)}
        figures={items.map(({ key, picture, name, movement }) => (
          <ItemPicture
            key={key}
            picture={picture}
            mode="overlay"
            title={name}
            movement={movement}
            locale={locale}
            className="block max-h-36 w-full"
          />
        ))}
        beside={toldItems({ items: plan.beside, own: plan.own }, day, locale, text.today).map(({ key, name }) => ({
          key,
          name,
        }))}
        limits={found.limits}
        madeAt={madeAt}
        clinicPhone={phones.clinicPhone}
        asked={begun}
        urgent={urgentWords(phones, finish)}
        text={{ session, finish, saved, light, outbox, today: { checkFirst, checkFirstText } }}
      />
    </PatientShell>
  );
}
