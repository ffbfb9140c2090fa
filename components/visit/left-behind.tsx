/** What this person typed on this device into a visit that was signed or discarded meanwhile: offered to copy, never lost. */
"use client";

import { Copy } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Owner, StoredField } from "@/components/outbox/device-store";
import { DraftDevice } from "@/components/outbox/draft-device";
import { sendDrafts } from "@/components/outbox/unsent-drafts";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import text from "@/messages/en/left-behind.json";
import { fill } from "@/messages/fill";
import { pathName, sayValue } from "./path-names";

export type LeftBehindProps = { owner: Owner; visitId: string };

export function LeftBehind({ owner: { userId, membershipId }, visitId }: LeftBehindProps) {
  const [left, setLeft] = useState<readonly StoredField[]>([]);
  const look = useCallback(async () => {
    const owner = { userId, membershipId };
    // What the server has taken after all, its answer lost, is told apart from what it never got.
    await sendDrafts(owner).catch(() => undefined);
    setLeft(await new DraftDevice(owner, visitId).kept());
  }, [userId, membershipId, visitId]);
  useEffect(() => void look(), [look]);

  async function discard() {
    await new DraftDevice({ userId, membershipId }, visitId).forgetAll();
    location.reload();
  }
  if (left.length === 0) return null;
  return (
    <Card title={text.title}>
      <p className="text-secondary text-muted">{text.lead}</p>
      <dl className="mt-2 divide-y divide-line">
        {left.map(({ path, value }) => (
          <Field key={path} name={pathName(path)} said={sayValue(value)} />
        ))}
      </dl>
      <div className="mt-3 flex justify-end">
        <Button variant="danger" onClick={() => void discard()}>
          {text.discard}
        </Button>
      </div>
    </Card>
  );
}

function Field({ name, said }: { name: string; said: string }) {
  const words = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  async function copy() {
    // Over plain HTTP a browser has no clipboard to write to: the text is marked, to be copied by hand.
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(said);
      setCopied(true);
    } else if (words.current) getSelection()?.selectAllChildren(words.current);
  }
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2 text-secondary">
      <dt className="w-52 font-strong max-sm:w-full">{name}</dt>
      <dd ref={words} className="min-w-0 flex-1 basis-40 whitespace-pre-line">
        {said}
      </dd>
      <dd>
        <Button size="sm" aria-label={fill(text.copyOf, { field: name })} onClick={() => void copy()}>
          <Copy aria-hidden size={14} />
          <span aria-live="polite">{isCopied ? text.copied : text.copy}</span>
        </Button>
      </dd>
    </div>
  );
}
