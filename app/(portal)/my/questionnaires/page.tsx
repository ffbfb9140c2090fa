/** Where a patient's questions stand; they are asked at the visit. */
import { OutboxNotice } from "@/components/portal/outbox-notice";
import { PatientShell } from "@/components/shell/patient-shell";
import { Card } from "@/components/ui/card";
import { arePaused } from "@/db/portal";
import { PausedScreen, portalFrame } from "../portal-frame";

export async function generateMetadata() {
  const { text } = await portalFrame();
  return { title: text.questions.title };
}

export default async function QuestionsPage() {
  const frame = await portalFrame();
  if (await arePaused(frame.actor)) return <PausedScreen {...frame} />;
  const { phones, owner, text } = frame;
  return (
    <PatientShell phones={phones} tab="questions" title={text.questions.title}>
      <OutboxNotice owner={owner} text={text.outbox} />
      <Card>
        <h2 className="text-section">{text.questions.none}</h2>
        <p className="mt-1">{text.questions.noneText}</p>
      </Card>
    </PatientShell>
  );
}
