/** A page that needs the whole screen (visit entry): the outermost element of its page, before which the clinic's frame steps aside. */
import type { ReactNode } from "react";

export function FullScreen({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div data-full-screen className={className}>
      {children}
    </div>
  );
}
