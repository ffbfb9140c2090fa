/** The chart's invite button with what is known about the patient's access; for clinicians and reception. */
import { dayText } from "@/components/chart/value-text";
import { InvitePatient } from "@/components/patient/invite-patient";
import type { PatientAccess } from "@/db/invitation";
import { dayIn } from "@/domain/clinic-clock";
import { issuePatientLink } from "./issue-patient-link";

type Props = { access: PatientAccess; patientId: string; timeZone: string };

export function PatientLink({ access, patientId, timeZone }: Props) {
  return (
    <InvitePatient
      action={issuePatientLink.bind(null, patientId)}
      hasJoined={access.hasJoined}
      openUntil={access.openUntil === null ? null : dayText(dayIn(timeZone, access.openUntil))}
    />
  );
}
