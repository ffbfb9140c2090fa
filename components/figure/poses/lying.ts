/** Starting positions that many exercises share. */
import type { Pose } from "../body";
import type { Point } from "../plane";

/** On the back, head to the left; the body rests on the floor at hip height 13. */
export const onBack = (hip: Point = [0, 13]): Pick<Pose, "hip" | "trunk" | "head"> => ({ hip, trunk: 180, head: 183 });

/** Hips lifted, shoulders on the floor. */
export const bridged = (hip: Point): Pick<Pose, "hip" | "trunk" | "head"> => ({
  hip,
  trunk: 180 + (Math.asin((hip[1] - 13) / 50) * 180) / Math.PI,
  head: 184,
});

/** Both arms on the floor beside a body lying on its back. */
export const ARM_DOWN = { upper: -11, fore: 0 } as const;

/** The same pose elsewhere. */
export function moved(pose: Pose, dx: number, dy: number): Pose {
  const shift = ([x, y]: Point): Point => [x + dx, y + dy];
  const side = ({ leg, arm }: Pose["near"]): Pose["near"] => ({
    leg: leg !== undefined && "ankle" in leg ? { ...leg, ankle: shift(leg.ankle) } : leg,
    arm: arm !== undefined && "hand" in arm ? { ...arm, hand: shift(arm.hand) } : arm,
  });
  return { ...pose, hip: shift(pose.hip), near: side(pose.near), far: side(pose.far) };
}
