/** What the patient filled beforehand: a row each, taken into this visit or left, with who and when. */
"use client";

import { Button } from "@/components/ui/button";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { type AcceptedFields, acceptedFields, isStill, settled } from "./accepted-response";
import { useDraft, useField } from "./use-draft";
import type { WaitingResponse } from "./visit-data";

const words = parts.questionnaires;

export function WaitingResponses() {
  const { data } = useDraft();
  const rows = data.responses.flatMap((response) => {
    const read = acceptedFields(response);
    return read === null ? [] : [{ response, read }];
  });
  if (rows.length === 0) return null;
  return (
    <ul aria-label={words.fromPatient} className="mb-3 grid gap-1.5">
      {rows.map(({ response, read }) => (
        <Waiting key={response.id} response={response} read={read} />
      ))}
    </ul>
  );
}

function Waiting({ response, read }: { response: WaitingResponse; read: AcceptedFields }) {
  const { sync } = useDraft();
  const [value, set] = useField<"responses">("responses");
  const isAccepted = value?.accepted.includes(response.id) ?? false;
  const isLeft = value?.left.includes(response.id) ?? false;
  function accept() {
    for (const field of read.fields) sync.set(field.path, field.value);
    set((now) => settled(now, response.id, "accepted"));
  }
  /** What it filled in goes again, unless it was changed since. */
  function reopen() {
    for (const { path } of isAccepted ? read.fields : []) {
      if (isStill(sync.fields.value(path), response.id)) sync.set(path, null);
    }
    set((now) => settled(now, response.id, "open"));
  }
  const said = fill(response.filledBy === "guardian" ? words.waitingGuardian : words.waiting, {
    at: response.filledAt,
    form: words.short[read.instrument],
    score: response.score ?? text.notRecorded,
  });
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-card bg-sunken px-3 py-1.5 text-secondary">
      <span className={isLeft ? "text-muted" : "font-strong"}>{said}</span>
      {isAccepted || isLeft ? (
        <>
          <span className="text-muted">{isAccepted ? words.accepted : words.left}</span>
          <Button size="sm" variant="quiet" aria-label={`${words.reopen}: ${said}`} onClick={reopen}>
            {words.reopen}
          </Button>
        </>
      ) : (
        <>
          <Button size="sm" aria-label={`${words.accept}: ${said}`} onClick={accept}>
            {words.accept}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            aria-label={`${words.leave}: ${said}`}
            onClick={() => set((now) => settled(now, response.id, "left"))}
          >
            {words.leave}
          </Button>
        </>
      )}
    </li>
  );
}
