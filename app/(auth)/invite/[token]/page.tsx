/** The page behind a one-time link. Opening it spends nothing, since mail scanners open links too; only its form does. */
import { getLocale } from "next-intl/server";
import { tokenHashOf } from "@/auth/one-time-link";
import { findInvitation } from "@/db/invitation";
import { fill } from "@/messages/fill";
import { type Messages, messagesFor } from "@/messages/rooms";
import { ClinicPhone, ClosedLink } from "./closed-link";
import { JoinClinicForm } from "./join-clinic-form";
import { OpenPlanForm } from "./open-plan-form";

export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const { auth } = messagesFor(await getLocale());
  const text = auth.invite;
  const tokenHash = tokenHashOf(token);
  const found = tokenHash === null ? ({ state: "unknown" } as const) : await findInvitation(tokenHash);
  if (found.state !== "open") return <ClosedLink found={found} text={text} />;

  const { role, name, email, clinicName: clinic, hasAccount } = found;
  if (role === "patient") {
    return (
      <>
        <PatientWelcome text={text} name={name} guardian={found.guardian} clinic={clinic} />
        <OpenPlanForm token={token} text={text} email={email} />
        <p className="mt-5 text-secondary text-muted">{text.notMe}</p>
        <ClinicPhone phone={found.clinicPhone} text={text} />
      </>
    );
  }
  return (
    <>
      <h1 className="mb-1 text-display">{fill(text.staffTitle, { clinic })}</h1>
      <p className="mb-5 text-muted">{fill(text.staffLead, { clinic, role: auth.roles[role] })}</p>
      <JoinClinicForm token={token} text={text} name={name} email={email ?? ""} hasAccount={hasAccount} />
    </>
  );
}

type Welcome = { text: Messages["auth"]["invite"]; name: string; guardian: string | null; clinic: string };

/** A young patient's link greets the guardian it is for. */
function PatientWelcome({ text, name, guardian, clinic }: Welcome) {
  const patient = name.split(" ")[0] ?? name;
  const [title, ...lead] =
    guardian === null
      ? [fill(text.patientTitle, { name: patient }), fill(text.patientLead, { clinic })]
      : [
          fill(text.guardianTitle, { name: guardian }),
          fill(text.guardianLead, { clinic, patient }),
          fill(text.guardianUntil, { patient }),
        ];
  return (
    <>
      <h1 className="mb-1 text-display">{title}</h1>
      <p className="mb-5 text-patient">{lead.join(" ")}</p>
    </>
  );
}
