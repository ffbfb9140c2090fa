/** "Same as last visit": signs, history and precautions come back unconfirmed; measures, pain and screening never do. */
"use client";

import { Button } from "@/components/ui/button";
import text from "@/messages/en/visit.json";
import { carriedFields } from "./carried-fields";
import { useDraft } from "./use-draft";

export function CarryForward() {
  const { data, sync } = useDraft();
  const last = data.earlier.at(-1);
  if (!last) return null;
  function carry() {
    for (const { path, value } of carriedFields(last ? [last.record] : [], sync.fields())) sync.set(path, value);
  }
  return (
    <Button size="sm" onClick={carry}>
      {text.carried.same}
    </Button>
  );
}
