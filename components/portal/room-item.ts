/** An exercise of the session as the player has it, and the easier one that may stand in for it. */
import type { Done } from "@/domain/home-session/done";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import type { Dose } from "@/domain/plan/dose";

export type RoomExercise = {
  name: string;
  dose: Dose;
  doseText: string;
  steps: readonly string[];
  notes: readonly string[];
  painLimit: number;
  /** Last time's numbers while the dose is the same, else the plan's. */
  filledIn: Done;
  /** Last time's numbers in words. */
  lastTime: string | null;
};
export type RoomItem = RoomExercise & {
  key: string;
  /** What may be done in its place. */
  easier: (RoomExercise & { id: PlanExerciseId }) | null;
};
/** As played now. */
export type PlayedItem = RoomItem & { planned: string; isSwapped: boolean };

export const playedItem = (item: RoomItem, isSwapped: boolean): PlayedItem => {
  const planned = item.name;
  return isSwapped && item.easier !== null
    ? { ...item, ...item.easier, key: item.key, planned, isSwapped }
    : { ...item, planned, isSwapped: false };
};
