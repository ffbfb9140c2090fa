/** The bones and muscle lines of the pull figure, placed by the measured pelvic tilt and nothing else. Hip centre = origin, x to the front, y down. */
import { cos, type Point, rotate, sin, spline } from "./plane";

/** Slope of ASIS to PSIS in the drawn outline, degrees: a drawing constant, not a clinical value. */
export const DRAWN_SLOPE = 9;

export const PULL_MUSCLES = ["flexors", "quads", "erectors", "hams"] as const;
export type PullMuscle = (typeof PULL_MUSCLES)[number];

export const LANDMARK = {
  asis: [27, -46],
  psis: [-62, -60],
  aiis: [22, -30],
  ischium: [-30, 41],
  sacralPlate: [-42, -58],
} as const satisfies Record<string, Point>;

export const OUTLINE = {
  pelvis:
    "M27,-46C24,-66 6,-86 -16,-85C-38,-84 -56,-74 -62,-60C-63,-55 -60,-50 -56,-46C-46,-44 -34,-36 -30,-24C-28,-14 -32,-6 -34,2C-36,16 -38,30 -33,40C-28,47 -18,47 -12,40C0,34 14,31 26,25C34,21 38,13 34,6C28,0 20,-5 19,-15C18,-23 23,-27 22,-34C22,-40 28,-40 27,-46Z",
  sacrum:
    "M-55,-67L-30,-51C-36,-40 -46,-28 -54,-12C-58,-2 -58,8 -52,18C-56,22 -62,18 -65,10C-70,-8 -72,-30 -68,-48C-66,-56 -62,-64 -55,-67Z",
  femur:
    "M-12,3C-16,14 -12,26 -8,38C-4,70 -2,118 -6,148C-9,160 -18,166 -17,179C-16,191 -3,194 7,192C19,190 23,178 19,167C15,157 10,150 10,138C12,110 10,70 8,40C9,26 12,14 12,3Z",
  tibia: "M-17,201C-10,197 10,197 19,201C20,209 17,215 15,222C11,236 10,250 10,268L-7,268C-7,248 -10,226 -16,213Z",
  fibula: "M-14,206C-18,214 -16,240 -15,268",
  patellarTendon: "M27,180C24,194 20,206 16,214",
  spinousProcess: "M-12,-1C-18,-1 -24,3 -27,7",
} as const;

export type Vertebra = { centre: Point; lean: number };

const VERTEBRAE = 7;
const PITCH = 19.5;
/** Where the chain must end, so that the trunk stays over the feet whatever the tilt. */
const CHAIN_END_X = -38;

/** L5 to T11 chained from the turned sacrum; more tilt gives more lordosis with no further parameter. */
function lumbarSpine(turn: number): Vertebra[] {
  const slope = 32 + turn;
  const chain = (top: number) => {
    let foot = rotate(LANDMARK.sacralPlate, turn);
    const vertebrae: Vertebra[] = [];
    for (let index = 0; index < VERTEBRAE; index++) {
      const lean = slope + (top - slope) * ((index + 0.5) / VERTEBRAE) ** 0.72;
      const head: Point = [foot[0] + PITCH * sin(lean), foot[1] - PITCH * cos(lean)];
      vertebrae.push({ centre: [(foot[0] + head[0]) / 2, (foot[1] + head[1]) / 2], lean });
      foot = head;
    }
    return { vertebrae, endX: foot[0] };
  };
  let [low, high] = [-80, 30];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (chain(middle).endX > CHAIN_END_X) high = middle;
    else low = middle;
  }
  return chain((low + high) / 2).vertebrae;
}

export type MuscleLine = {
  points: Point[];
  side: "front" | "back";
  width: number /** Where the leader ends, share of the length. */;
  leaderAt: number;
};

export type Anatomy = {
  /** Degrees the pelvis is turned from its drawn position. */
  turn: number;
  vertebrae: Vertebra[];
  psis: Point;
  asis: Point;
  lowBack: Point;
  silhouette: Point[];
  /** The lumbar line, sacrum to T11. */
  lumbarLine: Point[];
  muscles: Record<PullMuscle, MuscleLine>;
};

/** Every anchor of the figure at a tilt in degrees; `shortQuads` moves the belly towards the bone. */
export function anatomyAt(tilt: number, shortQuads = false): Anatomy {
  const turn = tilt - DRAWN_SLOPE;
  const vertebrae = lumbarSpine(turn);
  const pelvic = (x: number, y: number) => rotate([x, y], turn);
  const spinal = (index: number, dx: number, dy: number): Point => {
    const { centre, lean } = vertebrae[index] as Vertebra;
    const [x, y] = rotate([dx, dy], lean);
    return [centre[0] + x, centre[1] + y];
  };
  const belly = shortQuads ? 3 : 0;
  const [psoas, brim] = [spinal(0, 24, 0), pelvic(14, -30)];
  const [hip, groin] = [pelvic(50, -70), spinal(2, 78, 0)];
  return {
    turn,
    vertebrae,
    psis: rotate(LANDMARK.psis, turn),
    asis: rotate(LANDMARK.asis, turn),
    lowBack: spinal(0, -3, 2),
    lumbarLine: spline([pelvic(...LANDMARK.sacralPlate), ...vertebrae.map(({ centre }) => centre)], 6),
    silhouette: spline(
      [
        spinal(6, -34, -14),
        spinal(5, -38, 0),
        spinal(4, -39, 0),
        spinal(2, -43, 0),
        spinal(1, -46, 0),
        spinal(0, -50, 8),
        pelvic(-84, -36),
        pelvic(-92, 0),
        pelvic(-80, 36),
        [-62, 72],
        [-57, 104],
        [-49, 150],
        [-36, 184],
        [-34, 205],
        [-42, 240],
        [-42, 276],
        [22, 276],
        [28, 230],
        [34, 200],
        [40, 176],
        [42, 160],
        [50, 120],
        [56, 80],
        [54, 40],
        [(pelvic(46, 6)[0] + 48) / 2 + 3, 8],
        [pelvic(50, -34)[0] + 2, pelvic(50, -34)[1]],
        [(hip[0] + groin[0]) / 2 + 8, hip[1] - 6],
        spinal(3, 80, 0),
        spinal(5, 82, 0),
        spinal(6, 84, -14),
      ],
      8,
    ),
    muscles: {
      erectors: {
        points: [
          pelvic(-66, -14),
          pelvic(-73, -44),
          spinal(0, -31, 6),
          spinal(1, -29, 0),
          spinal(3, -26, 0),
          spinal(5, -24, 0),
          spinal(6, -22, -12),
        ],
        side: "back",
        width: 19,
        leaderAt: 0.55,
      },
      flexors: {
        points: [
          spinal(3, 14, -6),
          spinal(2, 18, 0),
          spinal(1, 23, 2),
          [(psoas[0] + brim[0]) / 2 + 3, (psoas[1] + brim[1]) / 2],
          pelvic(23, -14),
          [20, 10],
          [1, 38],
        ],
        side: "front",
        width: 17,
        leaderAt: 0.36,
      },
      quads: {
        points: [
          pelvic(...LANDMARK.aiis),
          [pelvic(30, 0)[0] + 3, 12],
          [34 - belly, 60],
          [33 - belly, 110],
          [28, 150],
          [26, 165],
        ],
        side: "front",
        width: 26,
        leaderAt: 0.5,
      },
      hams: {
        points: [pelvic(...LANDMARK.ischium), [-33, 76], [-35, 112], [-27, 165], [-22, 196], [-15, 214]],
        side: "back",
        width: 24,
        leaderAt: 0.42,
      },
    },
  };
}
