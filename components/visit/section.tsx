/** One section of the visit: a landmark with its heading, found by the index and by what blocks signing. */
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import text from "@/messages/en/visit.json";
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
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      tabIndex={-1}
      className={classNames(
        "drawn-when-near min-w-0 scroll-mt-28 rounded-card border border-line bg-surface px-3.5 py-3 outline-none md:scroll-mt-16",
        className,
      )}
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id={`${anchor}-title`} className="text-card">
          {title ?? text.sections[id]}
        </h2>
        {aside === undefined ? null : (
          <div className="flex flex-wrap items-center gap-2 text-secondary text-muted">{aside}</div>
        )}
      </div>
      {children}
    </section>
  );
}
