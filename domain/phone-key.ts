/** How phone numbers are folded for search: digits from the end, so that a number is found with or without its prefix. */
export function phoneKey(phone: string): string {
  return [...phone.replace(/\D/g, "").replace(/^0+/, "")].reverse().join("");
}
