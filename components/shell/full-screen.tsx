/** A page that needs the whole screen (visit entry): the clinic's frame steps aside while it is open. */
import type { ReactNode } from "react";

export function FullScreen({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div data-full-screen className={className}>
      {children}
    </div>
  );
}
