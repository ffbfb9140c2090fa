/** The pull figure: pelvis turned by the measured tilt and four muscles in their recorded state. It describes findings and names no cause. */
import { useId } from "react";
import { fill } from "@/messages/fill";
import { type Band, type BandState, bandOf, leaderStart, MuscleBand } from "./muscle-band";
import { paint } from "./paint";
import { line, round } from "./plane";
import { type Anatomy, anatomyAt, DRAWN_SLOPE, OUTLINE, PULL_MUSCLES, type PullMuscle } from "./pull-anatomy";
import { labelPlace, MuscleLabel, PainMark, TiltGauge, TiltValue, Writing } from "./pull-marks";
import { describePull, findingOf, ghostOf, isPainful, PULL_WORDS, type PullFigureParams, wordOf } from "./pull-words";

export type PullLabels = "full" | "short" | "none";
/** Names in another language; patients' pages pass all six. */
export type PullNames = Partial<Record<PullMuscle | "front" | "back", string>>;

type Layout = {
  /** full needs a width of 380 or more; short 330 (scale .85) or 305 (scale .7); narrower: none. */
  labels?: PullLabels;
  /** Scales the anatomy, not the writing. */
  k?: number;
  /** Width in px; the height follows. */
  w?: number;
  names?: PullNames;
};

export type PullFigureProps = Layout &
  (
    | (PullFigureParams & { plain?: false; title?: string })
    /** The only variant a patient or visitor may see: names alone. `title` is its text alternative. */
    | { plain: true; title?: string }
  );

const NO_FINDINGS: PullFigureParams = { tilt: null, usual: null, lbp: null, muscles: {} };

/** The drawn area in the figure's units: x, y, width, height. */
export function pullViewBox(labels: PullLabels, k: number): readonly [number, number, number, number] {
  if (labels === "none") return [-112, -206, 200, 470];
  if (labels === "full") return [-206, -210, 410, 480];
  return [-(98 * k + 102), -206 * k - 8, 190 * k + 198, 470 * k + 12];
}

/** The scale that a layout really draws with: only the short layout is scaled. */
export const pullScale = (labels: PullLabels, k: number) => (labels === "short" ? k : 1);

export function pullBands(params: PullFigureParams, plain = false) {
  const stateOf = (muscle: PullMuscle): BandState => (plain ? "plain" : findingOf(params, muscle).state);
  const anatomy = anatomyAt(params.tilt ?? DRAWN_SLOPE, stateOf("quads") === "short");
  const bands = Object.fromEntries(
    PULL_MUSCLES.map((muscle) => [muscle, bandOf(anatomy.muscles[muscle], stateOf(muscle))]),
  ) as Record<PullMuscle, Band>;
  return { anatomy, bands, stateOf };
}

const BONE = {
  fill: paint("bone"),
  stroke: paint("bone-line"),
  strokeWidth: 1.2,
  strokeLinejoin: "round",
} as const;

function Vertebrae({ anatomy }: { anatomy: Anatomy }) {
  return anatomy.vertebrae.map(({ centre: [x, y], lean }) => (
    <g key={y} transform={`translate(${round(x)},${round(y)}) rotate(${round(lean)})`}>
      <path
        d={OUTLINE.spinousProcess}
        stroke={paint("bone-line")}
        strokeWidth={6.4}
        strokeLinecap="round"
        fill="none"
      />
      <path d={OUTLINE.spinousProcess} stroke={paint("bone")} strokeWidth={4.2} strokeLinecap="round" fill="none" />
      <rect x={-13} y={-7.4} width={26} height={14.8} rx={3.6} {...BONE} />
    </g>
  ));
}

function Knee({ quads }: { quads: BandState }) {
  const tendon = quads === "untested" ? "bone-line" : quads === "plain" ? "prop-line" : "front";
  return (
    <>
      <path
        d={OUTLINE.patellarTendon}
        stroke={paint(tendon)}
        strokeWidth={quads === "untested" ? 2 : 3.2}
        strokeLinecap="round"
        fill="none"
      />
      <rect x={20.5} y={160} width={12} height={22} rx={6} {...BONE} />
    </>
  );
}

function Body({ anatomy, bands, stateOf, ghost }: ReturnType<typeof pullBands> & { ghost: Anatomy | null }) {
  const band = (muscle: PullMuscle) => (
    <MuscleBand band={bands[muscle]} state={stateOf(muscle)} side={anatomy.muscles[muscle].side} />
  );
  return (
    <>
      <path d={line(anatomy.silhouette, true)} fill={paint("sil")} />
      <path d={OUTLINE.fibula} fill="none" stroke={paint("bone-line")} strokeWidth={3.4} opacity={0.5} />
      <path d={OUTLINE.tibia} {...BONE} />
      {band("hams")}
      <path d={OUTLINE.sacrum} transform={`rotate(${round(anatomy.turn)})`} {...BONE} />
      <Vertebrae anatomy={anatomy} />
      {band("erectors")}
      <path d={OUTLINE.femur} {...BONE} />
      <g transform={`rotate(${round(anatomy.turn)})`}>
        <path d={OUTLINE.pelvis} {...BONE} fillOpacity={0.93} />
        <ellipse
          cx={2}
          cy={24}
          rx={11}
          ry={6}
          transform="rotate(-26 2 24)"
          fill={paint("sil")}
          stroke={paint("bone-line")}
          strokeWidth={1}
        />
      </g>
      <circle r={13} fill={paint("bone")} stroke={paint("bone-line")} strokeWidth={1.2} />
      <circle r={2} fill={paint("bone-line")} />
      {ghost !== null && (
        <path
          d={OUTLINE.pelvis}
          transform={`rotate(${round(ghost.turn)})`}
          fill="none"
          stroke={paint("ghost")}
          strokeWidth={1.3}
          strokeDasharray="4 3.5"
        />
      )}
      {band("flexors")}
      {band("quads")}
      <Knee quads={stateOf("quads")} />
    </>
  );
}

