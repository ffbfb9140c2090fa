/** Where this patient is signed in, with the way out of each at once. */
import { fullDay } from "@/components/portal/day-words";
import { PatientCard } from "@/components/portal/patient-card";
import { SignOut } from "@/components/portal/sign-out";
import { SubmitButton } from "@/components/ui/submit-button";
import { type OwnLogin, ownLogins } from "@/db/own-logins";
import { dayIn } from "@/domain/clinic-clock";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";
import type { PortalFrame } from "../portal-frame";
import { signOutElsewhere, signOutEverywhere } from "./end-logins";

type Device = keyof Messages["portal"]["record"]["logins"]["device"];

const DEVICES: readonly [sign: RegExp, device: Device][] = [
  [/iPhone/, "iphone"],
  [/iPad/, "ipad"],
  [/Android/, "android"],
  [/Windows/, "windows"],
  [/Macintosh/, "mac"],
  [/Linux|X11|CrOS/, "linux"],
];

const deviceIn = (agent: string | null): Device =>
  DEVICES.find(([sign]) => agent !== null && sign.test(agent))?.[1] ?? "other";

export async function Logins({ frame, timeZone }: { frame: PortalFrame; timeZone: string }) {
  const { actor, owner, locale, text: room } = frame;
  const text = room.record.logins;
  const logins = await ownLogins(actor);
  const day = (at: Date) => fullDay(dayIn(timeZone, at), locale);
  const words = ({ isThis, device, since, lastSeenAt }: OwnLogin) =>
    [
      isThis ? `${text.device[deviceIn(device)]} (${text.this})` : text.device[deviceIn(device)],
      fill(text.since, { day: day(since) }),
      fill(text.seen, { day: day(lastSeenAt) }),
    ].join(", ");
  return (
    <PatientCard title={text.title}>
      <ul className="mb-2">
        {logins.map((login) => (
          <li
            key={`${login.since.toISOString()} ${login.device}`}
            className="border-b border-line py-2 last:border-b-0"
          >
            {words(login)}
          </li>
        ))}
      </ul>
      <p className="mb-3 text-body text-muted">{text.lost}</p>
      <div className="grid gap-2.5">
        {logins.length < 2 ? null : (
          <form action={signOutElsewhere}>
            <SubmitButton size="lg" variant="plain" pendingLabel={text.others}>
              {text.others}
            </SubmitButton>
          </form>
        )}
        <SignOut owner={owner} label={text.everywhere} text={room.record.signOutAsk} action={signOutEverywhere} />
      </div>
    </PatientCard>
  );
}
