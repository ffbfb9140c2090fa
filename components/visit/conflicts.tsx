/** The same field written by two people: both texts are shown and one is chosen, never silently. */
"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { Conflict } from "@/components/outbox/draft-sync";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { pathName, sayValue } from "./path-names";
import { useDraft } from "./use-draft";

export function Conflicts() {
  const { sync } = useDraft();
  const subscribe = useCallback((listener: () => void) => sync.subscribe("", listener), [sync]);
  const read = () => JSON.stringify(sync.conflicts);
  const conflicts = JSON.parse(useSyncExternalStore(subscribe, read, read)) as Conflict[];
  if (conflicts.length === 0) return null;
  return (
    <div role="alert" className="grid gap-2">
      {conflicts.map((conflict) => (
        <Banner key={conflict.path} tone="warn" title={fill(text.conflict.title, { field: pathName(conflict.path) })}>
          <dl className="mt-1 grid gap-2 sm:grid-cols-2">
            <div>
              <dt className="text-caption">{text.conflict.mine}</dt>
              <dd className="grid justify-items-start gap-1 text-ink">
                {sayValue(conflict.mine)}
                <Button size="sm" onClick={() => sync.settle(conflict.path, "mine")}>
                  {text.conflict.keepMine}
                </Button>
              </dd>
            </div>
            <div>
              <dt className="text-caption">{fill(text.conflict.theirs, { name: conflict.by })}</dt>
              <dd className="grid justify-items-start gap-1 text-ink">
                {sayValue(conflict.value)}
                <Button size="sm" onClick={() => sync.settle(conflict.path, "theirs")}>
                  {text.conflict.takeTheirs}
                </Button>
              </dd>
            </div>
          </dl>
        </Banner>
      ))}
    </div>
  );
}
