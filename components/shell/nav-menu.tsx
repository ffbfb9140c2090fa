/** The navigation of a narrow screen: a button and the browser's own popover, closed again once a link was followed. */
"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useId } from "react";

export function NavMenu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  const pathname = usePathname();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="-ml-2 grid size-11 place-items-center rounded-card text-ink hover:bg-sunken"
      >
        <Menu aria-hidden size={22} />
      </button>
      <div
        // a new address draws it anew, and a new popover is closed
        key={pathname}
        id={id}
        popover="auto"
        className="fixed inset-y-0 right-auto left-0 m-0 h-dvh w-70 max-w-[85vw] overflow-y-auto border-r border-line-2 bg-paper p-4 text-ink shadow-dialog"
      >
        {children}
      </div>
    </>
  );
}
