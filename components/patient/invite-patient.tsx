/** Makes a patient's one-time link and shows it; sent again, the older link is closed. */
"use client";

import { Smartphone } from "lucide-react";
import { useState } from "react";
import { OneTimeLink, type ShownLink } from "@/components/link/one-time-link";
import { useKeptForm } from "@/components/shell/use-kept-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import settings from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";

export type PatientLinkState =
  | { status: "idle" }
  | { status: "refused"; message: string }
  /** `withoutPhone`: the clinic has no phone for the patient to call. */
  | { status: "issued"; shown: ShownLink; withoutPhone: boolean };

export type InvitePatientProps = {
  /** Issues the link; bound to the patient by the page. */
  action: (state: PatientLinkState) => Promise<PatientLinkState>;
  /** The patient has signed in before. */
  hasJoined: boolean;
  /** Finished text of the open link's end, null when no link is open. */
  openUntil: string | null;
};

const text = settings.patientLink;

export function InvitePatient({ action, hasJoined, openUntil }: InvitePatientProps) {
  const [state, act] = useKeptForm<PatientLinkState>(action, { status: "idle" }, (message) => ({
    status: "refused",
    message,
  }));
  const [closed, setClosed] = useState<PatientLinkState>();
  const isFirst = !hasJoined && openUntil === null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <form action={act}>
        <SubmitButton variant="plain" pendingLabel={text.pending}>
          <Smartphone aria-hidden size={16} />
          {isFirst ? text.invite : text.again}
        </SubmitButton>
      </form>
      {isFirst ? null : (
        <span className="text-secondary text-muted">
          {openUntil === null ? text.joined : fill(text.open, { date: openUntil })}
        </span>
      )}
      {state.status === "refused" ? <FormMessage state={state} /> : null}
      {state.status === "issued" ? (
        <Dialog
          open={closed !== state}
          onClose={() => setClosed(state)}
          title={fill(settings.link.title, { name: state.shown.name })}
          closeLabel={settings.team.close}
          footer={
            <Button variant="pri" onClick={() => setClosed(state)}>
              {settings.link.done}
            </Button>
          }
        >
          {state.withoutPhone ? (
            <Banner tone="warn" title={settings.clinic.noPhone.title} className="mb-3">
              {settings.clinic.noPhone.lead}
            </Banner>
          ) : null}
          <OneTimeLink shown={state.shown} />
        </Dialog>
      ) : null}
    </div>
  );
}