export function PullFigure(props: PullFigureProps) {
  const { labels = "full", names } = props;
  const plain = props.plain === true;
  const params = plain ? NO_FINDINGS : props;
  const k = pullScale(labels, props.k ?? 1);
  const full = labels === "full";
  const words = PULL_WORDS;
  const id = useId();
  const drawn = pullBands(params, plain);
  const { anatomy, bands, stateOf } = drawn;
  const { tilt, usual, lbp } = params;
  const ghostTilt = ghostOf(params);
  const ghost = ghostTilt === null ? null : anatomyAt(ghostTilt);
  const box = pullViewBox(labels, k);
  const nameOf = (muscle: PullMuscle) => names?.[muscle] ?? (plain ? words.plain_names : words.names)[muscle];
  const capY = box[1] + 14;
  const [lowX, lowY] = anatomy.lowBack;
  const title =
    props.title ??
    (plain
      ? fill(words.described, {
          title: words.title,
          parts: fill(words.described_plain, { names: PULL_MUSCLES.map(nameOf).join(", ") }),
        })
      : describePull(params));
  return (
    <svg
      viewBox={box.map(round).join(" ")}
      width={props.w}
      className="block h-auto max-w-full overflow-visible"
      role="img"
      aria-label={title}
    >
      <defs>
        <linearGradient id={`${id}fade`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="white" stopOpacity="0" />
          <stop offset="0.09" stopColor="white" />
          <stop offset="0.9" stopColor="white" />
          <stop offset="1" stopColor="white" stopOpacity="0" />
        </linearGradient>
        <mask id={`${id}mask`} maskUnits="userSpaceOnUse" x="-160" y="-206" width="320" height="474">
          <rect x="-160" y="-206" width="320" height="474" fill={`url(#${id}fade)`} />
        </mask>
      </defs>
      <g transform={k === 1 ? undefined : `scale(${k})`}>
        <g mask={`url(#${id}mask)`}>
          <Body {...drawn} ghost={ghost} />
        </g>
        {ghost !== null && (
          <path
            d={line(ghost.lumbarLine)}
            fill="none"
            stroke={paint("ghost")}
            strokeWidth={1.2}
            strokeDasharray="4 3.5"
          />
        )}
        {tilt !== null && <TiltGauge psis={anatomy.psis} asis={anatomy.asis} tilt={tilt} usual={usual} />}
        {lbp !== null && lbp > 0 && <PainMark at={anatomy.lowBack} radius={9} />}
        {!plain &&
          PULL_MUSCLES.filter((muscle) => isPainful(findingOf(params, muscle))).map((muscle) => (
            <PainMark key={muscle} at={bands[muscle].middle} radius={7} />
          ))}
      </g>
      {labels !== "none" && (
        <>
          {tilt !== null && (
            <TiltValue psis={anatomy.psis} scale={k} tilt={tilt} note={params.tiltNote} usual={usual} full={full} />
          )}
          {tilt === null && !plain && (
            <>
              <Writing at={[full ? 100 : 92 * k, -40 * k]} size={13} color="muted" bold>
                {words.tilt}
              </Writing>
              <Writing at={[full ? 100 : 92 * k, -40 * k + 16]} size={13} color="ink">
                {words.not_recorded}
              </Writing>
            </>
          )}
          {PULL_MUSCLES.map((muscle) => {
            const [x, y] = leaderStart(bands[muscle], anatomy.muscles[muscle]);
            const finding = findingOf(params, muscle);
            return (
              <MuscleLabel
                key={muscle}
                place={labelPlace(muscle, k, full)}
                start={[x * k, y * k]}
                name={nameOf(muscle)}
                state={stateOf(muscle)}
                word={plain ? "" : wordOf(finding)}
                notes={full ? (finding.note ?? []) : []}
              />
            );
          })}
          <Writing at={[full ? 100 : 92 * k, capY]} size={12} color={plain ? "muted" : "front-ink"} bold spaced>
            {names?.front ?? words.front}
          </Writing>
          <Writing at={[full ? -104 : -98 * k, capY]} size={12} color={plain ? "muted" : "back-ink"} bold spaced end>
            {names?.back ?? words.back}
          </Writing>
          {full && lbp !== null && lbp > 0 && (
            <>
              <path
                d={line([
                  [lowX - 11, lowY],
                  [-98, -40],
                ])}
                stroke={paint("bad")}
                strokeWidth={1}
              />
              <Writing at={[-104, -36]} size={13} color="bad" bold end>
                {words.low_back_pain}
              </Writing>
              <Writing at={[-104, -20]} size={13} color="ink" end>
                {fill(words.worst_pain, { score: lbp })}
              </Writing>
            </>
          )}
        </>
      )}
    </svg>
  );
}
