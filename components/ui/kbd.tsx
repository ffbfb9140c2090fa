/** A key of the keyboard. */
import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 items-center rounded-key border border-b-2 border-line-2 bg-surface px-1.5 font-sans text-caption leading-none font-semi text-muted">
      {children}
    </kbd>
  );
}
