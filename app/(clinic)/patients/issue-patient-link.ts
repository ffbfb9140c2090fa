/** Issues a patient's one-time link; whoever may see the patient's contact data may send it. */
"use server";

import { z } from "zod";
import { requireLogin, requireStaff } from "@/auth/actor";
import { newInviteLink } from "@/auth/one-time-link";
import { dayText } from "@/components/chart/value-text";
import type { PatientLinkState } from "@/components/patient/invite-patient";
import { invitePatient } from "@/db/invitation";
import { dayIn } from "@/domain/clinic-clock";
import settings from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";

const { notFound, noGuardian, noGuardianConsent, guardianOf } = settings.patientLink;
const REFUSED = { "not-found": notFound, "no-guardian": noGuardian, "no-guardian-consent": noGuardianConsent };

export async function issuePatientLink(patientId: string): Promise<PatientLinkState> {
  const actor = await requireStaff();
  const { clinic } = await requireLogin();
  const made = newInviteLink();
  if (made === null) return { status: "refused", message: settings.link.noAddress };
  const isId = z.uuid().safeParse(patientId).success;
  const issued = isId
    ? await invitePatient(actor, patientId, made.tokenHash)
    : ({ ok: false, reason: "not-found" } as const);
  if (!issued.ok) return { status: "refused", message: REFUSED[issued.reason] };
  const until = dayText(dayIn(clinic.timeZone, issued.expiresAt));
  return {
    status: "issued",
    shown: {
      name: issued.guardian === null ? issued.name : fill(guardianOf, { guardian: issued.guardian, name: issued.name }),
      link: made.link,
      qr: made.qr,
      until,
    },
    withoutPhone: clinic.phone === null,
  };
}
