/** A sentence that concerns the whole page, with its way out: demo data, rule set not adopted, hold, offline. */
import { Info, type LucideIcon, ShieldAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type BannerTone = "brand" | "warn" | "bad" | "same";

const LOOK: Record<BannerTone, { icon: LucideIcon; box: string }> = {
  brand: { icon: Info, box: "border-brand-mid bg-brand-wash text-brand-ink" },
  warn: { icon: ShieldAlert, box: "border-warn-line bg-warn-wash text-warn" },
  bad: { icon: TriangleAlert, box: "border-bad bg-bad-wash text-bad" },
  same: { icon: Info, box: "border-line-2 bg-sunken text-ink-2" },
};

export type BannerProps = {
  tone?: BannerTone;
  icon?: LucideIcon;
  /** The first words, bold. */
  title?: ReactNode;
  children?: ReactNode;
  /** A small button or link. */
  action?: ReactNode;
  /** Set for what appears while the page is open: `alert` interrupts. */
  role?: "status" | "alert";
  className?: string;
};

export function Banner({ tone = "brand", icon, title, children, action, role, className }: BannerProps) {
  const Icon = icon ?? LOOK[tone].icon;
  return (
    <div
      role={role}
      className={classNames(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border px-3 py-2 text-secondary",
        LOOK[tone].box,
        className,
      )}
    >
      <Icon aria-hidden size={16} strokeWidth={2.2} className="shrink-0" />
      <div className="min-w-0 flex-1 basis-56">
        {title === undefined ? null : <strong>{title} </strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
