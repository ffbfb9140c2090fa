/** A link of the main navigation that knows whether its room is open. */
"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** The room itself, or a page inside it: /patients belongs to no other room, so `within` may name more prefixes. */
export function isInside(pathname: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

export type NavLinkProps = {
  href: string;
  /** Further addresses that count as this room. */
  within?: readonly string[];
  children: ReactNode;
};

export function NavLink({ href, within = [], children }: NavLinkProps) {
  const current = isInside(usePathname(), [href, ...within]);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      className="flex min-h-8.5 items-center gap-2.5 rounded-chip px-2 text-control leading-4 font-medium text-ink-2 hover:bg-sunken aria-[current]:bg-brand-wash aria-[current]:font-bold aria-[current]:text-brand-ink max-sm:min-h-11"
    >
      {children}
    </Link>
  );
}
