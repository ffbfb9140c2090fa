/** Pages of a list as links; the server cuts the pages. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";

export type PaginationProps = {
  label: string;
  /** "26–50 of 214" */
  position?: ReactNode;
  previous?: { href: string; label: string } | null;
  next?: { href: string; label: string } | null;
};

export function Pagination({ label, position, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3 print:hidden">
      <span className="text-secondary text-muted">{position}</span>
      <span className="flex gap-2">
        {previous ? (
          <ButtonLink size="sm" href={previous.href} rel="prev">
            <ChevronLeft aria-hidden size={16} /> {previous.label}
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink size="sm" href={next.href} rel="next">
            {next.label} <ChevronRight aria-hidden size={16} />
          </ButtonLink>
        ) : null}
      </span>
    </nav>
  );
}
