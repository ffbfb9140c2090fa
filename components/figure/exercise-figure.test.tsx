import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";
import english from "@/messages/en/movements.json";
import spanish from "@/messages/es/movements.json";
import { viewWords } from "@/messages/view-words";
import { type Arm, discsOf, isProfile, type Joints, jointsOf, LENGTH, type Leg, type Pose } from "./body";
import { ExerciseFigure, type ExerciseFigureMode, viewOf } from "./exercise-figure";
import { ItemPicture } from "./item-picture";
import { distance, type Point } from "./plane";
import { EXERCISE_POSES } from "./poses/library";
import type { ExerciseScene } from "./poses/scene";

type Posed = { where: string; pose: Pose; joints: Joints; floor: number | null };

/** Every body of every figure; stations of the routine stand on a floor of their own. */
const BODIES: Posed[] = EXERCISES.flatMap(({ id }) => {
  const { start, end, seenFrom }: ExerciseScene = EXERCISE_POSES[id];
  return (
    [
      ["start", start],
      ["end", end],
    ] as const
  ).flatMap(([part, scene]) =>
    [scene.pose, ...(scene.others ?? []).map(({ pose }) => pose)].map((pose, index) => {
      const floors = (scene.behind ?? []).flatMap((thing) => (thing.kind === "floor" ? [thing.y ?? 0] : []));
      const floor = seenFrom === "above" ? null : index === 0 ? Math.min(...floors) : Math.max(...floors);
      return { where: `${id}, ${part}, body ${index + 1}`, pose, joints: jointsOf(pose), floor };
    }),
  );
});

