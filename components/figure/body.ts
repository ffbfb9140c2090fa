/** The articulated body of the exercise figures: lengths, joint positions from angles or targets. Units cm, y up, floor y = 0, angles absolute degrees (0 right, 90 up). */
import { distance, type Point, polar } from "./plane";

export const LENGTH = { trunk: 50, head: 21, upper: 28, fore: 29, thigh: 42, shank: 41, foot: 17 } as const;

/** Radii of the tapered limbs, from the body outwards. */
export const RADIUS = {
  torso: [13.5, 12.5],
  /** Where the shoulders stand apart. */
  broad: 15.5,
  thigh: [10, 7],
  shank: [7, 4.6],
  upper: [5.8, 4.6],
  fore: [4.6, 3.6],
  foot: [4.4, 3],
  neck: [6, 6],
  head: 10.5,
  nose: 2.8,
  eye: 1.5,
  hand: 4.4,
} as const;

/** By two angles, or by where the ankle is (the knee then bends to the front). `foot` null = seen end-on. */
export type LegPose =
  | { thigh: number; shank: number; foot: number | null }
  | { ankle: Point; foot: number | null; bend?: 1 | -1 };

/** By two angles, or by where the hand is (the elbow then bends to the back). */
export type ArmPose = { upper: number; fore: number } | { hand: Point; bend?: 1 | -1 };

export type Pose = {
  hip: Point;
  /** Direction hip to shoulder. */
  trunk: number;
  /** Bend of the trunk, degrees: the pelvis leans this much further and the chest this much less. */
  curl?: number;
  /** Direction shoulder to head; the trunk's where absent. */
  head?: number;
  /** "viewer": chest and face are turned to the viewer; "away": from the viewer. */
  face?: "profile" | "viewer" | "away";
  near: { leg?: LegPose; arm?: ArmPose };
  far: { leg?: LegPose; arm?: ArmPose };
  /** Half the width of the shoulders when chest or back faces the viewer; below 0 the near arm is the upper or left one. */
  shoulders?: number;
  /** Where the far hip lies beside the near one. */
  farHip?: Point;
  /** The near leg lies over the torso. */
  legOver?: boolean;
  /** The near arm lies behind the torso. */
  armBehind?: boolean;
};

export type Leg = { hip: Point; knee: Point; ankle: Point; toe: Point | null };
export type Arm = { shoulder: Point; elbow: Point; hand: Point };
export type Joints = {
  hip: Point;
  waist: Point;
  shoulder: Point;
  /** Direction of the chest, degrees, and its radius. */
  chest: number;
  girth: number;
  head: Point;
  nose: Point | null;
  /** Where the face is turned to the viewer; else empty. */
  eyes: readonly Point[];
  near: { leg: Leg | null; arm: Arm | null };
  far: { leg: Leg | null; arm: Arm | null };
};

/** Middle and end joint of two bones from `root` towards `target`; `side` 1 bends to the left of that line. */
function twoBones(root: Point, target: Point, first: number, second: number, side: 1 | -1): readonly [Point, Point] {
  const span = distance(root, target);
  const reach = Math.min(span, first + second - 0.5);
  const [ux, uy] = [(target[0] - root[0]) / span, (target[1] - root[1]) / span];
  const along = (first * first - second * second + reach * reach) / (2 * reach);
  const aside = Math.sqrt(Math.max(0, first * first - along * along)) * side;
  return [
    [root[0] + ux * along - uy * aside, root[1] + uy * along + ux * aside],
    [root[0] + ux * reach, root[1] + uy * reach],
  ];
}

function legJoints(hip: Point, leg: LegPose | undefined): Leg | null {
  if (leg === undefined) return null;
  const [knee, ankle] =
    "ankle" in leg
      ? twoBones(hip, leg.ankle, LENGTH.thigh, LENGTH.shank, leg.bend ?? 1)
      : ((thigh: Point) => [thigh, polar(thigh, leg.shank, LENGTH.shank)] as const)(
          polar(hip, leg.thigh, LENGTH.thigh),
        );
  return { hip, knee, ankle, toe: leg.foot === null ? null : polar(ankle, leg.foot, LENGTH.foot) };
}

function armJoints(shoulder: Point, arm: ArmPose | undefined): Arm | null {
  if (arm === undefined) return null;
  if ("hand" in arm) {
    const [elbow, hand] = twoBones(shoulder, arm.hand, LENGTH.upper, LENGTH.fore, arm.bend ?? -1);
    return { shoulder, elbow, hand };
  }
  const elbow = polar(shoulder, arm.upper, LENGTH.upper);
  return { shoulder, elbow, hand: polar(elbow, arm.fore, LENGTH.fore) };
}

export const isProfile = ({ face = "profile" }: Pose): boolean => face === "profile";

export function jointsOf(pose: Pose): Joints {
  const { hip, trunk, curl = 0, shoulders: wide = 0 } = pose;
  const waist = polar(hip, trunk + curl, LENGTH.trunk / 2);
  const chest = trunk - curl;
  const shoulder = polar(waist, chest, LENGTH.trunk / 2);
  const neck = pose.head ?? chest;
  const head = polar(shoulder, neck, LENGTH.head);
  const farHip: Point = [hip[0] + (pose.farHip?.[0] ?? 0), hip[1] + (pose.farHip?.[1] ?? 0)];
  return {
    hip,
    waist,
    shoulder,
    chest,
    girth: wide !== 0 ? RADIUS.broad : RADIUS.torso[0],
    head,
    nose: isProfile(pose) ? polar(head, neck - 90, RADIUS.head * 0.93) : null,
    eyes: pose.face === "viewer" ? [90, -90].map((side) => polar(polar(head, neck, 1.5), neck + side, 3.8)) : [],
    near: { leg: legJoints(hip, pose.near.leg), arm: armJoints(polar(shoulder, chest - 90, wide), pose.near.arm) },
    far: { leg: legJoints(farHip, pose.far.leg), arm: armJoints(polar(shoulder, chest + 90, wide), pose.far.arm) },
  };
}

/** Every joint with the radius around it: what the figure covers. */
export function discsOf(joints: Joints): { at: Point; radius: number }[] {
  const leg = (each: Leg | null) =>
    each === null
      ? []
      : [
          { at: each.knee, radius: RADIUS.thigh[1] },
          { at: each.ankle, radius: RADIUS.shank[1] },
          ...(each.toe === null ? [] : [{ at: each.toe, radius: RADIUS.foot[1] }]),
        ];
  const arm = (each: Arm | null) =>
    each === null
      ? []
      : [
          { at: each.elbow, radius: RADIUS.upper[1] },
          { at: each.hand, radius: RADIUS.hand },
        ];
  return [
    { at: joints.hip, radius: RADIUS.torso[1] },
    { at: joints.waist, radius: RADIUS.torso[1] },
    { at: joints.shoulder, radius: joints.girth },
    { at: joints.head, radius: RADIUS.head },
    ...[joints.near, joints.far].flatMap((side) => [...leg(side.leg), ...arm(side.arm)]),
  ];
}
