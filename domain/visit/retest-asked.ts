/** Values of today that would send the patient back a phase: one noisy reading must not, so a repeat is asked for (CLINICAL 5.3, R2; R4 likewise). */
import type { VisitAssessment } from "@/domain/assessment";
import type { LimbSide, VisitRecord } from "@/domain/record";
import { REGRESS } from "@/domain/rules/regress";
import { draftPath } from "@/domain/visit/fields";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { MeasureId } from "@/domain/vocabulary/measures";

const STRENGTH: readonly MeasureId[] = ["ham_force_n", "ham_torque_nm"];
const SHORTENED = /^retest_ely:([LR])$/;

/**
 * @param earlier records of the fold visits before this one, in order
 * @param stands paths whose value the clinician let stand
 * @returns paths of the measures to repeat; a value from two trials or more was repeated already
 */
export function retestAsked(
  assessment: VisitAssessment,
  { measurements }: Pick<VisitEntries, "measurements">,
  earlier: readonly VisitRecord[],
  stands: (path: string) => boolean,
): string[] {
  const sides = assessment.notices.flatMap((notice) => (SHORTENED.exec(notice)?.[1] as LimbSide | undefined) ?? []);
  const hasLostStrength = assessment.regress === REGRESS.strengthLoss;
  return measurements.flatMap(({ measure, side, value, trials }) => {
    const isShort = measure === "ely_angle_deg" && sides.some((each) => each === side);
    const isWeak = hasLostStrength && STRENGTH.includes(measure) && value < lastValue(earlier, measure, side);
    const path = draftPath.measure(measure, side);
    return (isShort || isWeak) && trials.length < 2 && !stands(path) ? [path] : [];
  });
}

/** Nothing measured before can't have fallen. */
function lastValue(earlier: readonly VisitRecord[], measure: MeasureId, side: string): number {
  const all = earlier.flatMap(({ measures }) => measures.filter((each) => each.id === measure && each.side === side));
  return all.at(-1)?.value ?? Number.NEGATIVE_INFINITY;
}
