/** The referral letter on a page of its own: each part can be edited before it is printed; nothing here is kept. */
"use client";

import { ArrowLeft, Printer } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-input";
import words from "@/messages/en/referral.json";

type Part = keyof typeof words.parts;
const PARTS = Object.keys(words.parts) as Part[];

export function ReferralForm({
  visitId,
  clinic,
  letter,
}: {
  visitId: string;
  clinic: string;
  letter: Readonly<Record<Part, string>>;
}) {
  return (
    <div className="mx-auto grid max-w-3xl gap-3">
      <div className="flex flex-wrap items-center gap-3 print:hidden">
        <ButtonLink href={`/visits/${visitId}`}>
          <ArrowLeft aria-hidden size={16} />
          {words.back}
        </ButtonLink>
        <p className="min-w-0 flex-1 basis-60 text-secondary text-muted">{words.lead}</p>
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
        <TextArea
          key={part}
          name={part}
          label={words.parts[part]}
          defaultValue={letter[part]}
          rows={1}
          className="min-h-9! print:min-h-0! print:resize-none print:border-0 print:p-0"
        />
      ))}
    </div>
  );
}
