/** What a new password must be: long and not among the first that anyone would try. No rules about kinds of characters. */
import { emailKey } from "@/domain/email-key";
import { COMMON_WORDS } from "./common-passwords";

export const PASSWORD_MIN = 12;
/** Longer input isn't hashed: it costs the server time and nobody types it. */
export const PASSWORD_MAX_BYTES = 1024;

export type PasswordFault = "too-short" | "too-long" | "common" | "personal";

/** `person`: email, names, clinic: what someone who knows the person would try. */
export function passwordFault(password: string, person: readonly string[] = []): PasswordFault | null {
  if (Buffer.byteLength(password, "utf8") > PASSWORD_MAX_BYTES) return "too-long";
  const text = password.normalize("NFKC");
  if ([...text].length < PASSWORD_MIN) return "too-short";
  if (isPersonal(text, person)) return "personal";
  return isRepetition(text) || isRun(text) || isCommon(text) ? "common" : null;
}

const LOOK_ALIKE: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** "P4ssw0rd-2026!" is still "password": what is left without case, look-alikes, digits and symbols. */
function isCommon(text: string): boolean {
  const lower = text.toLowerCase();
  const bare = lower.replace(/[^\p{L}]+/gu, "");
  // Digits at the ends are decoration, digits inside a word are look-alikes.
  const core = lower.replace(/^[^\p{L}]+|[\d\W_]+$/gu, "");
  const plain = [...core]
    .map((sign) => LOOK_ALIKE[sign] ?? sign)
    .join("")
    .replace(/[^\p{L}]+/gu, "");
  return [bare, plain].some((word) => isWordOrPair(word));
}

/** One common word, or a word said twice; two different words are a passphrase's beginning and pass. */
function isWordOrPair(text: string): boolean {
  if (text === "") return false;
  const half = text.slice(0, text.length / 2);
  return COMMON_WORDS.has(text) || (half + half === text && COMMON_WORDS.has(half));
}

/** "abcabcabcabc", "111111111111". */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(text.toLowerCase());
}

const RUNS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "qazwsxedcrfvtgbyhnujmikolp",
];

/** A walk along the alphabet, the digits or the keyboard, or two of them joined ("qwertyuiop12"). */
function isRun(text: string): boolean {
  const lower = text.toLowerCase();
  const rows = RUNS.flatMap((row) => [row, [...row].reverse().join("")]);
  let rest = lower;
  for (let pieces = 0; pieces < 3; pieces += 1) {
    let longest = 0;
    for (const row of rows) while (longest < rest.length && row.includes(rest.slice(0, longest + 1))) longest += 1;
    // A single character is part of every row: it makes no walk.
    if (longest < 2) return false;
    rest = rest.slice(longest);
    if (rest === "") return true;
  }
  return false;
}

/** The person's own email or names, with whatever digits and symbols around them. */
function isPersonal(text: string, person: readonly string[]): boolean {
  const bare = lettersOf(text);
  const known = person.flatMap((entry) => {
    const key = emailKey(entry);
    return [key, key.split("@")[0] ?? "", ...key.split(/[\s@.]+/)].map(lettersOf);
  });
  return known.some((word) => word.length >= 4 && (bare === word || bare === word + word));
}

function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, "");
}
