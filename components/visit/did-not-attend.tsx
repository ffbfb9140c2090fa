/** A visit that didn't take place: one key says how; it is never signed and never counts as low adherence. */
"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState, useTransition } from "react";
import { forgetPendingOfVisit } from "@/components/outbox/pending-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { CONTACT } from "@/domain/vocabulary/contacts";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { ActAnswer } from "./act-answer";
import { Conflicts } from "./conflicts";
import { FieldNotes } from "./field-notes";
import { goToSection } from "./go-to";
import { SaveState } from "./save-state";
import { Section } from "./section";
import { ProseField } from "./text-field";
import { DraftProvider, useDraft, useField } from "./use-draft";
import type { ActRefusal, VisitActs, VisitData } from "./visit-data";
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
        <Recorded />
        <Conflicts />
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

/** It may have been taken back all the same: only the page can say. */
const answerLost = (): ActRefusal => ({ ok: false, message: parts.discard.unknown, stale: true });

/** One key recorded it, and one takes it back; on a later day it is voided, with a reason. */
function Recorded() {
  const { data, sync, acts } = useDraft();
  const router = useRouter();
  const [refusal, setRefusal] = useState<ActRefusal | null>(null);
  const [isPending, start] = useTransition();
  if (data.visitOn !== data.today) return null;
  const undo = () =>
    start(async () => {
      setRefusal(null);
      const outcome = await acts.discard(data.visitId).catch(answerLost);
      if (!outcome.ok) return setRefusal(outcome);
      await Promise.all([sync.discard(), forgetPendingOfVisit({ ...data.owner, visitId: data.visitId })]);
      router.push(`/patients/${data.patientId}`);
    });
  return (
    <div>
      <ActAnswer refusal={refusal} onSignedIn={() => setRefusal(null)} />
      <p role="status" className="flex flex-wrap items-center justify-between gap-3 text-secondary">
        {parts.noShow.recorded}
        <Button size="sm" aria-disabled={isPending || undefined} onClick={undo}>
          <Undo2 aria-hidden size={14} />
          {parts.noShow.undo}
        </Button>
      </p>
    </div>
  );
}

function What() {
  const [value, set] = useField<"no_show">("no_show");
  // The form comes after the page's keys, which find nothing to begin in.
  useEffect(() => {
    if (document.activeElement === document.body) goToSection("since_last", false);
  }, []);
  return (
    <Section id="since_last" title={text.kinds.did_not_attend}>
      <RadioCards
        legend={parts.noShow.label}
        name="no_show"
        hint={parts.noShow.lead}
        options={CONTACT.no_show.map((kind) => ({ value: kind, label: parts.noShow.kinds[kind] }))}
        // What counts until something else is said.
        value={value?.kind ?? "did_not_attend"}
        onChange={(kind) => set((now) => (kind === null ? null : { ...now, kind }))}
      />
      <FieldNotes path="no_show" />
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
