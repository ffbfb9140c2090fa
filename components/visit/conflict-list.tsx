/** Both texts of each field that two people wrote, and the choice between them: never made silently. */
"use client";

import type { Conflict } from "@/components/outbox/draft-fields";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { pathName, sayValue } from "./path-names";
import { useDraft } from "./use-draft";

export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { sync } = useDraft();
  return (
    <div role="alert" className="grid gap-2">
      {conflicts.map((conflict) => (
        <Banner key={conflict.path} tone="warn" title={fill(parts.conflict.title, { field: pathName(conflict.path) })}>
          <dl className="mt-1 grid gap-2 sm:grid-cols-2">
            <div>
              <dt className="text-caption">{parts.conflict.mine}</dt>
              <dd className="grid justify-items-start gap-1 text-ink">
                {sayValue(conflict.mine)}
                <Button size="sm" onClick={() => sync.settle(conflict.path, "mine")}>
                  {parts.conflict.keepMine}
                </Button>
              </dd>
            </div>
            <div>
              <dt className="text-caption">{fill(parts.conflict.theirs, { name: conflict.by })}</dt>
              <dd className="grid justify-items-start gap-1 text-ink">
                {sayValue(conflict.value)}
                <Button size="sm" onClick={() => sync.settle(conflict.path, "theirs")}>
                  {parts.conflict.takeTheirs}
                </Button>
              </dd>
            </div>
          </dl>
        </Banner>
      ))}
    </div>
  );
}
