/** The choices that need no search: screens, exercises, measures, and in an open visit its sections and rows. */
import { SECTIONS } from "@/components/visit/section-states";
import { EXERCISE_IDS, EXERCISE_NAMES } from "@/domain/vocabulary/exercise-names";
import { MEASURES } from "@/domain/vocabulary/measures";
import { SIGNS } from "@/domain/vocabulary/signs";
import nav from "@/messages/en/nav.json";
import text from "@/messages/en/palette.json";
import visit from "@/messages/en/visit.json";
import type { Choice } from "./choice";

const SCREENS: readonly [href: string, label: string][] = [
  ["/caseload", nav.caseload],
  ["/patients/new", text.screens.newPatient],
  ["/library/exercises", nav.exercises],
  ["/library/templates", nav.templates],
  ["/library/measures", nav.measures],
  ["/library/rules", nav.rules],
  ["/settings/clinic", text.screens.clinic],
  ["/settings/team", text.screens.team],
  ["/settings/rules", text.screens.rulesOfClinic],
  ["/settings/security", text.screens.security],
];

const screens = SCREENS.map(
  ([href, label]): Choice => ({ key: `screen ${href}`, group: "screens", label, act: { kind: "open", href } }),
);

const exercises = EXERCISE_IDS.map((id): Choice => {
  const href = `/library/exercises/${id}`;
  return { key: `exercise ${id}`, group: "exercises", label: EXERCISE_NAMES[id], act: { kind: "open", href } };
});

/** `isVisitOpen`: a visit's form is on the page, and measures are rows of it. */
export function standingChoices(isVisitOpen: boolean): Choice[] {
  const measures = MEASURES.map(({ id, label }): Choice => {
    const library = { kind: "open", href: `/library/measures?q=${encodeURIComponent(label)}` } as const;
    const inVisit = isVisitOpen && document.querySelector(`[data-path^="measure.${id}."]`) !== null;
    return {
      key: `measure ${id}`,
      group: "measures",
      label,
      act: inVisit ? { kind: "row", of: "measure", id } : library,
    };
  });
  if (!isVisitOpen) return [...measures, ...exercises, ...screens];
  const sections = SECTIONS.filter((id) => document.getElementById(`section-${id}`) !== null).map(
    (id): Choice => ({
      key: `section ${id}`,
      group: "sections",
      label: visit.sections[id],
      act: { kind: "section", section: id },
    }),
  );
  const signs = SIGNS.map(
    ({ id, label }): Choice => ({ key: `sign ${id}`, group: "signs", label, act: { kind: "row", of: "sign", id } }),
  );
  return [...sections, ...signs, ...measures, ...exercises, ...screens];
}
