/** One exercise of the library as a drawn figure: start and end pose, equipment, direction of motion and working muscle. */
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { discsOf, jointsOf } from "./body";
import { extentOf } from "./equipment";
import { EquipmentShape } from "./equipment-shape";
import { Person } from "./person";
import type { Point } from "./plane";
import { EXERCISE_POSES } from "./poses/library";
import type { ExerciseScene, Scene, SeenFrom } from "./poses/scene";

/** "overlay" lays the end pose over the start pose, "pair" puts them side by side. */
export type ExerciseFigureMode = "start" | "end" | "overlay" | "pair";

export type ExerciseFigureProps = {
  id: ExerciseId;
  mode?: ExerciseFigureMode;
  /** Size in px; with one of the two the other follows. */
  width?: number;
  height?: number;
  className?: string;
} & (
  | {
      /** Name of the exercise and its movement in words, in the reader's language (room "movements"). */ title: string;
      movement: string;
      decorative?: false;
    }
  /** Only where the same words stand beside the figure. */
  | { decorative: true }
);

type Box = { x0: number; x1: number; y0: number; y1: number };

const MARGIN = 5;
const GAP = 16;

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

const peopleIn = (scene: Scene) => [scene.pose, ...(scene.others ?? []).map(({ pose }) => pose)];

function roomOf(scene: Scene): Point[] {
  return [
    ...peopleIn(scene).flatMap((pose) =>
      discsOf(jointsOf(pose)).flatMap(({ at: [x, y], radius }): Point[] => [
        [x - radius, y - radius],
        [x + radius, y + radius],
      ]),
    ),
    ...[...(scene.behind ?? []), ...(scene.before ?? [])].flatMap(extentOf),
  ];
}

/** The area of one pose alone, or of both where they stand together at one scale. */
export function figureBox({ start, end }: ExerciseScene, mode: ExerciseFigureMode): Box {
  if (mode === "start") return boxOf(roomOf(start));
  if (mode === "end") return boxOf(roomOf(end));
  return boxOf([...roomOf(start), ...roomOf(end)]);
}

/** null: from the side. */
export function viewOf(id: ExerciseId): SeenFrom | null {
  const { seenFrom }: ExerciseScene = EXERCISE_POSES[id];
  return seenFrom ?? null;
}

type Layer = { scene: Scene; tone: "solid" | "ghost" };

const company = ({ others = [] }: Scene) => others.filter(({ isClinician }) => isClinician !== true);

/** Those who exercise; in the overlay the start pose is nothing but them. */
function Patients({ scene, tone }: Layer) {
  return (
    <>
      {company(scene).map(({ pose, works }) => (
        <Person key={pose.hip.join()} pose={pose} tone={tone} works={works} />
      ))}
      <Person pose={scene.pose} tone={tone} works={scene.works} />
    </>
  );
}

function ScenePart({ scene, tone, over }: Layer & { over?: Scene }) {
  const things = (list: Scene["behind"] = []) =>
    list.map((thing) => <EquipmentShape key={`${thing.kind} ${extentOf(thing).join()}`} thing={thing} />);
  const clinicians = (scene.others ?? []).filter(({ isClinician }) => isClinician === true);
  return (
    <>
      {clinicians.map(({ pose }) => (
        <Person key={pose.hip.join()} pose={pose} tone="helper" />
      ))}
      {things(scene.behind)}
      {over !== undefined && <Patients scene={over} tone="ghost" />}
      <Patients scene={scene} tone={tone} />
      {things(scene.before)}
    </>
  );
}

export function ExerciseFigure(props: ExerciseFigureProps) {
  const { id, mode = "end", width, height, className } = props;
  const scene = EXERCISE_POSES[id];
  const { x0, x1, y0, y1 } = figureBox(scene, mode);
  const [w, h] = [Math.ceil(x1 - x0 + 2 * MARGIN), Math.ceil(y1 - y0 + 2 * MARGIN)];
  const total = mode === "pair" ? 2 * w + GAP : w;
  const panel = (part: "start" | "end", tone: Layer["tone"], shift: number) => (
    <g transform={`translate(${Math.round(shift - x0 + MARGIN)},${Math.round(y1 + MARGIN)})`}>
      <ScenePart scene={scene[part]} tone={tone} over={mode === "overlay" ? scene.start : undefined} />
    </g>
  );
  const size =
    width !== undefined
      ? { width, height: height ?? Math.round((width * h) / total) }
      : height !== undefined
        ? { width: Math.round((height * total) / h), height }
        : {};
  const drawing = (
    <>
      {mode === "start" && panel("start", "solid", 0)}
      {mode === "pair" && panel("start", "ghost", 0)}
      {mode !== "start" && panel("end", "solid", mode === "pair" ? w + GAP : 0)}
    </>
  );
  const frame = { viewBox: `0 0 ${total} ${h}`, className: className ?? "block max-w-full", ...size };
  if (props.decorative === true)
    return (
      <svg {...frame} aria-hidden="true">
        {drawing}
      </svg>
    );
  return (
    <svg {...frame} role="img" aria-label={`${props.title}. ${props.movement}`}>
      <title>{props.title}</title>
      <desc>{props.movement}</desc>
      {drawing}
    </svg>
  );
}
