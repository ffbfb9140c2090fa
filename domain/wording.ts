/** Finds the phrases that no text of the product may hold (CLINICAL 12); a clinician's own words are marked, never blocked. */
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";

export type Audience = "patient" | "clinician";
export type BannedPhrase = { id: string; found: string; index: number; why: string; preferred: string };

const COMPILED = BANNED_PHRASES.map((phrase) => ({ ...phrase, expression: new RegExp(phrase.pattern, "giu") }));

/** Every banned phrase in a text, in the order it is read; case is ignored. */
export function findBannedPhrases(text: string, audience: Audience): BannedPhrase[] {
  return COMPILED.filter((phrase) => phrase.audience === audience)
    .flatMap(({ id, why, preferred, expression }) =>
      [...text.matchAll(expression)].map((match) => ({ id, found: match[0], index: match.index, why, preferred })),
    )
    .sort((a, b) => a.index - b.index);
}
