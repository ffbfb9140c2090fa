/** Consents: open at a first visit, folded and fetched on demand at the next ones. */
"use client";

import { useState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { lastAttended } from "@/domain/attended";
import text from "@/messages/en/visit.json";
import { OnDemand, partOf } from "./on-demand";
import { useDraft } from "./use-draft";

const consentRows = partOf(async () => (await import("./consent-rows")).ConsentRows);

export function Consents() {
  const { data } = useDraft();
  const isFirst = lastAttended(data.earlier) === undefined;
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <Disclosure summary={text.consent.title} open={isFirst || undefined} onToggle={setOpen} className="mt-2">
      {isOpen ? <OnDemand part={consentRows} /> : null}
    </Disclosure>
  );
}
