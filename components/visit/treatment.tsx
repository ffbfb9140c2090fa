/** Treatment given: techniques with their dose, the consent each needs, an immediate re-test, advice. */
"use client";

import { Check, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { draftPath } from "@/domain/visit/fields";
import { hasDetails, TREATMENTS, type TreatmentId, treatmentById } from "@/domain/vocabulary/treatments";
import text from "@/messages/en/visit.json";
import { AdverseResponse } from "./adverse-response";
import { treatAsLast } from "./commands";
import { FieldNotes } from "./field-notes";
import { OnDemand, partOf } from "./on-demand";
import { Section } from "./section";
import { ProseField } from "./text-field";
import { useDraft, useField, useJudged } from "./use-draft";

const givenTreatment = partOf(async () => (await import("./given-treatment")).GivenTreatment);
const retestPart = partOf(async () => (await import("./retest")).Retest);

export function Treatment() {
  const draft = useDraft();
  const given = useJudged(({ read }) => read.entries.treatments.map(({ treatment }) => treatment).join(" "));
  const chosen = given === "" ? [] : (given.split(" ") as TreatmentId[]);
  const retests = useJudged(({ read }) => read.entries.retests.map(({ n }) => n).join(" "));
  // An answer stays in sight, whatever becomes of the treatment it was given for.
  const isAnswered = useJudged(({ read }) => read.entries.treatment_response !== undefined);
  const [added, setAdded] = useState(0);
  const shown = [
    ...new Set([...(retests === "" ? [] : retests.split(" ").map(Number)), ...(added > 0 ? [added] : [])]),
  ];
  return (
    <Section
      id="treatment"
      aside={
        draft.data.told.treatments.length === 0 ? undefined : (
          <Button size="sm" aria-keyshortcuts="t" onClick={() => treatAsLast(draft)}>
            {text.treatment.asLast}
          </Button>
        )
      }
    >
      <div data-path="treatment" className="flex flex-wrap gap-2">
        {TREATMENTS.map((treatment) => (
          <TreatmentChip key={treatment.id} id={treatment.id} />
        ))}
      </div>
      <FieldNotes path="treatment" />
      <div className="mt-3 grid gap-3">
        {chosen.map((id) => {
          const treatment = treatmentById(id);
          return hasDetails(treatment) ? (
            <OnDemand part={givenTreatment} key={id} treatment={treatment} />
          ) : (
            <FieldNotes key={id} path={draftPath.treatment(id)} />
          );
        })}
        {shown.sort().map((n) => (
          <OnDemand part={retestPart} key={n} n={n} />
        ))}
        {chosen.some((id) => id !== "none") && shown.length < 9 ? (
          <div>
            <Button size="sm" onClick={() => setAdded(Math.max(0, ...shown) + 1)}>
              <Plus aria-hidden size={14} />
              {text.addRetest}
            </Button>
          </div>
        ) : null}
        {chosen.some((id) => id !== "none") || isAnswered ? (
          <AdverseResponse of="treatment_response" label={text.adverse.today} />
        ) : null}
        <ProseField path={draftPath.alone("advice")} label={text.treatment.advice} rows={1} />
      </div>
    </Section>
  );
}

function TreatmentChip({ id }: { id: TreatmentId }) {
  const path = draftPath.treatment(id);
  const [value, set] = useField<"treatment">(path);
  const isOn = value !== null;
  return (
    <button
      type="button"
      data-path={path}
      aria-pressed={isOn}
      onClick={() => set(isOn ? null : {})}
      className={classNames(
        "inline-flex min-h-8 items-center gap-1.5 rounded-chip border px-2.5 text-secondary font-semi max-sm:min-h-11",
        isOn ? "border-brand bg-brand-wash text-brand-ink" : "border-line-2 bg-surface text-ink-2 hover:bg-sunken",
      )}
    >
      {isOn ? <Check aria-hidden size={14} strokeWidth={2.4} /> : null}
      {treatmentById(id).label}
    </button>
  );
}
