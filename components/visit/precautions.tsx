/** Precautions and history flags: carried by one key, a new one asked singly, each acknowledged once in 90 days. */
"use client";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { type AckId, draftPath } from "@/domain/visit/fields";
import { neurologicalPrompts } from "@/domain/visit/neurological-prompts";
import { type FlagId, flagById, isFlagId } from "@/domain/vocabulary/flags";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { TICKED } from "./carried-fields";
import { CarriedKeys } from "./carried-keys";
import { precautionsUnchanged, standingPrecautions } from "./commands";
import { FieldNotes } from "./field-notes";
import { ackName, partName } from "./names";
import { ProseLine } from "./prose-area";
import { Section } from "./section";
import { useDraft, useField, useJudged } from "./use-draft";

export function Precautions() {
  const draft = useDraft();
  const standing = standingPrecautions(draft);
  const recorded = useJudged(({ read }) => read.entries.flags.length);
  return (
    <Section
      id="precautions"
      aside={
        standing.length === 0 ? (
          <span>{recorded === 0 ? text.precautions.none : null}</span>
        ) : (
          <>
            <span>{standing.map((flag) => flagById(flag).name).join(", ")}</span>
            <Button size="sm" aria-keyshortcuts="p" onClick={() => precautionsUnchanged(draft)}>
              {text.precautions.unchanged}
            </Button>
          </>
        )
      }
    >
      <Acknowledgements />
      <div className="grid gap-x-4 min-[22rem]:grid-cols-2 lg:grid-cols-4">
        {TICKED.map((flag) => (
          <FlagBox key={flag} flag={flag} />
        ))}
      </div>
      <ProposedFlags />
    </Section>
  );
}

function FlagBox({ flag }: { flag: FlagId }) {
  const path = draftPath.flag(flag);
  const [value, set] = useField<"flag">(path);
  const { name, action } = flagById(flag);
  return (
    <div data-path={path} data-carried={value?.carried || undefined}>
      <Checkbox
        name={path}
        label={name}
        hint={value?.set && !value.carried ? action : undefined}
        checked={value?.set === true}
        onChange={(checked) => set(checked ? { set: true } : null)}
        className="py-0.5"
      />
      {value?.carried ? (
        <CarriedKeys of={name} onConfirm={() => set({ set: value.set })} onClear={() => set(null)} />
      ) : null}
    </div>
  );
}

function Acknowledgements() {
  // As text, so that the same list is the same answer.
  const needed = useJudged(({ judged, read }) =>
    [
      ...(judged?.assessment.notices ?? []).flatMap((notice) =>
        notice.startsWith("ack_needed:") ? notice.slice("ack_needed:".length) : [],
      ),
      ...read.entries.acks.map(({ id }) => id),
    ].join(" "),
  );
  const ids = [...new Set(needed.split(" "))].filter((id) => id !== "") as AckId[];
  if (ids.length === 0) return null;
  return (
    <ul className="mb-2 grid gap-2">
      {ids.map((id) => (
        <li key={id}>
          <Acknowledgement id={id} />
        </li>
      ))}
    </ul>
  );
}

function Acknowledgement({ id }: { id: AckId }) {
  const path = draftPath.ack(id);
  const [value, set] = useField<"ack">(path);
  const name = ackName(id);
  return (
    <div data-path={path} className="rounded-card border border-warn-line bg-warn-wash p-2.5 text-secondary text-warn">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-56">
          <strong>{name}.</strong> {isFlagId(id) ? flagById(id).action : text.precautions.ackFinding}
        </p>
        <Button
          size="sm"
          aria-pressed={value !== null}
          aria-label={partName(text.precautions.acknowledge, name)}
          onClick={() => set(value === null ? {} : null)}
        >
          {value === null ? text.precautions.acknowledge : text.precautions.acknowledged}
        </Button>
      </div>
      {value === null ? null : (
        <ProseLine
          fieldClassName="mt-1.5 text-ink"
          name={`${path}.limit`}
          label={partName(text.precautions.limit, name)}
          labelHidden
          placeholder={text.precautions.limit}
          value={value.limit ?? ""}
          onText={(limit) => set(limit === "" ? {} : { limit })}
        />
      )}
      <FieldNotes path={path} />
    </div>
  );
}

/** A neurological finding proposes a flag; it never sets one. */
function ProposedFlags() {
  const { sync } = useDraft();
  const proposed = useJudged(({ read }) => {
    const { propose_flags } = neurologicalPrompts(read.entries.neurological);
    return propose_flags.filter((flag) => !read.entries.flags.includes(flag)).join(" ");
  });
  if (proposed === "") return null;
  return (
    <div className="mt-2 grid gap-2">
      {proposed
        .split(" ")
        .filter((id) => isFlagId(id))
        .map((flag) => (
          <p key={flag} className="flex flex-wrap items-center gap-2 text-secondary text-warn">
            {fill(text.precautions.proposed, { flag: flagById(flag).name })}
            <Button size="sm" onClick={() => sync.set(draftPath.flag(flag), { set: true })}>
              {text.precautions.setFlag}
            </Button>
          </p>
        ))}
    </div>
  );
}
