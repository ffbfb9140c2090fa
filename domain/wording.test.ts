import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CONTRAINDICATIONS } from "@/domain/vocabulary/contraindications";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { GROC, NPRS, PSFS } from "@/domain/vocabulary/questionnaires";
import { STATEMENT_CAVEAT, STATEMENTS } from "@/domain/vocabulary/statements";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";
import { type Audience, findBannedPhrases } from "@/domain/wording";

const found = (text: string, audience: Audience) => findBannedPhrases(text, audience).map((phrase) => phrase.id);

describe("banned phrases", () => {
  test.each<[string, Audience, string[]]>([
    ["Your weak hamstrings cause your pain.", "patient", ["weak_hamstrings_cause"]],
    ["It PULLS YOUR PELVIS forward", "patient", ["pulls_pelvis"]],
    ["You missed 3 days", "patient", ["you_failed"]],
    ["3 of 5 days were logged.", "patient", []],
    ["Pain of 3 or less opens the next phase", "patient", ["pain_unlocks"]],
    ["Front of thigh, left: 116 of 120 degrees.", "patient", []],
    ["No red flags", "clinician", ["cleared"]],
    ["No red flags", "patient", ["red_flag_word"]],
    ["LBP due to tight quadriceps", "clinician", ["caused_by"]],
    ["tilt changed by 3° (descriptive)", "clinician", []],
    ["non-compliant, and poor posture", "clinician", ["non_compliant", "poor_posture_c"]],
  ])("%j for the %s: %j", (text, audience, ids) => expect(found(text, audience)).toEqual(ids));

  test("each expression compiles", () => {
    for (const phrase of BANNED_PHRASES) expect(() => new RegExp(phrase.pattern, "iu")).not.toThrow();
  });
});

/** Every string of a message file with the path to it. */
function texts(node: unknown, path: string): [path: string, text: string][] {
  if (typeof node === "string") return [[path, node]];
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}

describe("every text that ships", () => {
  const folder = (language: string) => new URL(`../messages/${language}/`, import.meta.url);
  const rooms = (language: string) => readdirSync(folder(language)).filter((file) => file.endsWith(".json"));
  const read = (language: string, file: string) =>
    texts(JSON.parse(readFileSync(new URL(file, folder(language)), "utf8")), `${language}/${file}`);
  // What is translated is what patients see.
  const patientRooms = new Set([...rooms("es"), "portal.json"]);

  test.each(rooms("en"))("messages/en/%s", (file) => {
    const audience = patientRooms.has(file) ? "patient" : "clinician";
    const banned = read("en", file).flatMap(([path, text]) =>
      findBannedPhrases(text, audience).map((phrase) => `${path}: ${phrase.found}`),
    );
    expect(banned).toEqual([]);
  });

  test("what the vocabulary tells a patient", () => {
    const said = [
      ...EXERCISES.flatMap((exercise) => [exercise.name, exercise.cautions ?? "", ...exercise.steps]),
      ...CONTRAINDICATIONS.map((cell) => cell.text ?? ""),
      ...texts({ NPRS, PSFS, GROC }, "questionnaires").map(([, text]) => text),
    ];
    expect(said.flatMap((text) => findBannedPhrases(text, "patient"))).toEqual([]);
  });

  test("what the statements tell a clinician", () => {
    const said = [STATEMENT_CAVEAT, ...STATEMENTS.map((statement) => statement.text)];
    expect(said.flatMap((text) => findBannedPhrases(text, "clinician"))).toEqual([]);
  });
});
