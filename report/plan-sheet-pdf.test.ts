import { readFileSync } from "node:fs";
import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { Dose } from "@/domain/plan/dose";
import { EXERCISE_IDS } from "@/domain/vocabulary/exercise-names";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";
import { SHEETS, type Sheet, type SheetKind } from "@/report/plan-sheet";
import { renderSheetPdf } from "@/report/plan-sheet-pdf";
import { numberWords } from "@/report/plan-sheet-pictures";
import { LIGHT } from "@/report/print-figure";

const DOSE: Dose = {
  sets: 3,
  reps: 10,
  time_s: null,
  hold_s: 5,
  tempo: null,
  effort_pct: null,
  load: null,
  per_week: 5,
  side: "each",
  rest_s: 60,
};

const sheet = (part: Partial<Sheet> = {}): Sheet => ({
  language: "en",
  clinic: { name: "Quay Street", phone: "020 7946 0199", emergencyNumber: "999" },
  patient: "Robin Vane",
  madeOn: "2 March 2026",
  madeAt: new Date("2026-03-02T10:00:00Z"),
  items: EXERCISE_IDS.slice(0, 4).map((id) => ({
    key: id,
    figure: id,
    name: `Exercise ${id}`,
    dose: "3 × 10, hold 5 s",
    perWeek: "5 a week",
    steps: ["Lie down.", "Roll slowly."],
    notes: ["Limit set for you: no kneeling"],
    easier: null,
    numbers: DOSE,
  })),
  light: [
    { range: "0–3", text: "Go on as planned." },
    { range: "4–5", text: "Finish." },
    { range: "Above 5", text: "Stop." },
  ],
  safety: "Stop and get help the same day if you notice: numbness.",
  ...part,
});

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " "));
}

describe("the sheets for a patient", () => {
  it("prints each exercise with dose, steps, limits, the light, the safety text and whom to call", async () => {
    const text = (await pagesOf(await renderSheetPdf(sheet(), "plan", "A4"))).join(" ");
    for (const { name, dose, perWeek, notes } of sheet().items) {
      expect(text).toContain(name);
      expect(text).toContain(`${dose} · ${perWeek}`);
      for (const note of notes) expect(text).toContain(note);
    }
    for (const said of [
      "Go on as planned.",
      "Stop and get help the same day",
      "020 7946 0199",
      "999",
      "1. Lie down.",
    ]) {
      expect(text).toContain(said);
    }
    for (const { pattern, audience } of BANNED_PHRASES) {
      if (audience === "patient") expect(text).not.toMatch(new RegExp(pattern, "i"));
    }
  }, 60_000);

  it("needs no words in pictures: numbers, sides and days a week", async () => {
    const text = (await pagesOf(await renderSheetPdf(sheet(), "pictures", "A4"))).join(" ");
    expect(text).toContain("3 × 10");
    expect(text).toContain("L + R");
    expect(text).toContain("5 / 7");
    expect(text).toContain("> 5");
    for (const words of ["Roll slowly", "hold", "Go on", "numbness"]) expect(text).not.toContain(words);
  }, 60_000);

  it("has a diary page for each week, in the reader's language", async () => {
    const pages = await pagesOf(await renderSheetPdf(sheet({ language: "es" }), "diary", "LETTER"));
    expect(pages).toHaveLength(4);
    pages.forEach((page, index) => {
      expect(page).toContain(`Semana ${index + 1}`);
      for (const day of ["lunes", "domingo"]) expect(page).toContain(day);
    });
  }, 60_000);

  it("prints the clinic's own photo wherever a figure would stand, and the name where there is neither", async () => {
    const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: "teal" } })
      .jpeg()
      .toBuffer();
    const [first, second] = sheet().items;
    const items = [
      { ...first!, key: "own", figure: null, name: "Roller on the stairs" },
      { ...second!, key: "bare", figure: null, name: "Bridge on the sofa" },
    ];
    for (const kind of SHEETS) {
      const pdf = await renderSheetPdf(sheet({ items }), kind, "A4", new Map([["own", photo]]));
      expect(
        Buffer.from(pdf)
          .toString("latin1")
          .match(/DCTDecode/g) ?? [],
        kind,
      ).not.toEqual([]);
      const text = (await pagesOf(pdf)).join(" ");
      expect(text).toContain("Bridge on the sofa");
      expect(text.includes("Roller on the stairs"), kind).toBe(kind !== "pictures");
    }
  }, 60_000);

  it("says in words which easier exercise may stand in, with its dose and steps", async () => {
    const easier = { name: "Roller at the wall", dose: "2 × 30 s", steps: ["Stand.", "Lean in."] };
    const items = [{ ...sheet().items[0]!, easier }];
    const text = async (kind: SheetKind, language: "en" | "es" = "en") =>
      (await pagesOf(await renderSheetPdf(sheet({ items, language }), kind, "A4"))).join(" ");
    expect(await text("plan")).toContain("Easier, if it is too much: Roller at the wall, 2 × 30 s. Stand. Lean in.");
    expect(await text("plan", "es")).toContain("Más fácil, si es demasiado: Roller at the wall");
    expect(await text("pictures")).not.toContain("Roller at the wall");
  }, 60_000);

  it("says beside a figure that it is seen from above, save where there are no words", async () => {
    const items = [{ ...sheet().items[0]!, key: "side", figure: "stretch_quad_side" as const }];
    const text = async (kind: SheetKind, language: "en" | "es") =>
      (await pagesOf(await renderSheetPdf(sheet({ items, language }), kind, "A4"))).join(" ");
    for (const kind of ["plan", "diary"] as const) {
      expect(await text(kind, "en"), kind).toContain("Seen from above");
      expect(await text(kind, "es"), kind).toContain("Visto desde arriba");
    }
    expect(await text("pictures", "en")).not.toContain("Seen from above");
  }, 60_000);

  it("draws every exercise of the library", async () => {
    const items = EXERCISE_IDS.map((id) => ({ ...sheet().items[0]!, key: id, figure: id, name: id }));
    const pages = await pagesOf(await renderSheetPdf(sheet({ items }), "pictures", "A4"));
    expect(pages.length).toBeGreaterThan(5);
  }, 60_000);

  it("paints with the light theme's tokens", () => {
    const css = readFileSync("app/tokens.css", "utf8");
    for (const [token, colour] of Object.entries(LIGHT)) {
      expect(css).toContain(`--${token}: light-dark(${colour.toLowerCase()},`);
    }
  });
});

describe("a dose in numbers", () => {
  it("says sets, repetitions, time and hold", () => {
    expect(numberWords(DOSE)).toBe("3 × 10   ‖ 5 s");
    expect(numberWords({ ...DOSE, reps: 1, hold_s: 30 })).toBe("3 × 30 s");
    expect(numberWords({ ...DOSE, reps: null, hold_s: null, time_s: 300, sets: 1 })).toBe("1 × 5 min");
  });
});
