/** A visit that didn't take place: one key says how; it is never signed and never counts as low adherence. */
"use client";

import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { CONTACT } from "@/domain/vocabulary/contacts";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { SaveState } from "./save-state";
import { Section } from "./section";
import { ProseField } from "./text-field";
import { DraftProvider, useDraft, useField } from "./use-draft";
import type { VisitActs, VisitData } from "./visit-data";
import { VisitHeader } from "./visit-header";

export function DidNotAttend({
  data,
  acts,
  children,
}: {
  data: VisitData;
  acts: VisitActs;
  /** What else may be done with it. */
  children?: ReactNode;
}) {
  return (
    <DraftProvider key={`${data.visitId} ${data.visitOn}`} data={data} acts={acts}>
      <VisitHeader />
      <div className="mx-auto grid max-w-2xl gap-3 p-4">
        <What />
        <Section id="note">
          <ProseField path="note" label={text.sections.note} labelHidden rows={2} />
        </Section>
        <Back />
        {children}
      </div>
    </DraftProvider>
  );
}

function What() {
  const [value, set] = useField<"no_show">("no_show");
  return (
    <Section id="since_last" title={text.kinds.did_not_attend}>
      <RadioCards
        legend={parts.noShow.label}
        name="no_show"
        hint={parts.noShow.lead}
        options={CONTACT.no_show.map((kind) => ({ value: kind, label: parts.noShow.kinds[kind] }))}
        value={value?.kind ?? null}
        onChange={(kind) => set((now) => (kind === null ? null : { ...now, kind }))}
      />
    </Section>
  );
}

function Back() {
  const { data } = useDraft();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <SaveState />
      <ButtonLink variant="pri" href={`/patients/${data.patientId}`}>
        {parts.noShow.done}
      </ButtonLink>
    </div>
  );
}
