import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import en from "@/messages/en/sheet.json";
import es from "@/messages/es/sheet.json";
import { renderSheetPdf, type Sheet } from "@/report/sheet";

const sheet: Sheet = {
  language: "en",
  name: "Robin Vane",
  on: "6 Oct 2026",
  clinic: { name: "Quay", phone: "020 7946 0199", hours: "Mon–Fri 8–18", emergency: "999" },
  goals: ["Lifting the flour sacks"],
  pain: { from: 6, to: 0 },
  own: null,
  daily: { from: 11, to: 0 },
  exercises: [
    { name: "Nordic hamstring exercise", dose: "2 × 5", perWeek: 2, steps: ["Kneel."], figure: "nordic" },
    { name: "Roller on the stairs", dose: "2 × 60 s", perWeek: 5, steps: ["Roll."], figure: null },
  ],
  isHeld: false,
  limits: { progress: 3, stop: 5, flareMin: 3, flareMax: 7 },
};

async function textOf(shown: Sheet, photos?: Map<number, Uint8Array>): Promise<string> {
  const document = await getDocumentProxy(await renderSheetPdf(shown, photos));
  return (await extractText(document, { mergePages: true })).text.replace(/\s+/g, " ");
}

describe("the self-management sheet", () => {
  test("says who, where they are now, what to keep, and what to do when", async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: "teal" } })
      .jpeg()
      .toBuffer();
    const text = await textOf(sheet, new Map([[1, photo]]));
    for (const part of [
      "Robin Vane",
      "Quay · 020 7946 0199",
      "Mon–Fri 8–18",
      "Lifting the flour sacks",
      "Worst pain in a day: 6 of 10 at the start, 0 now.",
      "11 of 24 at the start, 0 now.",
      "Nordic hamstring exercise",
      "2 × 5 · 2 times a week",
      "4–5: finish",
      "Half the dose for 3 to 7 days",
      en.back_thigh,
      "numbness around the genitals",
      "Emergency 999",
      en.strong,
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(en.none);
  });

  test("speaks the patient's language", async () => {
    const text = await textOf({ ...sheet, language: "es" });
    expect(text).toContain(es.title);
    expect(text).toContain("Emergencias 999");
  });

  test("gives no exercise and no flare's dose while care ended on a hold", async () => {
    const text = await textOf({ ...sheet, isHeld: true, exercises: [] });
    expect(text).toContain(en.none);
    expect(text).not.toContain(en.flare);
    expect(text).toContain("numbness around the genitals");
  });

  test("draws every exercise of the library", async () => {
    const all = EXERCISES.map(({ id, name }) => ({ name, dose: "", perWeek: 1, steps: [], figure: id }));
    const bytes = await renderSheetPdf({ ...sheet, exercises: all });
    const none = await renderSheetPdf({ ...sheet, exercises: all.map((item) => ({ ...item, figure: null })) });
    expect(bytes.length).toBeGreaterThan(none.length + 10_000);
  }, 30_000);
});
