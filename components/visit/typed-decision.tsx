/** A decision or override typed before nothing may be decided any more: still to be seen, and to be taken away. */
"use client";

import { Button } from "@/components/ui/button";
import { draftPath } from "@/domain/visit/fields";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { FieldNotes } from "./field-notes";
import { useField } from "./use-draft";

export function TypedDecision() {
  const path = { decision: draftPath.alone("decision"), override: draftPath.alone("override") };
  const [decision, setDecision] = useField<"decision">(path.decision);
  const [override, setOverride] = useField<"override">(path.override);
  const words = text.decision;
  return (
    <>
      {decision === null || decision.choice === "advance" ? null : (
        <Typed path={path.decision} remove={parts.typed.remove} onRemove={() => setDecision(null)}>
          {[words[decision.choice], decision.reason ?? ""].filter((part) => part !== "").join(": ")}
        </Typed>
      )}
      {override === null ? null : (
        <Typed path={path.override} remove={words.removeOverride} onRemove={() => setOverride(null)}>
          {fill(words.overridden, { phase: status.phase[override.to_phase], text: override.text ?? "" })}
        </Typed>
      )}
    </>
  );
}

function Typed({
  path,
  children,
  remove,
  onRemove,
}: {
  path: string;
  children: string;
  remove: string;
  onRemove: () => void;
}) {
  return (
    <div data-path={path} className="mb-2">
      <p className="flex flex-wrap items-center gap-2 text-secondary">
        <span>{children}</span>
        <Button size="sm" onClick={onRemove}>
          {remove}
        </Button>
      </p>
      <FieldNotes path={path} />
    </div>
  );
}
