/** The style sheet as the server read it at its start, kept for whoever renders documents: they are bundles of their own. */
export type StyleSheet = { href: string; text: string };

const holder = globalThis as { [key: symbol]: StyleSheet | undefined };
const KEY = Symbol.for("counterpoise.style-sheet");

export function keepStyleSheet(sheet: StyleSheet): void {
  holder[KEY] = sheet;
}

/** @throws in a browser, and before the server has read its style sheet */
export function styleSheet(): StyleSheet {
  const sheet = holder[KEY];
  if (sheet === undefined) throw new Error("the style sheet was not read");
  return sheet;
}

/** Holds the address of the sheet that this browser has fetched. */
export const SHEET_COOKIE = "sheet";
