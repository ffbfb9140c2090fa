/** What each patient page starts from: who is here, the clinic's phones, the language; and the one screen of a hold. */
import { getLocale } from "next-intl/server";
import { requireLogin, requirePatient } from "@/auth/actor";
import { HoldScreen } from "@/components/shell/hold-screen";
import type { ClinicPhones } from "@/components/shell/safety-text";
import { readClinic } from "@/db/clinic";
import type { PatientActor } from "@/db/portal";
import { type Locale, type Messages, messagesFor } from "@/messages/rooms";

export type PortalFrame = {
  actor: PatientActor;
  owner: { userId: string; membershipId: string };
  phones: ClinicPhones;
  locale: Locale;
  text: Messages["portal"];
};

export async function portalFrame(): Promise<PortalFrame> {
  const [actor, { clinic }, locale] = await Promise.all([requirePatient(), requireLogin(), getLocale()]);
  return {
    actor,
    owner: { userId: actor.userId, membershipId: actor.membershipId },
    phones: { clinicPhone: clinic.phone, emergencyNumber: clinic.emergencyNumber },
    locale,
    text: messagesFor(locale).portal,
  };
}

export async function PausedScreen({ actor, phones }: PortalFrame) {
  const clinic = await readClinic(actor);
  const words = [clinic?.name, clinic?.hours].filter(Boolean).join(", ");
  return <HoldScreen phones={phones} clinic={words === "" ? "" : `${words}.`} />;
}
