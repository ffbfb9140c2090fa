/** A link that works once, shown once: to copy, or as a QR code for a phone's camera. */
"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { TextInput } from "@/components/ui/text-input";
import settings from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";

export type ShownLink = {
  name: string;
  link: string;
  /** Dark modules as one path in a square of `size` units. */
  qr: { size: number; path: string };
  /** Finished text: "29 Nov 2026". */
  until: string;
};

const text = settings.link;

export function OneTimeLink({ shown }: { shown: ShownLink }) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLDivElement>(null);

  async function copy() {
    const input = field.current?.querySelector("input");
    input?.select();
    try {
      await navigator.clipboard.writeText(shown.link);
      setCopied(true);
    } catch {
      // Without permission, or without HTTPS, the selected text is there for Ctrl-C.
      setCopied(false);
    }
  }

  return (
    <div className="grid gap-3">
      <p className="text-secondary text-muted">{fill(text.lead, { date: shown.until })}</p>
      <div ref={field} className="flex items-end gap-2">
        <TextInput
          name="one-time-link"
          label={text.label}
          value={shown.link}
          readOnly
          onFocus={(event) => event.target.select()}
          fieldClassName="flex-1"
        />
        <Button onClick={() => void copy()}>
          {copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
          {copied ? text.copied : text.copy}
        </Button>
      </div>
      <LiveRegion>{copied ? text.copied : ""}</LiveRegion>
      {/* Cameras read dark on light, whatever the theme. */}
      <svg
        role="img"
        aria-label={text.qr}
        viewBox={`0 0 ${shown.qr.size} ${shown.qr.size}`}
        className="size-48 rounded-card border border-line"
        shapeRendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="white" />
        <path d={shown.qr.path} fill="black" />
      </svg>
    </div>
  );
}
