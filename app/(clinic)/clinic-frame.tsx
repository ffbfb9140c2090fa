/** What stands around a clinic's pages, with who is signed in and where: the frame with its navigation, or next to nothing. */

import { ChevronsUpDown, LogOut } from "lucide-react";
import { cookies } from "next/headers";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { switchDemoPerson } from "@/app/(auth)/setup/explore-demo";
import { chooseTheme } from "@/app/choose-look";
import { signOut } from "@/app/sign-out";
import { requireLogin } from "@/auth/actor";
import { ownerOf } from "@/components/outbox/owner";
import { Palette, PaletteButton } from "@/components/palette/palette";
import { clinicNav } from "@/components/shell/clinic-nav";
import { ClinicShell, WholeScreenShell } from "@/components/shell/clinic-shell";
import { DemoBanner } from "@/components/shell/demo-banner";
import { DeviceDrafts } from "@/components/shell/device-drafts";
import { FreshOnReturn } from "@/components/shell/fresh-on-return";
import { LoginGuard } from "@/components/shell/login-guard";
import { NoPhoneBanner } from "@/components/shell/no-phone-banner";
import { PageKeys } from "@/components/shell/page-keys";
import { SignOut } from "@/components/shell/sign-out";
import { readTheme } from "@/components/shell/theme";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { findDemoClinic } from "@/db/demo";
import type { LiveLogin } from "@/db/login";
import palette from "@/messages/en/palette.json";
import { fill } from "@/messages/fill";
import { messagesFor } from "@/messages/rooms";
import { startVisitOf } from "./patients/start-visit";

const { auth, nav, shell } = messagesFor("en");

/** The frame with its navigation. */
export async function ClinicFrame({ children }: { children: ReactNode }) {
  const [login, jar] = await Promise.all([requireLogin(), cookies()]);
  const { actor, clinic, personName, memberships } = login;
  if (actor.role === "patient") notFound();
  const isClinician = actor.role !== "reception";
  return (
    <ClinicShell
      clinicName={clinic.name}
      clinicSwitch={memberships > 1 ? <ClinicSwitch name={clinic.name} /> : undefined}
      search={isClinician ? <PaletteButton label={palette.open} /> : undefined}
      nav={clinicNav(
        isClinician
          ? ["caseload", "exercises", "templates", "measures", "rules", "settings"]
          : ["caseload", "settings"],
      )}
      person={{ name: personName, role: auth.roles[actor.role] }}
      account={
        <>
          <ThemeChoice
            current={readTheme(jar.get("theme")?.value)}
            action={chooseTheme}
            legend={shell.theme.legend}
            words={shell.theme}
          />
          <SignOut
            owner={ownerOf(actor)}
            action={signOut}
            className="flex min-h-7.5 items-center gap-1.5 rounded-chip px-1.5 text-secondary text-muted hover:bg-sunken hover:text-ink max-sm:min-h-11"
          >
            <LogOut aria-hidden size={15} />
            {nav.signOut}
          </SignOut>
        </>
      }
      banner={await noticesOf(login)}
    >
      <Standing login={login} />
      {children}
    </ClinicShell>
  );
}

/** A page that takes the whole screen (visit entry). */
export async function WholeScreen({ children }: { children: ReactNode }) {
  const login = await requireLogin();
  return (
    <WholeScreenShell banner={await noticesOf(login)}>
      <Standing login={login} />
      {children}
    </WholeScreenShell>
  );
}

/** Above every page: demo data, no phone number yet, what this device alone holds. */
async function noticesOf({ actor, clinic }: LiveLogin) {
  const hasDemoPatient = clinic.isDemo && (await findDemoClinic())?.patientMembershipId != null;
  return (
    <>
      {clinic.isDemo ? (
        <DemoBanner
          label={auth.demo.label}
          lead={fill(auth.demo.staff, { password: clinic.demoPassword ?? "" })}
          switchTo={hasDemoPatient ? { as: "patient", label: auth.demo.toPatient } : null}
          switchAction={switchDemoPerson}
        />
      ) : null}
      {clinic.phone === null ? <NoPhoneBanner isOwner={actor.role === "owner"} /> : null}
      {actor.role === "reception" ? null : <DeviceDrafts owner={ownerOf(actor)} />}
    </>
  );
}

/** What is at hand on every page: fresh data on return, the palette, the keys, and whose login it is. */
function Standing({ login: { actor, clinic } }: { login: LiveLogin }) {
  return (
    <>
      <FreshOnReturn />
      {actor.role === "reception" ? null : <Palette membershipId={actor.membershipId} startVisit={startVisitOf} />}
      <PageKeys />
      <LoginGuard membershipId={actor.membershipId} clinicName={clinic.name} reader="staff" />
    </>
  );
}

function ClinicSwitch({ name }: { name: string }) {
  return (
    <Link
      href="/sign-in"
      className="mb-3 flex min-h-8.5 items-center gap-2 rounded-card border border-line-2 bg-surface px-2 text-caption font-medium text-ink-2 hover:border-field max-sm:min-h-11"
    >
      <span className="sr-only">{nav.clinic}: </span>
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <ChevronsUpDown aria-hidden size={14} className="shrink-0" />
    </Link>
  );
}
