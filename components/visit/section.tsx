/** One section of the visit: a landmark with its heading, found by the index and by what blocks signing; on a phone it folds. */
"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { classNames } from "@/components/ui/class-names";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import type { SectionId } from "./section-states";

export type SectionProps = {
  id: SectionId;
  /** Beside the heading: dates, counts, a key. */
  aside?: ReactNode;
  /** The heading differs from the section's usual name. */
  title?: string;
  className?: string;
  children: ReactNode;
};

export const sectionAnchor = (id: SectionId): string => `section-${id}`;

export function Section({ id, aside, title, className, children }: SectionProps) {
  const anchor = sectionAnchor(id);
  const [isFolded, setFolded] = useState(false);
  const name = title ?? text.sections[id];
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      tabIndex={-1}
      className={classNames(
        "drawn-when-near min-w-0 scroll-mt-30 rounded-card border border-line bg-surface px-3.5 py-3 outline-none md:scroll-mt-16",
        className,
      )}
    >
      <div className="relative mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 max-md:min-h-8 max-md:pr-10">
        <h2 id={`${anchor}-title`} className="text-card">
          {name}
        </h2>
        <button
          type="button"
          data-fold
          aria-expanded={!isFolded}
          aria-label={fill(text.index.fold, { section: name })}
          // Whoever leads here from elsewhere goes on to a control inside at once.
          onClick={() => flushSync(() => setFolded(!isFolded))}
          className="absolute -top-1.5 -right-2 grid size-11 place-items-center rounded-card text-muted md:hidden print:hidden"
        >
          <ChevronDown aria-hidden size={18} className={isFolded ? undefined : "rotate-180"} />
        </button>
        {aside === undefined ? null : (
          <div className="flex flex-wrap items-center gap-2 text-secondary text-muted">{aside}</div>
        )}
      </div>
      <QuietForm className={isFolded ? "max-md:hidden print:block" : undefined}>{children}</QuietForm>
    </section>
  );
}

/** Enter sends nothing anywhere, not even before the page's script has come. */
export function QuietForm({
  children,
  ...rest
}: {
  id?: string;
  className?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <form autoComplete="off" {...rest}>
      <button type="submit" disabled hidden />
      {children}
    </form>
  );
}
