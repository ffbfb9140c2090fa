import { expect, test } from "vitest";
import { phraseTrigger } from "./phrase-trigger";
import { expandPhrase, fillPhrase, insertPhrase, type PhraseFacts, typedTrigger, unknownPlaces } from "./phrases";

const facts: PhraseFacts = {
  "first name": "Robin",
  "full name": "Robin Vane",
  age: "46",
  side: "left",
  pain: null,
  "last pain": "0",
  phase: "Release",
  visit: "3",
  date: "12 Nov 2026",
  "last visit": "29 Oct 2026",
  clinician: "Nadia Okafor",
};
const known = () => facts;
/** Facts mean judging the visit: no key but the one that calls a phrase may ask for them. */
const unasked = () => {
  throw new Error("facts were asked for");
};
const lbp = { trigger: "lbp", text: "{First name}, {age}, low back ache worse on the {side}; last pain {last pain}." };

test("a trigger and a space become the phrase with this patient's facts", () => {
  const typed = "Today ;lbp ";
  const text = "Today Robin, 46, low back ache worse on the left; last pain 0. ";
  expect(expandPhrase(typed, typed.length, [lbp], known)).toEqual({ text, cursor: text.length });
});

test("in the middle of a text what follows stays behind it", () => {
  const edited = expandPhrase(";hi there", 4, [{ trigger: "hi", text: "Hello" }], known);
  expect(edited).toEqual({ text: "Hello there", cursor: 6 });
});

test("a fact that isn't known leaves its place open, and the cursor goes there", () => {
  const edited = expandPhrase(";p ", 3, [{ trigger: "p", text: "Pain {pain} now" }], known);
  expect(edited).toEqual({ text: "Pain {pain} now ", cursor: 5 });
  expect(fillPhrase("{pain} {weather}", facts)).toBe("{pain} {weather}");
});

test("nothing happens without a space, without such a phrase, or inside a word", () => {
  expect(expandPhrase(";lbp", 4, [lbp], unasked)).toBeNull();
  expect(expandPhrase(";lbq ", 5, [lbp], unasked)).toBeNull();
  expect(expandPhrase("a;lbp ", 6, [lbp], unasked)).toBeNull();
  expect(expandPhrase("; ", 2, [lbp], unasked)).toBeNull();
});

test("case doesn't matter while typing; a line break calls a phrase too", () => {
  expect(expandPhrase(";LBP\n", 5, [{ trigger: "lbp", text: "Back" }], known)?.text).toBe("Back\n");
});

test("the list opens with the semicolon and narrows with each letter", () => {
  expect(typedTrigger("now ;", 5)).toBe("");
  expect(typedTrigger("now ;L", 6)).toBe("l");
  expect(typedTrigger("now ;l b", 8)).toBeNull();
  expect(insertPhrase("now ;l", 6, { trigger: "lbp", text: "back" }, facts)).toEqual({ text: "now back", cursor: 8 });
});

test("a trigger is one short word; a place nobody knows is named", () => {
  expect(phraseTrigger.safeParse(" LBP ").data).toBe("lbp");
  expect(phraseTrigger.safeParse("low back").success).toBe(false);
  expect(phraseTrigger.safeParse("").success).toBe(false);
  expect(unknownPlaces("{Age} {first name} {hight}")).toEqual(["{hight}"]);
});
