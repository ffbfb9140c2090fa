/** Visits bring their own frame: entry takes the whole screen, the signed record stands in the clinic's frame. */
import type { ReactNode } from "react";
import "@/app/globals.css";

export default function VisitLayout({ children }: { children: ReactNode }) {
  return children;
}
