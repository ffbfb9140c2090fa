/** The clinics of one person; choosing one exchanges the login for one there. */
import { getLocale } from "next-intl/server";
import { signOut } from "@/app/sign-out";
import { SignOut } from "@/components/shell/sign-out";
import { buttonClass } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { LiveLogin } from "@/db/login";
import { membershipsOf } from "@/db/membership";
import { fill } from "@/messages/fill";
import { messagesFor } from "@/messages/rooms";
import { chooseClinic } from "./choose-clinic";

export async function ClinicChoice({ login, wanted }: { login: LiveLogin; wanted: string | null }) {
  const { auth } = messagesFor(await getLocale());
  const choices = await membershipsOf(login.actor.userId);
  return (
    <>
      <h1 className="mb-1 text-display">{auth.clinics.title}</h1>
      <p className="mb-4 text-muted">{fill(auth.clinics.lead, { count: choices.length })}</p>
      <form action={chooseClinic.bind(null, wanted)}>
        <ul className="grid gap-2">
          {choices.map((choice) => (
            <li key={choice.membershipId}>
              <button
                type="submit"
                name="membership"
                value={choice.membershipId}
                className="flex min-h-13 w-full items-center gap-3 rounded-card border border-line-2 bg-surface px-4 py-2 text-left hover:border-field hover:bg-sunken"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-strong">{choice.clinicName}</span>
                  <span className="block text-secondary text-muted">{auth.roles[choice.role]}</span>
                </span>
                {choice.isDemo ? <Chip tone="warn">{auth.clinics.demo}</Chip> : null}
                {choice.membershipId === login.actor.membershipId ? (
                  <Chip tone="brand">{auth.clinics.current}</Chip>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <div className="mt-6">
        <SignOut
          owner={{ userId: login.actor.userId, membershipId: login.actor.membershipId }}
          action={signOut}
          className={buttonClass("quiet")}
        >
          {auth.clinics.signOut}
        </SignOut>
      </div>
    </>
  );
}
