/** The fixed value axis and the hue of each measure, so that cards of one measure compare between visits and patients. */
import type { MeasureId } from "@/domain/vocabulary/measures";

/** Front of the thigh and hip, back of the thigh, or neither. */
export type ChartHue = "ink" | "front" | "back";

export type ValueAxis = { min: number; max: number; ticks: number[] };

type AxisEntry = { min: number; max: number; first: number; step: number; hue: ChartHue };

const axis = (min: number, max: number, first: number, step: number, hue: ChartHue): AxisEntry => ({
  min,
  max,
  first,
  step,
  hue,
});

const AXES: Record<MeasureId, AxisEntry> = {
  nprs_current: axis(0, 10, 0, 5, "ink"),
  nprs_best: axis(0, 10, 0, 5, "ink"),
  nprs_worst: axis(0, 10, 0, 5, "ink"),
  nprs_thigh_current: axis(0, 10, 0, 5, "ink"),
  nprs_thigh_best: axis(0, 10, 0, 5, "ink"),
  nprs_thigh_worst: axis(0, 10, 0, 5, "ink"),
  nprs_exercise: axis(0, 10, 0, 5, "ink"),
  rmdq_score: axis(0, 24, 0, 12, "ink"),
  psfs_avg: axis(0, 10, 0, 5, "ink"),
  odi_pct: axis(0, 100, 0, 50, "ink"),
  lefs_score: axis(0, 80, 0, 40, "ink"),
  groc: axis(-7, 7, -7, 7, "ink"),
  cst30_reps: axis(0, 30, 0, 15, "ink"),
  ely_angle_deg: axis(95, 140, 100, 20, "front"),
  heel_buttock_cm: axis(0, 30, 0, 15, "front"),
  mtt_hip_deg: axis(-15, 15, -10, 10, "front"),
  mtt_knee_deg: axis(45, 90, 50, 20, "front"),
  quad_force_n: axis(0, 600, 0, 300, "front"),
  quad_torque_nm: axis(0, 250, 0, 125, "front"),
  quad_nm_kg: axis(0, 4, 0, 2, "front"),
  ham_force_n: axis(0, 300, 0, 150, "back"),
  ham_torque_nm: axis(0, 120, 0, 60, "back"),
  ham_nm_kg: axis(0, 2, 0, 1, "back"),
  hq_ratio: axis(0.25, 0.55, 0.3, 0.1, "back"),
  lsi_ham_pct: axis(60, 120, 60, 20, "back"),
  mrc_knee_flexion: axis(0, 5, 0, 5, "back"),
  slhb_reps: axis(0, 40, 0, 20, "back"),
  ake_deficit_deg: axis(0, 60, 0, 30, "back"),
  slr_deg: axis(30, 110, 40, 30, "back"),
  lever_m: axis(0.2, 0.5, 0.2, 0.1, "ink"),
  pelvic_tilt_deg: axis(-5, 25, 0, 10, "ink"),
  lumbar_lordosis_deg: axis(0, 70, 0, 35, "ink"),
  lumbar_ext_rom_deg: axis(0, 40, 0, 20, "ink"),
};

/** Steps like 0.1 add up inexactly; no measure has more than two decimals. */
const exact = (value: number): number => Math.round(value * 1000) / 1000;

/** The measure's axis; a value outside widens it by whole steps, because a value may never be cut off. */
export function valueAxis(measure: MeasureId, shown: readonly number[]): ValueAxis {
  const { min, max, first, step } = AXES[measure];
  const below = Math.max(0, Math.ceil((min - Math.min(min, ...shown)) / step - 1e-9));
  const above = Math.max(0, Math.ceil((Math.max(max, ...shown) - max) / step - 1e-9));
  const top = exact(max + above * step);
  // At most five labels fit beside a card's plot.
  const every = step * Math.max(1, Math.ceil((Math.floor((top - first) / step) + below + 1) / 5));
  const ticks: number[] = [];
  for (let at = exact(first - below * step); at <= top + 1e-9; at = exact(at + every)) ticks.push(at);
  return { min: exact(min - below * step), max: top, ticks };
}

export const measureHue = (measure: MeasureId): ChartHue => AXES[measure].hue;

export type TimeAxis = { from: number; to: number; ticks: { day: number; week: number }[] };

const WEEK = 7;
const WEEK_STEPS = [2, 4, 8, 13, 26, 52, 104, 208] as const;

/** Weeks since the episode's day zero: ticks every 2 (up to 8 weeks), every 4, then wider; at most eight. */
export function timeAxis(firstDay: number, lastDay: number): TimeAxis {
  const from = Math.min(0, Math.floor(firstDay / WEEK));
  const until = lastDay / WEEK;
  const step = WEEK_STEPS.find((weeks) => until <= (weeks === 2 ? 8 : weeks * 7)) ?? 416;
  const to = Math.max(step * 2, step * (Math.floor(until / step) + 1));
  const ticks: TimeAxis["ticks"] = [];
  for (let week = 0; week <= to; week += step) ticks.push({ week, day: week * WEEK });
  return { from: from * WEEK, to: to * WEEK, ticks };
}
