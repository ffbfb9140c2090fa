/** The words of the instruments in the reader's language: English from the vocabulary, verbatim; Spanish where it may be our own. */
import { GROC, NPRS, PSFS } from "@/domain/vocabulary/questionnaires";
import spanish from "./es/instruments.json";
import type { Locale } from "./rooms";

export type InstrumentWords = typeof spanish;

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const english: InstrumentWords = {
  nprs: {
    lead: NPRS.lead,
    questions: NPRS.questions,
    back: "In your back, or overall",
    areas: { L: sentence(NPRS.areas.L), R: sentence(NPRS.areas.R) },
  },
  psfs: { first: PSFS.first, followUp: PSFS.follow_up },
  groc: { question: GROC.question, worst: GROC.anchors["-7"], same: GROC.anchors["0"], best: GROC.anchors["7"] },
};

/** For server components: the browser gets one language only. */
export const instrumentWords = (locale: Locale): InstrumentWords => (locale === "es" ? spanish : english);
