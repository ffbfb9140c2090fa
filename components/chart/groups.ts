/** Which charts stand together and in which order: outcomes first, then process, then what is only described. */
import type { ShownSeries } from "@/components/chart/shown-series";
import { SIDES } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";

export type ChartGroupId = "outcomes" | "process" | "descriptive";

/** The lever arm belongs to a force and is no result of its own. */
const ORDER: Record<ChartGroupId, readonly MeasureId[]> = {
  outcomes: [
    "nprs_worst",
    "rmdq_score",
    "psfs_avg",
    "odi_pct",
    "lefs_score",
    "groc",
    "nprs_thigh_worst",
    "nprs_current",
    "nprs_best",
    "nprs_thigh_current",
    "nprs_thigh_best",
    "nprs_exercise",
  ],
  process: [
    "ely_angle_deg",
    "heel_buttock_cm",
    "mtt_knee_deg",
    "mtt_hip_deg",
    "hq_ratio",
    "lsi_ham_pct",
    "slhb_reps",
    "mrc_knee_flexion",
    "ake_deficit_deg",
    "slr_deg",
    "ham_nm_kg",
    "quad_nm_kg",
    "ham_torque_nm",
    "quad_torque_nm",
    "ham_force_n",
    "quad_force_n",
    "cst30_reps",
  ],
  descriptive: ["pelvic_tilt_deg", "lumbar_lordosis_deg", "lumbar_ext_rom_deg"],
};

/** What ratios and symmetry are computed from: there to be checked, folded away until asked for. */
export const RAW_STRENGTH: readonly MeasureId[] = [
  "ham_nm_kg",
  "quad_nm_kg",
  "ham_torque_nm",
  "quad_torque_nm",
  "ham_force_n",
  "quad_force_n",
];

export type ChartGroup<S> = { id: ChartGroupId; charts: { measure: MeasureId; series: S[] }[] };

/** Only measures with a value get a chart; sides stand left before right; empty groups are left out. */
export function groupCharts<S extends ShownSeries>(series: readonly S[]): ChartGroup<S>[] {
  const measured = series.filter(({ points }) => points.some(({ value }) => value !== null));
  const bySide = (a: S, b: S): number => SIDES.indexOf(a.side) - SIDES.indexOf(b.side);
  return (["outcomes", "process", "descriptive"] as const)
    .map((id) => ({
      id,
      charts: ORDER[id]
        .map((measure) => ({ measure, series: measured.filter((one) => one.measure === measure).sort(bySide) }))
        .filter((chart) => chart.series.length > 0),
    }))
    .filter(({ charts }) => charts.length > 0);
}
