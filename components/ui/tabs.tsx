/** Tabs and filters are links: each view has its own address, and works without a script. */
import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type TabItem = { href: string; label: ReactNode; current: boolean; count?: number };

export function Tabs({ label, items, className }: { label: string; items: readonly TabItem[]; className?: string }) {
  return (
    <nav aria-label={label} className={classNames("overflow-x-auto border-b border-line print:hidden", className)}>
      <ul className="flex gap-5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? "page" : undefined}
              className={classNames(
                "flex min-h-9 items-center border-b-3 text-control whitespace-nowrap -outline-offset-2 max-sm:min-h-11",
                item.current ? "border-brand font-bold text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {item.label}
              {item.count === undefined ? null : <span className="ml-1.5 font-normal">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function FilterLinks({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="-m-1 overflow-x-auto p-1 print:hidden">
      <ul className="flex gap-1.5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? "true" : undefined}
              className={classNames(
                "flex min-h-7 items-center gap-1.5 rounded-chip border px-2.5 text-secondary font-strong whitespace-nowrap max-sm:min-h-11 max-sm:px-3",
                item.current
                  ? "border-ink bg-ink text-paper"
                  : "border-line-2 bg-surface text-ink-2 hover:border-field",
              )}
            >
              {item.label}
              {item.count === undefined ? null : <span className="font-normal opacity-85">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
