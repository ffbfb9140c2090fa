/** The clinic's rooms. Each page asks for its own actor: a layout keeps standing while its pages change, so it never authorises. */
import type { ReactNode } from "react";

export default function ClinicLayout({ children }: { children: ReactNode }) {
  return children;
}
