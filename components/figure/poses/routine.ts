/** The prevention routine: three of its stations on two floors. */
import { BRIDGES } from "./bridges";
import { HIP_STRETCHES } from "./hip-stretches";
import { moved } from "./lying";
import type { ExerciseScene } from "./scene";
import { STANDING } from "./standing";

const UPPER = 64;
const FLOORS = [
  { kind: "floor", from: -96, to: 88 },
  { kind: "floor", from: -104, to: -14, y: UPPER },
  { kind: "floor", from: 0, to: 114, y: UPPER },
] as const;

const station = (scene: "start" | "end") => [
  {
    pose: moved(STANDING.quad_squat[scene].pose, -62, UPPER),
    works: STANDING.quad_squat.end.works,
  },
  {
    pose: moved(HIP_STRETCHES.stretch_hipflex_kneel[scene].pose, 52, UPPER),
    works: HIP_STRETCHES.stretch_hipflex_kneel.end.works,
  },
];

export const ROUTINE = {
  prev_routine: {
    start: { behind: FLOORS, pose: BRIDGES.bridge_dl_long.start.pose, others: station("start") },
    end: {
      behind: FLOORS,
      pose: BRIDGES.bridge_dl_long.end.pose,
      works: BRIDGES.bridge_dl_long.end.works,
      others: station("end"),
    },
  },
} as const satisfies Record<string, ExerciseScene>;
