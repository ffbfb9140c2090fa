/** Override: another phase than the rules propose, with a listed reason, words, and a second clinician where a stage is skipped. */
"use client";

import { usePending } from "@/components/outbox/use-pending";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectInput } from "@/components/ui/select-input";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { OVERRIDE_REASONS } from "@/domain/vocabulary/decisions";
import { PHASES } from "@/domain/vocabulary/phases";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { ProseArea } from "./prose-area";
import { SecondClinician } from "./second-clinician";
import { useDraft, useField } from "./use-draft";

type Override = DraftValue<"override">;

const isPart = (kept: unknown): kept is Partial<Override> => typeof kept === "object" && kept !== null;

export function OverrideDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={parts.override.title} closeLabel={text.close}>
      <OverrideForm onClose={onClose} />
    </Dialog>
  );
}

/** Kept apart from the draft until it is taken: half an override must not move the rail. Closed, it is there again. */
function OverrideForm({ onClose }: { onClose: () => void }) {
  const { data } = useDraft();
  const [value, set] = useField<"override">(draftPath.alone("override"));
  const place = { ...data.owner, visitId: data.visitId, of: "override" };
  const [form, setForm, forget] = usePending<Partial<Override>>(place, value ?? {}, isPart);
  const words = parts.override;
  const change = (part: Partial<Override>) => setForm({ ...form, ...part });
  const { to_phase } = form;
  return (
    <div className="grid gap-3">
      <p className="text-secondary text-muted">{words.lead}</p>
      <SelectInput
        name="override.to_phase"
        label={words.toPhase}
        empty={words.choose}
        options={PHASES.filter((phase) => phase !== "hold").map((phase) => ({
          value: phase,
          label: status.phase[phase],
        }))}
        value={to_phase ?? null}
        onChange={(phase) => change({ to_phase: (phase as Override["to_phase"] | null) ?? undefined })}
      />
      <SelectInput
        name="override.reason"
        label={words.reason}
        empty={words.choose}
        options={OVERRIDE_REASONS.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
        value={form.reason ?? null}
        onChange={(reason) => change({ reason: (reason as Override["reason"] | null) ?? undefined })}
      />
      <ProseArea
        name="override.text"
        label={words.text}
        hint={words.textHint}
        rows={3}
        value={form.text ?? ""}
        onText={(said) => change({ text: said || undefined })}
      />
      <SecondClinician
        name="override.second_clinician"
        hint={words.secondHint}
        value={form.second_clinician}
        onChange={(second_clinician) => change({ second_clinician })}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          variant="pri"
          disabled={to_phase === undefined}
          onClick={() => {
            if (to_phase !== undefined) set({ ...form, to_phase });
            forget();
            onClose();
          }}
        >
          {words.take}
        </Button>
      </div>
    </div>
  );
}
