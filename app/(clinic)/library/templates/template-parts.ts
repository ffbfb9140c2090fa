/** The parts of a template's dose that are changed in the library, with the range that domain/plan/dose accepts. */
export const TEMPLATE_PARTS = {
  sets: { min: 1, max: 20 },
  reps: { min: 1, max: 200 },
  time_s: { min: 5, max: 7200 },
  hold_s: { min: 1, max: 300 },
  per_week: { min: 1, max: 7 },
} as const;
/** Letters of a tempo. */
export const TEMPO_MAX = 80;
export type TemplatePart = keyof typeof TEMPLATE_PARTS;
