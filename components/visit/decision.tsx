/** Decision: what the rules propose, and what the clinician decides; nothing is decided on hold. */
"use client";

import { useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { draftPath } from "@/domain/visit/fields";
import type { DecisionChoice } from "@/domain/vocabulary/decisions";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { FieldNotes } from "./field-notes";
import { OnDemand, partOf } from "./on-demand";
import { ProseArea } from "./prose-area";
import { Section } from "./section";
import { useDraft, useField, useJudged } from "./use-draft";

// What a visit seldom needs is fetched when it does.
const holdEvents = partOf(async () => (await import("./hold-events")).HoldEvents);
const typedDecision = partOf(async () => (await import("./typed-decision")).TypedDecision);
const overrideDialog = partOf(async () => (await import("./override-dialog")).OverrideDialog);

/** @param beside what else keeps anything from being decided */
export function Decision({ beside }: { beside?: ReactNode }) {
  const { data } = useDraft();
  const path = draftPath.alone("decision");
  const [value, set] = useField<"decision">(path);
  const [override, setOverride] = useField<"override">(draftPath.alone("override"));
  // The plan's board leads here for an override alone.
  const isAsked = useSearchParams().has("override") && override === null && !data.isSupervised;
  // null until it is opened for the first time; from then on it stays, so that focus returns when it closes.
  const [isOverriding, setOverriding] = useState<boolean | null>(isAsked || null);
  const proposed = useProposal();
  const deciding = useJudged(({ completeness }) => completeness.deciding);
  const isOffered = useJudged(
    ({ judged }) => judged?.assessment.notices.some((notice) => notice.startsWith("protect_offered")) ?? false,
  );
  const words = text.decision;
  const choice = value?.choice ?? "advance";
  return (
    <Section id="decision">
      {deciding === "open" ? null : (
        <>
          <div className="mb-2 grid gap-2 empty:hidden">{beside}</div>
          {deciding === "held" && data.blocks.length === 0 ? (
            <p className="mb-2 text-secondary text-bad">{words.held}</p>
          ) : null}
          {override === null && choice === "advance" ? null : <OnDemand part={typedDecision} />}
          <OnDemand part={holdEvents} />
        </>
      )}
      {deciding !== "open" ? null : (
        <div className="grid gap-3">
          <div data-path={path}>
            <RadioCards<DecisionChoice>
              legend={text.sections.decision}
              legendHidden
              name="decision"
              options={[
                { value: "advance", label: words.advance, hint: proposed },
                { value: "keep", label: words.keep, hint: words.keepHint },
                ...(isOffered || choice === "protect"
                  ? [{ value: "protect" as const, label: words.protect, hint: words.protectHint }]
                  : []),
              ]}
              value={choice}
              onChange={(next) => set((now) => (next === null ? null : { ...now, choice: next }))}
            />
            {choice === "keep" ? (
              <ProseArea
                fieldClassName="mt-2"
                name={`${path}.reason`}
                label={words.keepReason}
                rows={2}
                value={value?.reason ?? ""}
                onText={(typed) => set({ choice: "keep", reason: typed || undefined })}
                className="min-h-9!"
              />
            ) : null}
            <FieldNotes path={path} reserved={choice === "keep"} />
          </div>
          <div data-path={draftPath.alone("override")}>
            {override === null ? (
              <Button size="sm" disabled={data.isSupervised} onClick={() => setOverriding(true)}>
                {words.override}
              </Button>
            ) : (
              <p className="flex flex-wrap items-center gap-2 text-secondary">
                <span>
                  {fill(words.overridden, { phase: status.phase[override.to_phase], text: override.text ?? "" })}
                </span>
                <Button size="sm" onClick={() => setOverriding(true)}>
                  {words.changeOverride}
                </Button>
                <Button size="sm" onClick={() => setOverride(null)}>
                  {words.removeOverride}
                </Button>
              </p>
            )}
            {data.isSupervised ? <p className="mt-1 text-caption text-muted">{words.supervised}</p> : null}
            <FieldNotes path={draftPath.alone("override")} />
          </div>
          {isOverriding === null ? null : (
            <OnDemand part={overrideDialog} open={isOverriding} onClose={() => setOverriding(false)} />
          )}
        </div>
      )}
    </Section>
  );
}

/** What Advance means today: the phase the rules propose, or that nothing changes. */
export function useProposal(): string {
  return useJudged(({ judged }) => {
    if (!judged) return "";
    const { phase_before, phase_after, gate } = judged.assessment;
    const gateWords =
      gate === null ? "" : fill(text.decision.gate, { gate: gate.id, status: status.gate[gate.status].toLowerCase() });
    const move =
      phase_after === phase_before
        ? fill(text.decision.stays, { phase: status.phase[phase_before] })
        : fill(text.decision.moves, { phase: status.phase[phase_after] });
    return [move, gateWords].filter((part) => part !== "").join(" ");
  });
}
