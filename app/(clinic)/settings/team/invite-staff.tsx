/** Invites a member of staff: role, supervisor and last day as the role asks; then shows the one-time link. */
"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { fieldError, typedValue } from "@/app/form-state";
import { refusedForm } from "@/app/use-form-action";
import { OneTimeLink } from "@/components/link/one-time-link";
import { useKeptForm } from "@/components/shell/use-kept-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCards } from "@/components/ui/radio-cards";
import { SelectInput } from "@/components/ui/select-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import auth from "@/messages/en/auth.json";
import settings from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";
import { type InviteState, invite } from "./team-actions";

const text = settings.team;
const ROLES = ["clinician", "supervised_clinician", "reception", "owner"] as const;

export function InviteStaff({ supervisors }: { supervisors: readonly { value: string; label: string }[] }) {
  const [open, setOpen] = useState(false);
  // A new key is a new form: what was made before is not shown twice.
  const [turn, setTurn] = useState(0);
  const close = () => {
    setOpen(false);
    setTurn(turn + 1);
  };
  return (
    <>
      <Button variant="pri" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden size={16} />
        {text.invite}
      </Button>
      <Dialog open={open} onClose={close} title={text.inviteTitle} closeLabel={text.close}>
        <InviteForm key={turn} supervisors={supervisors} onDone={close} />
      </Dialog>
    </>
  );
}

type FormProps = { supervisors: readonly { value: string; label: string }[]; onDone: () => void };

function InviteForm({ supervisors, onDone }: FormProps) {
  const [state, act] = useKeptForm<InviteState>(invite, { status: "idle" }, refusedForm);
  const [role, setRole] = useState<(typeof ROLES)[number]>("clinician");
  if (state.status === "issued") {
    return (
      <div className="grid gap-4 text-left text-body text-ink">
        <h3 className="text-card">{fill(settings.link.title, { name: state.shown.name })}</h3>
        <OneTimeLink shown={state.shown} />
        <div className="flex justify-end">
          <Button variant="pri" onClick={onDone}>
            {settings.link.done}
          </Button>
        </div>
      </div>
    );
  }
  const field = (name: string) => ({ name, error: fieldError(state, name), defaultValue: typedValue(state, name) });
  return (
    <form action={act} noValidate className="grid gap-4 text-left text-body text-ink">
      <FormMessage state={state} />
      <TextInput {...field("name")} label={text.inviteName} autoComplete="off" />
      <TextInput {...field("email")} label={text.inviteEmail} type="email" autoComplete="off" spellCheck={false} />
      <RadioCards
        legend={text.inviteRole}
        name="role"
        value={role}
        onChange={(chosen) => setRole(chosen ?? "clinician")}
        options={ROLES.map((value) => ({ value, label: auth.roles[value] }))}
        layout="row"
      />
      {role === "supervised_clinician" ? (
        <SelectInput
          name="supervisor"
          label={text.supervisor}
          hint={text.supervisorHint}
          error={fieldError(state, "supervisor")}
          empty={text.choose}
          options={supervisors}
        />
      ) : null}
      <TextInput {...field("expiresOn")} label={text.expires} hint={text.expiresHint} type="date" />
      <div className="flex justify-end">
        <SubmitButton pendingLabel={text.makePending}>{text.makeLink}</SubmitButton>
      </div>
    </form>
  );
}
