/** What a printed sheet for a patient holds: plain words and numbers, ready to be set. Nothing clinical beside the plan. */
import type { Dose } from "@/domain/plan/dose";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";

export const SHEETS = ["plan", "pictures", "diary"] as const;
export type SheetKind = (typeof SHEETS)[number];

export type SheetItem = {
  key: string;
  /** Drawn from the library; null: a clinic's own without a drawing. Its photo, where there is one, goes before. */
  figure: ExerciseId | null;
  name: string;
  /** In the reader's language. */
  dose: string;
  perWeek: string;
  steps: readonly string[];
  notes: readonly string[];
  /** What may be done in its place; null: nothing is. */
  easier: { name: string; dose: string; steps: readonly string[] } | null;
  numbers: Dose;
};

export type Sheet = {
  language: "en" | "es";
  clinic: { name: string; phone: string | null; emergencyNumber: string };
  patient: string;
  /** The day it was made, in words. */
  madeOn: string;
  madeAt: Date;
  items: readonly SheetItem[];
  /** Pain during exercise: range and what to do, in three steps. */
  light: readonly { range: string; text: string }[];
  /** The safety text in full. */
  safety: string;
};
