/** The phases of an episode as spans of days, from what each visit concluded. */
import type { PhaseSpan } from "@/components/chart/geometry";
import type { VisitAssessment } from "@/domain/assessment";

/** In fold order. A patient transferred in has a phase before the first visit; it is shown from day zero. */
export function phaseSpans(
  assessments: readonly Pick<VisitAssessment, "day" | "phase_before" | "phase_after">[],
): PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  for (const { day, phase_before, phase_after } of assessments) {
    if (spans.length === 0 && phase_before !== "none")
      spans.push({ from: Math.min(0, day), to: null, phase: phase_before });
    const current = spans.at(-1);
    if (current?.phase === phase_after) continue;
    if (current !== undefined) current.to = day;
    spans.push({ from: day, to: null, phase: phase_after });
  }
  return spans;
}
