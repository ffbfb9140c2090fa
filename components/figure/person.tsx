/** Draws a posed body as tapered limbs, near ones dark and far ones light, with a stripe along each working muscle. */
import { type Arm, type Joints, jointsOf, type Leg, type Pose, RADIUS } from "./body";
import { paint, type Token } from "./paint";
import { between, distance, type Point, polar, round } from "./plane";

export const WORKING = ["quad", "flexor", "ham", "glute", "back", "belly", "side_hip"] as const;
export type Working = (typeof WORKING)[number];

/** "ghost" is the start pose beside the end pose; "helper" is the clinician beside the patient. */
export type Tone = "solid" | "ghost" | "helper";

const TONES: Record<Tone, { near: Token; far: Token; torso: Token }> = {
  solid: { near: "fig", far: "fig-far", torso: "fig-torso" },
  ghost: { near: "fig-far", far: "fig-far", torso: "fig-torso-far" },
  helper: { near: "fig-far", far: "fig-far", torso: "fig-torso-far" },
};

/** Path of a limb that tapers from radius `r1` at `a` to `r2` at `b`; drawn with y down. */
export function capsule(a: Point, b: Point, r1: number, r2: number): string {
  const length = distance(a, b) || 1e-6;
  const lean = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
  const open = (Math.acos(Math.max(-1, Math.min(1, (r1 - r2) / length))) * 180) / Math.PI;
  const at = (centre: Point, angle: number, radius: number) => {
    const [x, y] = polar(centre, angle, radius);
    return `${round(x)},${round(-y)}`;
  };
  return `M${at(a, lean + open, r1)}L${at(b, lean + open, r2)}A${r2},${r2} 0 0 1 ${at(b, lean - open, r2)}L${at(a, lean - open, r1)}A${r1},${r1} 0 1 1 ${at(a, lean + open, r1)}Z`;
}

function Limb({ from, to, radii, color }: { from: Point; to: Point; radii: readonly [number, number]; color: Token }) {
  return (
    <path d={capsule(from, to, radii[0], radii[1])} fill={paint(color)} stroke={paint("surface")} strokeWidth={1.6} />
  );
}

function LegShape({ leg, color }: { leg: Leg | null; color: Token }) {
  if (leg === null) return null;
  return (
    <>
      {leg.toe === null ? (
        <circle cx={round(leg.ankle[0])} cy={round(2.2 - leg.ankle[1])} r={6.2} fill={paint(color)} />
      ) : (
        <Limb from={leg.ankle} to={leg.toe} radii={RADIUS.foot} color={color} />
      )}
      <Limb from={leg.knee} to={leg.ankle} radii={RADIUS.shank} color={color} />
      <Limb from={leg.hip} to={leg.knee} radii={RADIUS.thigh} color={color} />
    </>
  );
}

function ArmShape({ arm, color }: { arm: Arm | null; color: Token }) {
  if (arm === null) return null;
  return (
    <>
      <Limb from={arm.shoulder} to={arm.elbow} radii={RADIUS.upper} color={color} />
      <Limb from={arm.elbow} to={arm.hand} radii={RADIUS.fore} color={color} />
      <circle cx={round(arm.hand[0])} cy={round(-arm.hand[1])} r={RADIUS.hand} fill={paint(color)} />
    </>
  );
}

function Torso({ joints, color }: { joints: Joints; color: Token }) {
  const { hip, waist, shoulder, girth } = joints;
  const pelvis = RADIUS.torso[1];
  const middle = (RADIUS.torso[0] + pelvis) / 2;
  const parts = [capsule(shoulder, waist, girth, middle), capsule(waist, hip, middle, pelvis)];
  return (
    <>
      {parts.map((d) => (
        <path key={d} d={d} stroke={paint("surface")} strokeWidth={3.2} fill="none" />
      ))}
      {parts.map((d) => (
        <path key={`fill ${d}`} d={d} fill={paint(color)} />
      ))}
    </>
  );
}

