/** Beside what was carried from the last visit: it doesn't count until it is confirmed. */
"use client";

import { RotateCcw } from "lucide-react";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import { partName } from "./names";

export function CarriedKeys({ of, onConfirm, onClear }: { of: string; onConfirm: () => void; onClear: () => void }) {
  const key =
    "rounded-chip border border-line-2 bg-surface px-2 py-0.5 font-strong text-ink hover:bg-sunken max-sm:min-h-11";
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-caption text-warn">
      <RotateCcw aria-hidden size={13} strokeWidth={2.2} className="shrink-0" />
      {status.carried}
      <button
        type="button"
        data-confirm
        aria-label={partName(text.carried.confirm, of)}
        onClick={onConfirm}
        className={key}
      >
        {text.carried.confirm}
      </button>
      <button type="button" aria-label={partName(text.carried.clear, of)} onClick={onClear} className={key}>
        {text.carried.clear}
      </button>
    </span>
  );
}
