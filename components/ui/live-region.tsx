/** What is heard and not seen: changes said to those who do not look. */
import type { ReactNode } from "react";

/** Says its content when it changes; keep it mounted and change the text. `assertive` only for safety. */
export function LiveRegion({ children, assertive = false }: { children: ReactNode; assertive?: boolean }) {
  return (
    <div className="sr-only" role={assertive ? "alert" : "status"} aria-live={assertive ? "assertive" : "polite"}>
      {children}
    </div>
  );
}
