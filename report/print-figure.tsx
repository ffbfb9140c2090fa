/** A drawn exercise as vectors in print: the screen's elements one by one, in the colours of the light theme. */
import { Circle, G, Path, Rect, Svg } from "@react-pdf/renderer";
import { Children, createElement, type ElementType, Fragment, isValidElement, type ReactNode } from "react";
import { ExerciseFigure, type ExerciseFigureMode } from "@/components/figure/exercise-figure";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";

/** The light column of design/TOKENS.md, for the tokens that figures use. */
export const LIGHT: Readonly<Record<string, string>> = {
  surface: "#FFFFFF",
  ink: "#1B2430",
  muted: "#5A6472",
  brand: "#0E6B66",
  bad: "#A8243B",
  front: "#C2571A",
  "front-ink": "#9C4310",
  "front-mid": "#EDB48F",
  "front-wash": "#FBECE1",
  back: "#2B63A8",
  "back-ink": "#214F8A",
  "back-mid": "#A3C1E6",
  "back-wash": "#E7EFF9",
  "on-muscle": "#FFFFFF",
  bone: "#FBF6EA",
  "bone-line": "#8E8670",
  sil: "#F1ECE2",
  ghost: "#8B93A0",
  fig: "#3A4756",
  "fig-far": "#A9B2BD",
  "fig-torso": "#0E6B66",
  "fig-torso-far": "#7FB3AF",
  floor: "#CFC8BA",
  prop: "#D9C7A8",
  "prop-line": "#9A8660",
};

type Props = Record<string, unknown> & { children?: ReactNode };

const SHAPES: Readonly<Record<string, ElementType>> = {
  svg: Svg,
  g: G,
  path: Path,
  circle: Circle,
  rect: Rect,
};
/** Words for a screen reader; the sheet says them beside the drawing. */
const SILENT: readonly string[] = ["title", "desc"];

const inPrint = (value: unknown): unknown =>
  typeof value === "string"
    ? value.replace(/var\(--([a-z-]+)\)/g, (_, token: string) => LIGHT[token] ?? "#1B2430")
    : value;

/** @throws when a figure is made of something that print doesn't know: better than a limb that is missing. */
export function printed(node: ReactNode): ReactNode {
  return Children.map(node, (child): ReactNode => {
    if (!isValidElement<Props>(child)) return null;
    const { props } = child;
    const type: unknown = child.type;
    if (typeof type === "function") return printed((type as (props: Props) => ReactNode)(props));
    if (type === Fragment) return printed(props.children);
    if (typeof type !== "string") throw new TypeError("a figure has an element that can't be printed");
    if (SILENT.includes(type)) return null;
    const shape = SHAPES[type];
    if (shape === undefined) throw new TypeError(`a figure's <${type}> can't be printed`);
    const { children, className: _class, "aria-hidden": _hidden, ...rest } = props;
    const shown = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inPrint(value)]));
    return createElement(shape, shown, printed(children));
  });
}

type PrintFigureProps = { id: ExerciseId; mode?: ExerciseFigureMode; height: number; maxWidth: number };

/** @param height in points; the width follows. */
export function PrintFigure({ id, mode = "end", height, maxWidth }: PrintFigureProps) {
  const { props } = ExerciseFigure({ id, mode, decorative: true }) as { props: { viewBox: string } };
  const [, , w = 1, h = 1] = props.viewBox.split(" ").map(Number);
  const scale = Math.min(height / h, maxWidth / w);
  const size = { width: Math.round(w * scale), height: Math.round(h * scale) };
  return <>{printed(ExerciseFigure({ id, mode, decorative: true, ...size }))}</>;
}
