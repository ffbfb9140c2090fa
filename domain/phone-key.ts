/** What counts as a phone number, and how numbers are folded for search: digits from the end, found with or without prefix. */

/** The shortest number that can be dialled. */
const DIGITS_MIN = 3;

/** Digits with what people write between them, and a leading plus. */
export function isPhone(text: string): boolean {
  return /^\+?[\d\s()./-]+$/.test(text) && text.replace(/\D/g, "").length >= DIGITS_MIN;
}

export function phoneKey(phone: string): string {
  return [...digitsOf(phone)].reverse().join("");
}

/** The zero that a national number begins with abroad is written in brackets: +44 (0)20 … */
const digitsOf = (phone: string): string => phone.replace("(0)", "").replace(/\D/g, "").replace(/^0+/, "");

/** Longer than the numbers that people dial at home without their zero. */
const INTERNATIONAL_DIGITS = 11;
const COUNTRY_DIGITS_MAX = 3;

/**
 * The key to search by. Which digits are a country's prefix is nobody's knowledge here, so as many are left off as one may
 * have: the rest still ends the number, written with the prefix or without.
 */
export function phoneSearchKey(typed: string): string {
  const digits = digitsOf(typed);
  const isInternational =
    /^\s*(\+|00)/.test(typed) || (digits.length >= INTERNATIONAL_DIGITS && !/^\s*\(?0/.test(typed));
  const end = isInternational && digits.length > COUNTRY_DIGITS_MAX ? digits.slice(COUNTRY_DIGITS_MAX) : digits;
  return [...end].reverse().join("");
}
