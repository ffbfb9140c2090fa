/** How names are shown and how they are folded for prefix search and order. */

/** Case, accents and apostrophes folded away: "Łukasz O’Neill" and "lukasz oneill" meet. */
export function nameKey(...parts: string[]): string {
  return parts
    .join(" ")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’.]/g, "")
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .replace(/[đĐ]/g, "d")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

export function fullName(name: { givenName: string; familyName: string }): string {
  return [name.givenName, name.familyName].filter((part) => part !== "").join(" ");
}

/** The record number as people say it, such as CP-0412. */
export function recordNumber(number: number): string {
  return `CP-${String(number).padStart(4, "0")}`;
}
