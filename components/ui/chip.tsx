/** A short status with its icon; the word carries the meaning, the colour repeats it. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tone =
  | "plain"
  | "ok"
  | "ok-out"
  | "bad"
  | "bad-out"
  | "warn"
  | "same"
  | "brand"
  | "out"
  | "muted"
  | "front"
  | "back";

const TONE: Record<Tone, string> = {
  plain: "border-transparent bg-sunken text-ink-2",
  ok: "border-transparent bg-good-wash text-good",
  "ok-out": "border-good bg-surface text-good",
  bad: "border-transparent bg-bad-wash text-bad",
  "bad-out": "border-bad bg-surface text-bad",
  warn: "border-transparent bg-warn-wash text-warn",
  same: "border-transparent bg-same-wash text-same",
  brand: "border-transparent bg-brand-wash text-brand-ink",
  out: "border-line-2 bg-surface text-ink-2",
  muted: "border-line-2 bg-surface text-muted",
  front: "border-transparent bg-front-wash text-front-ink",
  back: "border-transparent bg-back-wash text-back-ink",
};

export type ChipProps = { tone?: Tone; icon?: LucideIcon; children: ReactNode; className?: string };

export function Chip({ tone = "plain", icon: Icon, children, className }: ChipProps) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-6 items-center gap-1.5 rounded-chip border px-2 py-0.5 text-secondary font-semi leading-4",
        TONE[tone],
        className,
      )}
    >
      {Icon ? <Icon aria-hidden size={14} strokeWidth={2.2} className="shrink-0" /> : null}
      <span>{children}</span>
    </span>
  );
}
