/** The patient's own rooms: phone first. Each page asks for its own actor and wears the patient's frame with its own action. */
import type { Viewport } from "next";
import type { ReactNode } from "react";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // the keyboard of a phone must not cover the field or the safety text
  interactiveWidget: "resizes-content",
};

export default function PortalLayout({ children }: { children: ReactNode }) {
  return children;
}
