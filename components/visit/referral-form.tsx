/** The referral letter on a page of its own: each part can be edited before it is printed; edits stay on this device. */
"use client";

import { ArrowLeft, Printer } from "lucide-react";
import type { Owner } from "@/components/outbox/device-store";
import { usePending } from "@/components/outbox/use-pending";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import words from "@/messages/en/referral.json";

type Part = keyof typeof words.parts;
type Edits = Partial<Record<Part, string>>;
const PARTS = Object.keys(words.parts) as Part[];

const isEdits = (kept: unknown): kept is Edits =>
  typeof kept === "object" && kept !== null && Object.values(kept).every((said) => typeof said === "string");

export function ReferralForm({
  owner,
  visitId,
  clinic,
  letter,
}: {
  owner: Owner;
  visitId: string;
  clinic: string;
  letter: Readonly<Record<Part, string>>;
}) {
  const [edits, setEdits, forget] = usePending<Edits>({ ...owner, visitId, of: "referral" }, {}, isEdits);
  return (
    <div className="mx-auto grid max-w-3xl gap-3">
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <ButtonLink href={`/visits/${visitId}`}>
          <ArrowLeft aria-hidden size={16} />
          {words.back}
        </ButtonLink>
        <p className="min-w-0 flex-1 basis-60 text-secondary text-muted">{words.lead}</p>
        {Object.keys(edits).length === 0 ? null : <Button onClick={forget}>{words.reset}</Button>}
        <Button variant="pri" onClick={() => window.print()}>
          <Printer aria-hidden size={16} />
          {words.print}
        </Button>
      </div>
      <header className="flex flex-wrap items-baseline justify-between gap-3 border-b border-line pb-1">
        <h1 className="text-section">{words.title}</h1>
        <p className="font-bold">{clinic}</p>
      </header>
      {PARTS.map((part) => (
        <LetterPart
          key={part}
          part={part}
          said={edits[part] ?? letter[part]}
          onSaid={(said) => setEdits({ ...edits, [part]: said })}
        />
      ))}
    </div>
  );
}

/** On paper plain text: a printed box shows as many lines as it has rows, whatever stands in it. */
function LetterPart({ part, said, onSaid }: { part: Part; said: string; onSaid: (said: string) => void }) {
  return (
    <>
      <TextArea
        name={part}
        label={words.parts[part]}
        value={said}
        onChange={(event) => onSaid(event.target.value)}
        rows={said.split("\n").length}
        className="min-h-9!"
        fieldClassName="print:hidden"
      />
      <section className="hidden print:block">
        <h2 className="text-secondary font-bold">{words.parts[part]}</h2>
        <p className="break-words whitespace-pre-wrap">{said}</p>
      </section>
    </>
  );
}
