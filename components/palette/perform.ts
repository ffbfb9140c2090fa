/** Does what was chosen on this page: scrolls to it and puts the focus there. */
import { goToField, goToSection } from "@/components/visit/go-to";
import { SECTIONS } from "@/components/visit/section-states";
import type { Act } from "./choice";

type OnPage = Extract<Act, { kind: "section" | "row" }>;

export function perform(act: OnPage): void {
  if (act.kind === "section") {
    const section = SECTIONS.find((id) => id === act.section);
    if (section) goToSection(section);
    return;
  }
  const row = () => document.querySelector<HTMLElement>(`[data-path^="${act.of}.${CSS.escape(act.id)}."]`);
  if (row() || act.of === "measure") {
    goToField(row()?.dataset.path ?? "measure");
    return;
  }
  // The row is outside the signs shown now: all are, then it is there.
  document.querySelector<HTMLInputElement>('#section-signs input[type="radio"][value="all"]')?.click();
  requestAnimationFrame(() => goToField(row()?.dataset.path ?? "sign"));
}
