import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";
import { fill } from "./fill";
import { instrumentWords } from "./instrument-words";
import { messagesFor, readLocale } from "./rooms";

type Tree = { [key: string]: string | Tree };

/** What the vocabulary says in English itself. */
const FROM_VOCABULARY: Record<string, Tree> = {
  "exercises.json": Object.fromEntries(
    EXERCISES.map(({ id, name, equipment, steps }) => [
      id,
      { name, equipment, steps: Object.fromEntries(steps.entries()) },
    ]),
  ),
  "instruments.json": instrumentWords("en"),
};

const room = (locale: string, file: string): Tree =>
  (locale === "en" ? FROM_VOCABULARY[file] : undefined) ??
  JSON.parse(readFileSync(new URL(`./${locale}/${file}`, import.meta.url), "utf8"));
const filesOf = (locale: string) =>
  readdirSync(new URL(`./${locale}/`, import.meta.url)).filter((f) => f.endsWith(".json"));

/** Every text by its path, with the places that will be filled. */
function texts(tree: Tree, path = ""): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as [string, string]] : texts(value, `${path}${key}.`),
  );
}
const places = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

describe("Spanish", () => {
  it.each(filesOf("es"))("%s says everything that English says, with the same places", (file) => {
    const english = texts(room("en", file));
    const spanish = new Map(texts(room("es", file)));
    expect([...spanish.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, text] of english) expect(places(spanish.get(path) ?? ""), path).toEqual(places(text));
  });

  it("speaks English where a room has no translation", () => {
    expect(messagesFor("es").nav).toEqual(messagesFor("en").nav);
    expect(messagesFor("es").shell.portal.today).toBe("Hoy");
  });

  it("is chosen by name only; anything else is English", () => {
    expect(readLocale("es")).toBe("es");
    expect(readLocale("ES; drop")).toBe("en");
    expect(readLocale(undefined)).toBe("en");
  });
});

describe("the frame's words", () => {
  it("hold none of the phrases that patients must not read", () => {
    for (const [path, text] of ["shell.json", "portal.json"].flatMap((file) => texts(room("en", file)))) {
      for (const { id, pattern } of BANNED_PHRASES)
        expect(new RegExp(pattern, "i").test(text), `${path}: ${id}`).toBe(false);
    }
  });

  it("say the safety text of CLINICAL word for word", () => {
    const { lead, rest } = messagesFor("en").shell.safety;
    expect(`${lead} ${rest}`).toBe(
      "Stop and get help the same day if you notice: numbness around the genitals or back passage, new trouble passing or holding urine or stool, weakness in a leg that gets worse, fever with back pain, or a hot, swollen calf.",
    );
  });
});

describe("filling a message", () => {
  it("puts values in their places, 0 too", () => {
    expect(fill("{done} of {due} days", { done: 0, due: 5 })).toBe("0 of 5 days");
  });

  it("leaves a place it has no value for, so that the gap is seen", () => {
    expect(fill("Due {from}–{to}", { from: "3 Oct" })).toBe("Due 3 Oct–{to}");
  });

  it("takes a value as it is, whatever it holds", () => {
    expect(fill("Note: {note}", { note: "$& {note}" })).toBe("Note: $& {note}");
  });
});
