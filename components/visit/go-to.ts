/** Leads from a field's path to its control on the page: what blocks signing, the index, the figure. */
import { type SectionId, sectionOf } from "./section-states";

const FOCUSABLE = "input:not([type=hidden]):not(:disabled), textarea, select, button:not(:disabled)";

/** The control itself where it is on the page, else the section that holds it. */
export function goToField(path: string): void {
  const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const closed = place?.closest<HTMLDetailsElement>("details:not([open])");
  if (closed) closed.open = true;
  const control = place?.matches(FOCUSABLE) ? place : place?.querySelector<HTMLElement>(FOCUSABLE);
  if (!control) {
    goToSection(sectionOf(path));
    return;
  }
  control.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
}

export function goToSection(id: SectionId): void {
  const section = document.getElementById(`section-${id}`);
  section?.scrollIntoView({ block: "start" });
  section?.focus({ preventScroll: true });
}
