/** A dose as people read it: "3 × 10, hold 5 s, each side · 5 a week". One wording for plan, phone, report and sheet. */
import type { Dose } from "@/domain/plan/dose";
import en from "./en/dose.json";
import es from "./es/dose.json";
import { fill } from "./fill";
import type { Locale } from "./rooms";

const WORDS: Record<Locale, typeof en> = { en, es };

const timeWords = (seconds: number, words: typeof en): string =>
  seconds >= 120 && seconds % 60 === 0 ? fill(words.minutes, { n: seconds / 60 }) : fill(words.seconds, { n: seconds });

/** What one session of the item asks for. A single set of repetition 1 with a hold is said by its hold. */
export function doseWords(dose: Dose, locale: Locale = "en"): string {
  const words = WORDS[locale];
  const { sets, reps, time_s, hold_s, side, effort_pct, load } = dose;
  const held = hold_s !== null && (reps === null || reps === 1);
  const parts = [workWords(dose, held, words)];
  if (hold_s !== null && !held) parts.push(fill(words.hold, { s: hold_s }));
  if (side !== null) parts.push(words[side]);
  if (effort_pct !== null) parts.push(fill(words.effort, { n: effort_pct }));
  if (load !== null) parts.push(load.kind === "words" ? load.value : fill(words[load.kind], { n: load.value }));
  return sets === 1 && reps === null && time_s === null && !held ? parts.slice(1).join(", ") : parts.join(", ");
}

function workWords({ sets, reps, time_s, hold_s }: Dose, held: boolean, words: typeof en): string {
  if (held) return fill(words.sets_hold, { sets, hold: hold_s ?? 0 });
  if (reps !== null) return fill(words.sets_reps, { sets, reps });
  if (time_s === null) return fill(words.sets, { sets });
  const time = timeWords(time_s, words);
  return sets === 1 ? fill(words.one_time, { time }) : fill(words.sets_time, { sets, time });
}

export function perWeekWords(perWeek: number, locale: Locale = "en"): string {
  const words = WORDS[locale];
  return perWeek === 7 ? words.daily : fill(words.per_week, { n: perWeek });
}
