/** "Same as last visit": signs, history and precautions come back unconfirmed; measures, pain and screening never do. */
"use client";

import { Button } from "@/components/ui/button";
import { lastAttended } from "@/domain/attended";
import text from "@/messages/en/visit.json";
import { carry, goToRow } from "./commands";
import { useDraft } from "./use-draft";

export function CarryForward() {
  const draft = useDraft();
  if (lastAttended(draft.data.earlier) === undefined) return null;
  return (
    <Button size="sm" aria-keyshortcuts="s" onClick={() => goToRow(draft, carry(draft))}>
      {text.carried.same}
    </Button>
  );
}
