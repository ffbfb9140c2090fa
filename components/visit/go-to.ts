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
  leadTo(control);
}

/** Focus, in the middle of the screen, unfolded where it was folded. */
export function leadTo(control: HTMLElement): void {
  uncover(control);
  bringIntoView(control, "center");
  control.focus({ preventScroll: true });
}

/** Frames within which the sections on the way are laid out. */
const SETTLING_FRAMES = 8;
let settling = 0;

/** Sections out of sight get their height when they come near, and would push away what was scrolled to. */
function bringIntoView(place: HTMLElement, block: "start" | "center"): void {
  cancelAnimationFrame(settling);
  let framesLeft = SETTLING_FRAMES;
  let at = Number.NaN;
  const settle = () => {
    if (place.getBoundingClientRect().top !== at) {
      place.scrollIntoView({ block });
      at = place.getBoundingClientRect().top;
    }
    framesLeft -= 1;
    if (framesLeft > 0) settling = requestAnimationFrame(settle);
  };
  settle();
}

/** On a phone sections fold, and the measures taken less often stand behind a key. */
function uncover(place: HTMLElement): void {
  const section = place.closest("section");
  section?.querySelector<HTMLElement>('[data-fold][aria-expanded="false"]')?.click();
  if (place.offsetParent === null) section?.querySelector<HTMLElement>("[data-more]")?.click();
}

export function goToSection(id: SectionId, scroll = true): void {
  const section = document.getElementById(`section-${id}`);
  if (section) uncover(section);
  if (section && scroll) bringIntoView(section, "start");
  section?.focus({ preventScroll: true });
}

/** The flowsheet's first empty cell, or its first one. */
export function goToFirstEmptyMeasure(): void {
  const cells = [...document.querySelectorAll<HTMLInputElement>("#section-measures [data-cell]")];
  const cell = cells.find(({ value }) => value === "") ?? cells[0];
  if (cell) leadTo(cell);
}
