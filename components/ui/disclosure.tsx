/** More on demand, on the browser's own details element. */
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Details of one name close each other. */
  name?: string;
  onToggle?: (isOpen: boolean) => void;
  className?: string;
};

export function Disclosure({ summary, children, open, name, onToggle, className }: DisclosureProps) {
  return (
    <details
      open={open}
      name={name}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
      className={classNames("group", className)}
    >
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-card text-control font-strong text-brand-ink max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={16}
          className="shrink-0 transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        {summary}
      </summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  );
}
