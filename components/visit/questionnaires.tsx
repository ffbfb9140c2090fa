/** Questionnaires: totals typed where the form was filled elsewhere, or the items themselves, opened on demand. */
"use client";

import { useState } from "react";
import { HandOverButton } from "@/components/questionnaire/hand-over-button";
import { Button } from "@/components/ui/button";
import text from "@/messages/en/visit.json";
import { SCORE_MEASURES } from "./measure-rows";
import { OnDemand, partOf } from "./on-demand";
import { PainCell } from "./pain";
import { Section } from "./section";
import { useDraft, useField } from "./use-draft";

const formsPart = partOf(async () => (await import("./questionnaire-forms")).QuestionnaireForms);
const waitingPart = partOf(async () => (await import("./waiting-responses")).WaitingResponses);
const OPENED = ["psfs", "rmdq", "groc"] as const;
type Opened = (typeof OPENED)[number];

export function Questionnaires() {
  const { data, acts, sync } = useDraft();
  const [psfs] = useField<"psfs">("questionnaire.psfs");
  const [rmdq] = useField<"rmdq">("questionnaire.rmdq");
  const [groc] = useField<"groc">("questionnaire.groc");
  const filled = { psfs, rmdq, groc };
  const [opened, setOpened] = useState<readonly Opened[]>(() => OPENED.filter((form) => filled[form] !== null));
  const toggle = (form: Opened) =>
    setOpened(opened.includes(form) ? opened.filter((each) => each !== form) : [...opened, form]);
  return (
    <Section
      id="questionnaires"
      aside={
        <>
          {OPENED.map((form) => (
            <Button key={form} size="sm" aria-expanded={opened.includes(form)} onClick={() => toggle(form)}>
              {text.forms[form]}
            </Button>
          ))}
          <HandOverButton
            size="sm"
            label={text.handOver.label}
            action={() => acts.handOver(data.patientId)}
            visitId={data.visitId}
            before={{ send: () => sync.flush(), failed: text.handOver.unsaved }}
          />
        </>
      }
    >
      {data.responses.length > 0 ? <OnDemand part={waitingPart} /> : null}
      <div data-grid className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {SCORE_MEASURES.map((id) => (
          <PainCell key={id} id={id} side="M" />
        ))}
      </div>
      {opened.length > 0 ? <OnDemand part={formsPart} opened={opened} /> : null}
    </Section>
  );
}
