/** Leads from a field's path to its control on the page: what blocks signing, the index, the figure. */
import { type SectionId, sectionOf } from "./section-states";

const FOCUSABLE = "input:not([type=hidden]):not(:disabled), textarea, select, button:not(:disabled)";

/** The control itself where it is on the page, else the section that holds it. */
export function goToField(path: string): void {
  const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const closed = place?.closest<HTMLDetailsElement>("details:not([open])");
  if (closed) closed.open = true;
  const control = place?.matches(FOCUSABLE)
    ? place
    : (place?.querySelector<HTMLElement>("[data-first], [data-confirm]") ??
      place?.querySelector<HTMLElement>(FOCUSABLE));
  if (!control) {
    goToSection(sectionOf(path));
    return;
  }
  control.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
}

export function goToSection(id: SectionId, scroll = true): void {
  const section = document.getElementById(`section-${id}`);
  if (scroll) section?.scrollIntoView({ block: "start" });
  section?.focus({ preventScroll: true });
}

/** The flowsheet's first empty cell, or its first one. */
export function goToFirstEmptyMeasure(): void {
  const cells = [...document.querySelectorAll<HTMLInputElement>("#section-measures [data-cell]")];
  const cell = cells.find(({ value }) => value === "") ?? cells[0];
  cell?.scrollIntoView({ block: "center" });
  cell?.focus({ preventScroll: true });
}
