/** How far a patient's own goals are reached; never read by a gate (CLINICAL 7, Goals). */

export type Goal = { baseline: number; target: number; current: number | null };

/** Percent, −100…100, before rounding; null while there is no value, or where target and baseline are the same. */
export function attainment({ baseline, target, current }: Goal): number | null {
  if (current === null || target === baseline) return null;
  const pct = (100 * (current - baseline)) / (target - baseline);
  return Math.min(100, Math.max(-100, pct)) + 0;
}

/** A goal whose target is where the patient already stands can't be set. */
export const isGoalAllowed = (baseline: number, target: number): boolean => target !== baseline;

/** The mean of at least two goals that have a value, shown only beside them; null otherwise. */
export function compositeAttainment(goals: readonly Goal[]): number | null {
  const reached = goals.flatMap((goal) => attainment(goal) ?? []);
  if (reached.length < 2) return null;
  return reached.reduce((sum, pct) => sum + pct, 0) / reached.length;
}
