/** The chart's invite button with what is known about the patient's access; for clinicians and reception. */
import { dayText } from "@/components/chart/value-text";
import { InvitePatient } from "@/components/patient/invite-patient";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PatientAccess } from "@/db/invitation";
import { dayIn } from "@/domain/clinic-clock";
import settings from "@/messages/en/settings.json";
import { signPatientOut } from "./end-patient-logins";
import { issuePatientLink } from "./issue-patient-link";

type Props = {
  access: PatientAccess;
  patientId: string;
  timeZone: string;
  /** With the way to sign a lost phone out. */
  withSignOut?: boolean;
};

export function PatientLink({ access, patientId, timeZone, withSignOut = false }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <InvitePatient
        action={issuePatientLink.bind(null, patientId)}
        hasJoined={access.hasJoined}
        openUntil={access.openUntil === null ? null : dayText(dayIn(timeZone, access.openUntil))}
      />
      {withSignOut && access.isSignedIn ? (
        <form action={signPatientOut.bind(null, patientId)}>
          <SubmitButton variant="quiet" pendingLabel={settings.patientLink.signingOut}>
            {settings.patientLink.signOut}
          </SubmitButton>
        </form>
      ) : null}
    </div>
  );
}
