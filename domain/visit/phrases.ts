/** Own snippets: what `;trigger` and a space become in a text, with facts of the patient in their places. */
/** Places a phrase may hold, as typed between braces. */
export const PHRASE_FIELDS = [
  "first name",
  "full name",
  "age",
  "side",
  "pain",
  "last pain",
  "phase",
  "visit",
  "date",
  "last visit",
  "clinician",
] as const;
export type PhraseField = (typeof PHRASE_FIELDS)[number];
/** null = not known: its place stays in the text for the writer to fill. */
export type PhraseFacts = Readonly<Record<PhraseField, string | null>>;

export type Phrase = { trigger: string; text: string };

export const PHRASE_TEXT_MAX = 2_000;

const isPhraseField = (name: string): name is PhraseField => (PHRASE_FIELDS as readonly string[]).includes(name);

/** Names between braces that no patient field has: a typing error, said when the phrase is saved. */
export const unknownPlaces = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([place, name = ""]) => (isPhraseField(placeName(name)) ? [] : [place]));

const placeName = (name: string): string => name.trim().toLowerCase();

/** Fills the places whose fact is known; nothing is made up for the others. */
export const fillPhrase = (text: string, facts: PhraseFacts): string =>
  text.replace(/\{([^{}]*)\}/g, (place, name: string) => {
    const field = placeName(name);
    return (isPhraseField(field) ? facts[field] : null) ?? place;
  });

const OPENED = /(?:^|\s|[([“"])(;([\p{L}\p{N}_-]*))$/u;

/** The trigger being typed just before the cursor, without its semicolon; null where none is. */
export function typedTrigger(text: string, cursor: number): string | null {
  return OPENED.exec(text.slice(0, cursor))?.[2]?.toLowerCase() ?? null;
}

export type Edited = { text: string; cursor: number };

/** Puts a phrase where its trigger was being typed. The cursor goes to the first place left open, else behind the phrase. */
export function insertPhrase(text: string, cursor: number, phrase: Phrase, facts: PhraseFacts): Edited {
  const typed = OPENED.exec(text.slice(0, cursor))?.[1] ?? "";
  const before = text.slice(0, cursor - typed.length);
  const filled = fillPhrase(phrase.text, facts);
  const open = /\{[^{}]*\}/.exec(filled)?.index ?? filled.length;
  return { text: before + filled + text.slice(cursor), cursor: before.length + open };
}

/** After a space was typed: the text with the phrase it called; null where it called none, and no fact was asked for. */
export function expandPhrase(
  text: string,
  cursor: number,
  phrases: readonly Phrase[],
  facts: () => PhraseFacts,
): Edited | null {
  if (!/\s/.test(text.charAt(cursor - 1))) return null;
  const trigger = typedTrigger(text, cursor - 1);
  const phrase = phrases.find((each) => each.trigger === trigger);
  if (!trigger || !phrase) return null;
  const space = text.charAt(cursor - 1);
  const { text: next, cursor: at } = insertPhrase(text.slice(0, cursor - 1), cursor - 1, phrase, facts());
  const isFilled = at === next.length;
  return { text: next + space + text.slice(cursor), cursor: isFilled ? at + 1 : at };
}
