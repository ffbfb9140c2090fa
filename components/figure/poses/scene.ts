/** What one exercise figure is made of: a start and an end scene. */
import type { Pose } from "../body";
import type { Equipment } from "../equipment";
import type { Working } from "../person";

export type Scene = {
  pose: Pose;
  works?: readonly Working[];
  /** Drawn behind the person, over the others. */
  behind?: readonly Equipment[];
  /** Drawn over the person. */
  before?: readonly Equipment[];
  /** The clinician, or the further stations of a routine, behind everything else. */
  others?: readonly { pose: Pose; isClinician?: boolean; works?: readonly Working[] }[];
};

export type SeenFrom = "above" | "behind";

export type ExerciseScene = {
  start: Scene;
  end: Scene;
  /** Where it isn't the usual view from the side; "above" has no floor line. Printed beside the figure. */
  seenFrom?: SeenFrom;
};
