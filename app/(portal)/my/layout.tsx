/** The patient's own rooms: phone first. Each page asks for its own actor and wears the patient's frame with its own action. */
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { switchDemoPerson } from "@/app/(auth)/setup/explore-demo";
import { requireLogin } from "@/auth/actor";
import { DemoBanner } from "@/components/shell/demo-banner";
import { LoginGuard } from "@/components/shell/login-guard";
import { type Messages, messagesFor } from "@/messages/rooms";
import { phoneStyles } from "./phone-styles";

/** Only the patient's rooms install as an app. */
export const metadata: Metadata = {
  manifest: "/my.webmanifest",
  appleWebApp: { capable: true, title: "Counterpoise" },
  // Naming one icon here drops the app's own: the browser would ask for a favicon that doesn't exist. A bitmap, because
  // a drawing is laid out by the page's own thread, on a slow phone for as long as a key may take.
  icons: { icon: "/icons/mark-48.png", apple: "/icons/mark-180.png" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // the keyboard of a phone must not cover the field or the safety text
  interactiveWidget: "resizes-content",
};

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [{ actor, clinic }, locale] = await Promise.all([requireLogin(), getLocale()]);
  if (actor.role !== "patient") notFound();
  return (
    <>
      {await phoneStyles()}
      <LoginGuard membershipId={actor.membershipId} clinicName={clinic.name} reader={locale} />
      {clinic.isDemo ? <DemoAside words={messagesFor(locale).auth.demo} /> : null}
      {children}
    </>
  );
}

function DemoAside({ words }: { words: Messages["auth"]["demo"] }) {
  return (
    <aside className="mx-auto max-w-120 px-5 pt-3 print:hidden">
      <DemoBanner
        label={words.label}
        lead={words.patient}
        switchTo={{ as: "clinician", label: words.toClinician }}
        switchAction={switchDemoPerson}
      />
    </aside>
  );
}
