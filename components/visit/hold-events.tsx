/** The two ways out of a hold: medical clearance (who, when, what), or a flag entered in error. */
"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { type FlagId, flagById } from "@/domain/vocabulary/flags";
import parts from "@/messages/en/visit-parts.json";
import { FieldNotes } from "./field-notes";
import { partName } from "./names";
import { ProseArea, ProseLine } from "./prose-area";
import { SecondClinician } from "./second-clinician";
import { useDraft, useField } from "./use-draft";

export function HoldEvents() {
  const { data } = useDraft();
  const { phase, hold } = data.judging.state;
  // Flags signed in this hold; what this draft set is taken back at its question.
  if (phase !== "hold") return null;
  if (data.isSupervised) return <p className="text-secondary text-muted">{parts.hold.supervised}</p>;
  return (
    <div className="grid gap-3">
      <Clearance />
      {(hold?.flags ?? []).map((flag) => (
        <EnteredInError key={flag} flag={flag} />
      ))}
    </div>
  );
}

function Clearance() {
  const { data } = useDraft();
  const path = draftPath.clearance;
  const [value, set] = useField<"clearance">(path);
  const change = (part: DraftValue<"clearance">) => set((now) => ({ ...now, ...part }));
  const words = parts.hold;
  return (
    <fieldset data-path={path} className="rounded-card border border-line p-3">
      <legend className="sr-only">{words.clearance}</legend>
      <Checkbox
        name={path}
        label={words.clearance}
        checked={value !== null}
        onChange={(on) => set(on ? { on: data.visitOn } : null)}
      />
      {value === null ? null : (
        <div className="mt-1 flex flex-wrap items-end gap-2">
          <ProseLine
            name={`${path}.who`}
            label={words.who}
            value={value.who ?? ""}
            onText={(who) => change({ who: who || undefined })}
            fieldClassName="min-w-40 flex-1"
          />
          <TextInput
            type="date"
            name={`${path}.on`}
            label={words.when}
            value={value.on ?? ""}
            onChange={(event) => change({ on: event.target.value || undefined })}
          />
          <ProseLine
            name={`${path}.what`}
            label={words.what}
            value={value.what ?? ""}
            onText={(what) => change({ what: what || undefined })}
            fieldClassName="min-w-52 flex-1"
          />
        </div>
      )}
      <FieldNotes path={path} reserved={value !== null} />
    </fieldset>
  );
}

function EnteredInError({ flag }: { flag: FlagId }) {
  const path = draftPath.flagError(flag);
  const [value, set] = useField<"flag_error">(path);
  const { name } = flagById(flag);
  const words = parts.hold;
  return (
    <fieldset data-path={path} className="rounded-card border border-line p-3">
      <legend className="sr-only">{partName(words.inError, name)}</legend>
      <Checkbox
        name={path}
        label={partName(words.inError, name)}
        checked={value !== null}
        onChange={(on) => set(on ? {} : null)}
      />
      {value === null ? null : (
        <div className="mt-1 grid gap-2">
          <ProseArea
            name={`${path}.reason`}
            label={partName(words.inErrorReason, name)}
            rows={1}
            value={value.reason ?? ""}
            onText={(reason) => set((now) => ({ ...now, reason: reason || undefined }))}
            className="min-h-9!"
          />
          <SecondClinician
            name={`${path}.second`}
            value={value.second_clinician}
            onChange={(second_clinician) => set((now) => ({ ...now, second_clinician }))}
          />
        </div>
      )}
      <FieldNotes path={path} reserved={value !== null} />
    </fieldset>
  );
}
