/** The list of keys: those of the page, then those that work everywhere. */
"use client";

import { useEffect, useState } from "react";
import { useChordKey } from "@/components/palette/palette";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import palette from "@/messages/en/palette.json";
import type { SaidKeys } from "./page-keys";

const text = palette.keys;
const NONE: SaidKeys = { keys: [] };

export type PageKeysDialogProps = { open: boolean; onClose: () => void; load: (() => Promise<SaidKeys>) | null };

export function PageKeysDialog({ open, onClose, load }: PageKeysDialogProps) {
  const chord = useChordKey();
  const [said, setSaid] = useState(NONE);
  useEffect(() => {
    let isGone = false;
    // Without network the keys of all pages are still said.
    const keys = load === null ? Promise.resolve(NONE) : load().catch(() => NONE);
    void keys.then((found) => isGone || setSaid(found));
    return () => {
      isGone = true;
    };
  }, [load]);
  const everywhere = [
    { keys: [chord, "K"], words: text.palette },
    { keys: ["?"], words: text.list },
  ];
  return (
    <Dialog open={open} onClose={onClose} title={text.title} closeLabel={text.close}>
      {said.lead === undefined ? null : <p className="mb-3 text-secondary text-muted">{said.lead}</p>}
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-secondary">
        {[...said.keys, ...everywhere].map(({ keys: pressed, words }) => (
          <div key={words} className="contents">
            <dt className="flex gap-1">
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
