/** A link that opens nothing any more: why, and what to do; whom to ask is said where the link still tells its clinic. */
import { ButtonLink } from "@/components/ui/button";
import type { FoundInvitation } from "@/db/invitation";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

type Text = Messages["auth"]["invite"];

export function ClosedLink({ found, text }: { found: Exclude<FoundInvitation, { state: "open" }>; text: Text }) {
  const [title, lead] = {
    used: [text.usedTitle, text.usedLead],
    expired: [text.expiredTitle, text.expiredLead],
    unknown: [text.unknownTitle, text.unknownLead],
  }[found.state];
  return (
    <>
      <h1 className="mb-1 text-display">{title}</h1>
      <p className="mb-5 text-muted">{lead}</p>
      {found.state === "unknown" ? null : (
        <div className="mb-5">
          <p className="text-patient">
            {fill(found.role === "patient" ? text.askAgain : text.askAgainStaff, { clinic: found.clinicName })}
          </p>
          <ClinicPhone phone={found.clinicPhone} text={text} />
        </div>
      )}
      <ButtonLink href="/sign-in" variant="plain">
        {text.signIn}
      </ButtonLink>
    </>
  );
}

export function ClinicPhone({ phone, text }: { phone: string | null; text: Text }) {
  if (phone === null) return null;
  return (
    <p className="mt-2 text-secondary">
      <a
        href={`tel:${phone.replace(/[^\d+]/g, "")}`}
        className="inline-flex min-h-11 items-center text-brand-ink underline"
      >
        {fill(text.clinicPhone, { phone })}
      </a>
    </p>
  );
}
