/** The navigation, once: beside the page where there is room, else behind a button in the browser's own popover. */
"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef } from "react";

export function NavMenu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  const pathname = usePathname();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A link was followed, or the page came just now with the menu closed.
    if (pathname !== "") menu.current?.hidePopover();
  }, [pathname]);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="-ml-2 grid size-11 place-items-center rounded-card text-ink hover:bg-sunken sm:hidden"
      >
        <Menu aria-hidden size={22} />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="text-ink max-sm:fixed max-sm:inset-y-0 max-sm:right-auto max-sm:left-0 max-sm:m-0 max-sm:h-dvh max-sm:w-70 max-sm:max-w-[85vw] max-sm:overflow-y-auto max-sm:border-r max-sm:border-line-2 max-sm:bg-paper max-sm:p-4 max-sm:shadow-dialog sm:static sm:m-0 sm:block sm:h-auto sm:w-auto sm:flex-1 sm:overflow-visible sm:border-0 sm:bg-transparent sm:p-0"
      >
        <div className="flex min-h-full flex-col">{children}</div>
      </div>
    </>
  );
}
