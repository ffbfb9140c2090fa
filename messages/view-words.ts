/** From where a figure is seen, for print beside it: a body drawn from above looks like one that leaps. */
import en from "./en/seen-from.json";
import es from "./es/seen-from.json";
import type { Locale } from "./rooms";

const WORDS = { en, es };

/** null: from the side, as most are. */
export function viewWords(view: keyof typeof en | null, locale: Locale): string | null {
  return view === null ? null : WORDS[locale][view];
}
