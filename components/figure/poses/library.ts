/** One figure for every item of the exercise library; the type fails when an item has none. */
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { BRIDGES } from "./bridges";
import { CLINICIAN } from "./clinician";
import { CONTROL } from "./control";
import { HIP_STRETCHES } from "./hip-stretches";
import { RESISTED } from "./resisted";
import { REST } from "./rest";
import { ROLLING } from "./rolling";
import { ROUTINE } from "./routine";
import type { ExerciseScene } from "./scene";
import { STANDING } from "./standing";
import { THIGH_STRETCHES } from "./thigh-stretches";

export const EXERCISE_POSES: Readonly<Record<ExerciseId, ExerciseScene>> = {
  ...REST,
  ...CONTROL,
  ...BRIDGES,
  ...ROLLING,
  ...CLINICIAN,
  ...THIGH_STRETCHES,
  ...HIP_STRETCHES,
  ...STANDING,
  ...RESISTED,
  ...ROUTINE,
};
