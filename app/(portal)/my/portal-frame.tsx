/** What each patient page starts from: who is here, the clinic's phones, the language; and the one screen of a hold. */

import { getLocale } from "next-intl/server";
import { requireLogin, requirePatient } from "@/auth/actor";
import { ownerOf } from "@/components/outbox/owner";
import { KeepPlan } from "@/components/portal/keep-plan";
import { HoldScreen } from "@/components/shell/hold-screen";
import type { ClinicPhones } from "@/components/shell/safety-text";
import { readClinic } from "@/db/clinic";
import type { PatientActor } from "@/db/portal-place";
import { type CalendarDay, isCalendarDay } from "@/domain/calendar-day";
import { environment } from "@/env";
import { type Locale, type Messages, messagesFor } from "@/messages/rooms";

export type PortalFrame = {
  actor: PatientActor;
  owner: { userId: string; membershipId: string };
  phones: ClinicPhones;
  timeZone: string;
  locale: Locale;
  text: Messages["portal"];
};

export async function portalFrame(): Promise<PortalFrame> {
  const [actor, { clinic }, locale] = await Promise.all([requirePatient(), requireLogin(), getLocale()]);
  return {
    actor,
    owner: ownerOf(actor),
    phones: { clinicPhone: clinic.phone, emergencyNumber: clinic.emergencyNumber },
    timeZone: clinic.timeZone,
    locale,
    text: messagesFor(locale).portal,
  };
}

/** The coming day that a phone asks for to keep it; anything else is none. */
export const aheadDay = (asked: string | string[] | undefined): CalendarDay | null =>
  typeof asked === "string" && isCalendarDay(asked) ? asked : null;

/** Marks a page that the phone keeps for flight mode. Development rebuilds its scripts in place, so nothing is kept then. */
export function Kept({
  frame,
  madeAt,
  state = "open",
  on,
  versionId,
}: {
  frame: PortalFrame;
  madeAt: string;
  state?: "open" | "paused";
  /** The day the page is of, where its content goes by the day. */
  on?: string;
  versionId?: string | undefined;
}) {
  if (environment().NODE_ENV !== "production") return null;
  return (
    <KeepPlan
      kept={`${state} ${frame.actor.membershipId}`}
      madeAt={madeAt}
      day={on === undefined ? undefined : `${on} ${frame.timeZone}`}
      session={on === undefined || versionId === undefined ? undefined : `${versionId} ${on}`}
    />
  );
}

export async function PausedScreen(frame: PortalFrame) {
  const clinic = await readClinic(frame.actor);
  const words = [clinic?.name, clinic?.hours].filter(Boolean).join(", ");
  return (
    <>
      <Kept frame={frame} madeAt={new Date().toISOString()} state="paused" />
      <HoldScreen phones={frame.phones} clinic={words === "" ? "" : `${words}.`} />
    </>
  );
}
