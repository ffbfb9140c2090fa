/** What has the focus scrolls clear of the dock, however high its words make it. */
"use client";

import { useEffect, useRef } from "react";

const AIR_PX = 12;

/** Lies in the dock, its footer. */
export function DockRoom() {
  const own = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const dock = own.current?.closest("footer");
    if (!dock) return;
    const { style } = document.documentElement;
    const make = () => {
      // In a low window it lies at the page's end and covers nothing.
      const covers = getComputedStyle(dock).position === "sticky";
      style.scrollPaddingBottom = covers ? `${dock.offsetHeight + AIR_PX}px` : "";
    };
    const watch = new ResizeObserver(make);
    watch.observe(dock);
    window.addEventListener("resize", make);
    return () => {
      watch.disconnect();
      window.removeEventListener("resize", make);
      style.scrollPaddingBottom = "";
    };
  }, []);
  return <span ref={own} hidden />;
}
