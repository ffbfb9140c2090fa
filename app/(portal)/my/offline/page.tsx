/** In place of a room that needs the network: kept on the phone, so that flight mode ends at no browser's error. */
import { PatientShell } from "@/components/shell/patient-shell";
import { ButtonLink } from "@/components/ui/button";
import { arePaused } from "@/db/portal-place";
import { Kept, PausedScreen, portalFrame } from "../portal-frame";

export async function generateMetadata() {
  const { text } = await portalFrame();
  return { title: text.offline.title };
}

export default async function OfflinePage() {
  const frame = await portalFrame();
  if (await arePaused(frame.actor)) return <PausedScreen {...frame} />;
  const { offline, session } = frame.text;
  return (
    <PatientShell phones={frame.phones} title={offline.title}>
      <Kept frame={frame} madeAt={new Date().toISOString()} />
      <p className="mb-4">{offline.text}</p>
      <ButtonLink href="/my" size="lg">
        {session.toToday}
      </ButtonLink>
    </PatientShell>
  );
}