const heading = (a: Point, b: Point) => (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
/** Into −180 < angle ≤ 180. */
const turned = (angle: number) => 180 - ((((180 - angle) % 360) + 360) % 360);

const legs = ({ joints, pose, where }: Posed) =>
  (["near", "far"] as const).flatMap((side) => {
    const leg = joints[side].leg;
    return leg === null ? [] : [{ leg, pose, asked: pose[side].leg, where: `${where}, ${side} leg` }];
  });
const arms = ({ joints, pose, where }: Posed) =>
  (["near", "far"] as const).flatMap((side) => {
    const arm = joints[side].arm;
    return arm === null ? [] : [{ arm, asked: pose[side].arm, where: `${where}, ${side} arm` }];
  });

const kneeBend = ({ hip, knee, ankle }: Leg) => turned(heading(hip, knee) - heading(knee, ankle));
const hipBend = ({ hip, knee }: Leg, pose: Pose) => turned(heading(hip, knee) - (pose.trunk + (pose.curl ?? 0)) + 180);
const elbowBend = ({ shoulder, elbow, hand }: Arm) => turned(heading(elbow, hand) - heading(shoulder, elbow));

describe("a body moves as a body can", () => {
  test("no knee bends backwards or beyond 160°", () => {
    for (const body of BODIES)
      for (const { leg, pose, where } of legs(body)) {
        const bend = isProfile(pose) ? kneeBend(leg) : Math.abs(kneeBend(leg));
        expect(bend, where).toBeGreaterThanOrEqual(-3);
        expect(bend, where).toBeLessThanOrEqual(160);
      }
  });

  test("hips stay between 45° of extension and 155° of flexion", () => {
    for (const body of BODIES)
      for (const { leg, pose, where } of legs(body)) {
        const bend = isProfile(pose) ? hipBend(leg, pose) : Math.abs(hipBend(leg, pose));
        expect(bend, where).toBeGreaterThanOrEqual(-45);
        expect(bend, where).toBeLessThanOrEqual(155);
      }
  });

  test("ankles stay between pointed toes and 40° of dorsiflexion", () => {
    for (const body of BODIES)
      for (const { leg, pose, where } of legs(body)) {
        if (leg.toe === null || !isProfile(pose)) continue;
        const angle = turned(heading(leg.ankle, leg.toe) - heading(leg.knee, leg.ankle));
        expect(angle, where).toBeGreaterThanOrEqual(-12);
        expect(angle, where).toBeLessThanOrEqual(130);
      }
  });

  test("no elbow folds beyond 155°", () => {
    for (const body of BODIES)
      for (const { arm, where } of arms(body)) expect(Math.abs(elbowBend(arm)), where).toBeLessThanOrEqual(155);
  });

  test("limbs keep their length", () => {
    for (const body of BODIES) {
      const { hip, waist, shoulder, head } = body.joints;
      expect(distance(hip, waist) + distance(waist, shoulder), body.where).toBeCloseTo(LENGTH.trunk, 6);
      expect(distance(shoulder, head), body.where).toBeCloseTo(LENGTH.head, 6);
      for (const { leg, where } of legs(body)) {
        expect(distance(leg.hip, leg.knee), where).toBeCloseTo(LENGTH.thigh, 6);
        expect(distance(leg.knee, leg.ankle), where).toBeCloseTo(LENGTH.shank, 6);
        if (leg.toe !== null) expect(distance(leg.ankle, leg.toe), where).toBeCloseTo(LENGTH.foot, 6);
      }
      for (const { arm, where } of arms(body)) {
        expect(distance(arm.shoulder, arm.elbow), where).toBeCloseTo(LENGTH.upper, 6);
        expect(distance(arm.elbow, arm.hand), where).toBeCloseTo(LENGTH.fore, 6);
      }
    }
  });

  test("a hand or foot that is given a place is there", () => {
    for (const body of BODIES) {
      for (const { leg, asked, where } of legs(body))
        if (asked !== undefined && "ankle" in asked) expect(distance(leg.ankle, asked.ankle), where).toBeLessThan(1);
      for (const { arm, asked, where } of arms(body))
        if (asked !== undefined && "hand" in asked) expect(distance(arm.hand, asked.hand), where).toBeLessThan(1);
    }
  });

  test("nothing sinks into the floor", () => {
    for (const { joints, floor, where } of BODIES) {
      if (floor === null) continue;
      const lowest = Math.min(...discsOf(joints).map(({ at, radius }) => at[1] - radius));
      expect(lowest, where).toBeGreaterThanOrEqual(floor - 2.5);
    }
  });
});

const MODES: ExerciseFigureMode[] = ["start", "end", "overlay", "pair"];
const draw = (id: ExerciseId, mode: ExerciseFigureMode) =>
  renderToStaticMarkup(<ExerciseFigure id={id} mode={mode} height={64} title={id} movement={english[id]} />);

describe("a figure for every item", () => {
  test("each of the 44 draws in each mode, the same every time, with colours from the tokens alone", () => {
    expect(EXERCISES).toHaveLength(44);
    for (const { id } of EXERCISES)
      for (const mode of MODES) {
        const drawn = draw(id, mode);
        expect(drawn, id).toBe(draw(id, mode));
        expect(drawn, id).not.toMatch(/NaN|undefined|Infinity|#[0-9a-f]{3}/i);
        expect(drawn.match(/<path/g)?.length ?? 0, id).toBeGreaterThan(8);
      }
  });

  test("no two items share a drawing", () => {
    const drawings = EXERCISES.map(({ id }) => renderToStaticMarkup(<ExerciseFigure id={id} decorative />));
    expect(new Set(drawings).size).toBe(44);
  });

  test("the working side is marked wherever the item trains, stretches or releases muscle", () => {
    const unmarked = EXERCISES.filter(({ id }) => (EXERCISE_POSES[id].end.works ?? []).length === 0).map(
      ({ id }) => id,
    );
    expect(unmarked).toEqual(["rest_relative", "ice_protocol", "compress_elevate", "walk_easy"]);
  });

  test("a clinician's technique shows two hands on the patient; a patient's exercise shows none", () => {
    for (const { id, home } of EXERCISES) {
      const hands = (EXERCISE_POSES[id].end.before ?? []).filter(({ kind }) => kind === "hand");
      expect(hands, id).toHaveLength(home ? 0 : 2);
    }
  });
});

describe("said in words", () => {
  test("each movement is said in English and Spanish, and the figure carries it", () => {
    const ids = EXERCISES.map(({ id }) => id).sort();
    expect(Object.keys(english).sort()).toEqual(ids);
    expect(Object.keys(spanish).sort()).toEqual(ids);
    for (const { id } of EXERCISES) {
      expect(english[id].length, id).toBeGreaterThan(30);
      expect(spanish[id], id).not.toBe(english[id]);
      expect(draw(id, "end"), id).toContain(`aria-label="${id}. ${english[id]}"`);
    }
  });

  test("a view that isn't from the side is printed beside the figure and begins its movement, in both languages", () => {
    expect(EXERCISES.filter(({ id }) => viewOf(id) !== null).map(({ id }) => [id, viewOf(id)])).toEqual([
      ["stretch_quad_side", "above"],
      ["stretch_tfl", "behind"],
    ]);
    for (const { id } of EXERCISES)
      for (const [locale, movements] of [
        ["en", english],
        ["es", spanish],
      ] as const) {
        const view = viewWords(viewOf(id), locale);
        const picture = { exercise: id, photo: null };
        const drawn = renderToStaticMarkup(
          <ItemPicture picture={picture} title={id} movement={movements[id]} locale={locale} />,
        );
        expect(/^(Seen from|Visto desde)/.test(movements[id]), id).toBe(view !== null);
        if (view === null) continue;
        expect(movements[id], id).toMatch(new RegExp(`^${view}: `));
        expect(drawn, id).toContain(`>${view}</figcaption>`);
      }
  });

  test("no banned phrase of the patient's language", () => {
    for (const text of Object.values(english))
      for (const { pattern, id } of BANNED_PHRASES) expect(text, id).not.toMatch(new RegExp(pattern, "i"));
  });

  test("a decorative figure is silent", () => {
    const drawn = renderToStaticMarkup(<ExerciseFigure id="nordic" decorative />);
    expect(drawn).toContain('aria-hidden="true"');
    expect(drawn).not.toContain("role=");
  });
});
