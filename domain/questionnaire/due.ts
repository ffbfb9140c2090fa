/** Which questionnaires a patient is asked before the next visit, and from when. */
import { addDays, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { type InstrumentId, instrumentsIn } from "@/domain/vocabulary/questionnaires";
import { ASKING_ORDER } from "./asked";

/** Pain of "the last 24 hours" belongs near the visit it is read at. */
export const OPENS_BEFORE_DAYS = 3;
/** Function is asked again after a fortnight, the default time between reviews while exercising (CLINICAL 11.4). */
export const ASKED_AGAIN_DAYS = 14;

export type Asking = {
  today: CalendarDay;
  /** "open" or not set: asked at any time. */
  nextReview: CalendarDay | "open" | null;
  /** The first and the last signed visit of the episode; null before the first. */
  firstVisitOn: CalendarDay | null;
  lastVisitOn: CalendarDay | null;
  /** When each was last answered, at a visit or beforehand. */
  answeredOn: Partial<Record<InstrumentId, CalendarDay>>;
  /** Sent and not yet taken into a visit: not asked twice. */
  waiting: readonly InstrumentId[];
  language: string;
};

export type Due = {
  /** null: open now. */
  opensOn: CalendarDay | null;
  instruments: InstrumentId[];
  /** Left out because there is no published translation. */
  untranslated: InstrumentId[];
};

export function dueQuestionnaires(asking: Asking): Due {
  const { today, nextReview, language } = asking;
  const visitOn = nextReview === null || nextReview === "open" || nextReview < today ? today : nextReview;
  const wanted = ASKING_ORDER.filter(
    (instrument) => !asking.waiting.includes(instrument) && isDue(instrument, visitOn),
  );
  const spoken = instrumentsIn(language);
  const opensOn = addDays(visitOn, -OPENS_BEFORE_DAYS);
  return {
    opensOn: opensOn > today ? opensOn : null,
    instruments: wanted.filter((instrument) => spoken.includes(instrument)),
    untranslated: wanted.filter((instrument) => !spoken.includes(instrument)),
  };

  function isDue(instrument: InstrumentId, on: CalendarDay): boolean {
    const last = asking.answeredOn[instrument];
    const isOld = last === undefined || daysBetween(last, on) >= ASKED_AGAIN_DAYS;
    if (instrument === "nprs") return true;
    // "Compared with the first visit": there is nothing to compare with before a while has passed.
    if (instrument === "groc") {
      const first = asking.firstVisitOn;
      return first !== null && daysBetween(first, on) >= ASKED_AGAIN_DAYS && isOld;
    }
    return isOld;
  }
}
