/** The phase decisions of a period: what the rules said, what was decided, by whom and why. */
import { addDays } from "@/domain/calendar-day";
import type { ReportVisit } from "@/report/report-input";
import type { ReportDecision } from "@/report/snapshot";

function kindOf({ visit, assessment }: ReportVisit): ReportDecision["kind"] | null {
  const { phase_before, phase_after, overridden, warnings } = assessment;
  if (warnings.includes("override_rejected")) return "override_rejected";
  if (phase_after === "hold" && phase_before !== "hold") return "hold";
  if (phase_before === "hold" && phase_after !== "hold") return "released_from_hold";
  if (overridden) return visit.override === undefined ? "kept" : "override";
  return phase_before === phase_after ? null : "moved";
}

/** Visits at which nothing was decided about the phase are left out. */
export function decisionsOf(visits: readonly ReportVisit[], dayZero: string): ReportDecision[] {
  return visits.flatMap((decided) => {
    const kind = kindOf(decided);
    if (kind === null) return [];
    const { visit, assessment, signed_by } = decided;
    const own =
      kind === "override" || kind === "override_rejected" ? (visit.override ?? visit.decision) : visit.decision;
    return [
      {
        on: addDays(dayZero, visit.day),
        visit: visit.visit,
        gate: assessment.gate,
        regress: assessment.regress,
        from: assessment.phase_before,
        to: assessment.phase_after,
        kind,
        by: own?.clinician ?? signed_by,
        reason: kind === "moved" || kind === "hold" || kind === "released_from_hold" ? null : (own?.reason ?? null),
        second: visit.override?.second_clinician ?? null,
      },
    ];
  });
}
