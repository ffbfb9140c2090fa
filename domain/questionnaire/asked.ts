/** What is asked of a patient, and in which order: apart from the shapes of the answers, which a form goes without. */
import type { InstrumentId } from "@/domain/vocabulary/questionnaires";

export const PAIN_PARTS = ["current", "best", "worst"] as const;
export type PainPart = (typeof PAIN_PARTS)[number];

/** In the order they are asked: pain first, the change overall last. */
export const ASKING_ORDER: readonly InstrumentId[] = ["nprs", "psfs", "rmdq", "groc"];
