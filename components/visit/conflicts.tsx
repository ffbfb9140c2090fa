/** The same field written by two people: what both wrote is fetched and shown the moment there is such a field. */
"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { Conflict } from "@/components/outbox/draft-fields";
import { OnDemand, partOf } from "./on-demand";
import { useDraft } from "./use-draft";

const conflictList = partOf(async () => (await import("./conflict-list")).ConflictList);

export function Conflicts() {
  const { sync } = useDraft();
  const subscribe = useCallback((listener: () => void) => sync.fields.subscribe("", listener), [sync]);
  const read = () => JSON.stringify(sync.fields.conflicts);
  const conflicts = JSON.parse(useSyncExternalStore(subscribe, read, read)) as Conflict[];
  return conflicts.length === 0 ? null : <OnDemand part={conflictList} conflicts={conflicts} />;
}
