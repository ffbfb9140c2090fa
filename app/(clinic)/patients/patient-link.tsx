/** The chart's invite button with what is known about the patient's access; for clinicians and reception. */
import { dayText } from "@/components/chart/value-text";
import { InvitePatient } from "@/components/patient/invite-patient";
import { patientAccess } from "@/db/invitation";
import type { Actor } from "@/db/scope";
import { dayIn } from "@/domain/clinic-clock";
import { issuePatientLink } from "./issue-patient-link";

type Props = { actor: Actor; patientId: string; timeZone: string };

export async function PatientLink({ actor, patientId, timeZone }: Props) {
  const access = await patientAccess(actor, patientId);
  if (access === null) return null;
  return (
    <InvitePatient
      action={issuePatientLink.bind(null, patientId)}
      hasJoined={access.hasJoined}
      openUntil={access.openUntil === null ? null : dayText(dayIn(timeZone, access.openUntil))}
    />
  );
}
