/** The form of whatever text of a visit is typed in: it is that form's only control. */
"use client";

import { useEffect } from "react";
import { QuietForm } from "./section";

const FORM = "visit-typed";

const isText = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");

function join({ target }: { target: EventTarget | null }): void {
  if (isText(target)) target.setAttribute("form", FORM);
}

function leave({ target }: { target: EventTarget | null }): void {
  if (isText(target)) target.removeAttribute("form");
}

/**
 * A browser that offers to fill fields in looks, at each key typed, at every control of the same form, and has all that
 * changed laid out for it each time: a section may have a hundred. So a text leaves its section's form while it has the
 * focus.
 */
export function TypedAlone() {
  useEffect(() => {
    join({ target: document.activeElement });
    document.addEventListener("focusin", join);
    document.addEventListener("focusout", leave);
    return () => {
      document.removeEventListener("focusin", join);
      document.removeEventListener("focusout", leave);
    };
  }, []);
  return <QuietForm id={FORM} className="hidden" />;
}
