/** The prevention routine: three of its stations in a row, one after the other. */
import type { Equipment } from "../equipment";
import { HIP_STRETCHES } from "./hip-stretches";
import { moved } from "./lying";
import type { ExerciseScene, Scene } from "./scene";
import { STANDING } from "./standing";

const SQUAT = 122;
const STRETCH = 246;

const ROW: readonly Equipment[] = [
  { kind: "floor", from: -26, to: 44 },
  { kind: "arrow", from: [49, 6], to: [65, 6] },
  { kind: "floor", from: SQUAT - 52, to: SQUAT + 34 },
  { kind: "box", x: SQUAT - 46, width: 32, height: 40 },
  { kind: "arrow", from: [SQUAT + 39, 6], to: [SQUAT + 55, 6] },
  { kind: "floor", from: STRETCH - 62, to: STRETCH + 70 },
];

const scene = (part: "start" | "end"): Scene => ({
  behind: ROW,
  pose: STANDING.rdl_dl[part].pose,
  works: STANDING.rdl_dl.end.works,
  before: STANDING.rdl_dl[part].before.slice(0, 1),
  others: [
    { pose: moved(STANDING.quad_squat[part].pose, SQUAT, 0), works: STANDING.quad_squat.end.works },
    {
      pose: moved(HIP_STRETCHES.stretch_hipflex_kneel[part].pose, STRETCH, 0),
      works: HIP_STRETCHES.stretch_hipflex_kneel.end.works,
    },
  ],
});

export const ROUTINE = {
  prev_routine: { start: scene("start"), end: scene("end") },
} as const satisfies Record<string, ExerciseScene>;
