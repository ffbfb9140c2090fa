/** The words of a session at home: what was done of each item, why it stopped, how hard it was, what its pain means. */

export const OUTCOMES = ["done", "partly", "skipped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What ends a session at once and reaches the clinic (CLINICAL 6, traffic light). */
export const STOP_REASONS = ["pain", "tingling", "giving_way"] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Stored as 1–4 in this order; never asked as a number. */
export const EFFORTS = ["easy", "about_right", "hard", "too_hard"] as const;
export type Effort = (typeof EFFORTS)[number];

export const effortNumber = (effort: Effort): number => EFFORTS.indexOf(effort) + 1;
export const effortOf = (stored: number): Effort | null => EFFORTS[stored - 1] ?? null;

export type TrafficLight = "go_on" | "finish" | "stop";
/** The rule set's nprs_exercise_progress and nprs_exercise_stop. */
export type PainLimits = { progress: number; stop: number };

/** 0–3 go on, 4–5 finish and do less next time if not settled by morning, above 5 stop. */
export function trafficLight(pain: number, { progress, stop }: PainLimits): TrafficLight {
  if (pain <= progress) return "go_on";
  return pain <= stop ? "finish" : "stop";
}

/** The session as a whole: done or skipped when every item was; otherwise partly. */
export function sessionOutcome(items: readonly Outcome[]): Outcome {
  const [first] = items;
  return first !== undefined && items.every((outcome) => outcome === first) ? first : "partly";
}
