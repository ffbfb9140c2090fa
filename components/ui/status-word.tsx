/** A status said inline, in table cells and lists: icon and word in the status's colour. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type StatusTone = "good" | "same" | "bad" | "warn" | "brand" | "muted" | "ink";

const COLOUR: Record<StatusTone, string> = {
  good: "text-good",
  same: "text-same",
  bad: "text-bad",
  warn: "text-warn",
  brand: "text-brand-ink",
  muted: "text-muted",
  ink: "text-ink",
};

export type StatusWordProps = { tone: StatusTone; icon: LucideIcon; children: ReactNode; className?: string };

export function StatusWord({ tone, icon: Icon, children, className }: StatusWordProps) {
  return (
    <span className={classNames("inline-flex items-start gap-1.5 font-strong", COLOUR[tone], className)}>
      <Icon aria-hidden size={14} strokeWidth={2.2} className="mt-px shrink-0" />
      <span>{children}</span>
    </span>
  );
}