/** Centre line and radii of a working muscle; `side` 1 = front of the body. */
function stripeOf(muscle: Working, pose: Pose, joints: Joints, leg: Leg): { path: string; color: Token } {
  const shifted = (
    from: Point,
    to: Point,
    aside: number,
    start: number,
    end: number,
    radii: readonly [number, number],
  ) => {
    const length = distance(from, to) || 1;
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const at = (share: number): Point => {
      const [x, y] = between(from, to, share);
      return [x - uy * aside, y + ux * aside];
    };
    return capsule(at(start), at(end), radii[0], radii[1]);
  };
  const { hip, waist, shoulder } = joints;
  const pelvis = pose.trunk + (pose.curl ?? 0);
  switch (muscle) {
    case "quad":
      return { path: shifted(leg.hip, leg.knee, 4.2, 0.1, 0.94, [5, 3]), color: "front" };
    case "ham":
      return { path: shifted(leg.hip, leg.knee, -4.2, 0.12, 0.98, [5, 3]), color: "back" };
    case "flexor": {
      const top = polar(polar(leg.hip, pelvis, 13), pelvis - 90, 3);
      return { path: shifted(top, between(leg.hip, leg.knee, 0.42), 3.8, 0, 1, [4.5, 2.7]), color: "front" };
    }
    case "side_hip": {
      const top = polar(polar(leg.hip, pelvis, 10), pelvis - 90, 4);
      return { path: shifted(top, between(leg.hip, leg.knee, 0.2), 1, 0, 1, [5, 3.4]), color: "front" };
    }
    case "glute": {
      const seat = polar(hip, pelvis + 90, 4);
      const low: Point = [
        leg.hip[0] + (leg.knee[0] - leg.hip[0]) * 0.2 + (seat[0] - hip[0]) * 0.7,
        leg.hip[1] + (leg.knee[1] - leg.hip[1]) * 0.2 + (seat[1] - hip[1]) * 0.7,
      ];
      return { path: capsule(polar(seat, pelvis, 3), low, 7, 6), color: "back" };
    }
    case "back":
      return { path: shifted(hip, between(waist, shoulder, 0.5), 6.6, 0.06, 1, [4.6, 3.4]), color: "back" };
    case "belly":
      return { path: shifted(hip, between(waist, shoulder, 0.4), -6.6, 0.12, 1, [3.6, 4.4]), color: "front" };
  }
}

export function Person({ pose, tone = "solid", works = [] }: { pose: Pose; tone?: Tone; works?: readonly Working[] }) {
  const joints = jointsOf(pose);
  const { near, far, torso } = TONES[tone];
  const { head, nose, eyes, shoulder } = joints;
  const leg = joints.near.leg ?? joints.far.leg;
  const nearLeg = <LegShape leg={joints.near.leg} color={near} />;
  const nearArm = <ArmShape arm={joints.near.arm} color={near} />;
  return (
    <g opacity={tone === "ghost" ? 0.62 : undefined}>
      <ArmShape arm={joints.far.arm} color={far} />
      <LegShape leg={joints.far.leg} color={far} />
      {pose.armBehind === true && nearArm}
      <path d={capsule(polar(shoulder, joints.chest, 2), head, ...RADIUS.neck)} fill={paint(near)} />
      <circle
        cx={round(head[0])}
        cy={round(-head[1])}
        r={RADIUS.head}
        fill={paint(near)}
        stroke={paint("surface")}
        strokeWidth={1.6}
      />
      {nose !== null && <circle cx={round(nose[0])} cy={round(-nose[1])} r={RADIUS.nose} fill={paint(near)} />}
      {eyes.map((eye) => (
        <circle key={eye.join()} cx={round(eye[0])} cy={round(-eye[1])} r={RADIUS.eye} fill={paint("surface")} />
      ))}
      {pose.legOver !== true && nearLeg}
      <Torso joints={joints} color={torso} />
      {pose.legOver === true && nearLeg}
      {tone === "solid" &&
        leg !== null &&
        works.map((muscle) => {
          const { path, color } = stripeOf(muscle, pose, joints, leg);
          return <path key={muscle} d={path} fill={paint(color)} stroke={paint("surface")} strokeWidth={1.8} />;
        })}
      {pose.armBehind !== true && nearArm}
    </g>
  );
}
