/** The clinic's rooms in their frame. A layout keeps standing while its pages change, so each page asks for its own actor. */
import type { ReactNode } from "react";
import { ClinicFrame } from "./clinic-frame";
import "@/app/globals.css";

export default function ClinicLayout({ children }: { children: ReactNode }) {
  return <ClinicFrame>{children}</ClinicFrame>;
}
