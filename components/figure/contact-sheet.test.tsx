import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { expect, test } from "vitest";
import { SHEET, SHEET_DIGESTS, SHEET_WIDTH, sheetDigests, sheetMarkup, sheetPage } from "./testing/contact-sheet";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The browser that is named, on PATH, or was downloaded for the journeys. */
function findBrowser(): string | undefined {
  const { E2E_CHROMIUM = "", PATH = "" } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => BROWSERS.map((name) => join(folder, name)));
  return [E2E_CHROMIUM, ...onPath, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

const browserPath = findBrowser();
const markup = sheetMarkup();

test("the sheet in docs shows today's drawings", () => {
  expect(readFileSync(SHEET_DIGESTS, "utf8"), "draw it anew: node --import tsx scripts/draw-figures.ts").toBe(
    sheetDigests(markup, readFileSync(SHEET)),
  );
});

test("a figure drawn differently makes the sheet stale, and so does another picture", () => {
  const picture = readFileSync(SHEET);
  const digests = sheetDigests(markup, picture);
  expect(sheetDigests(markup.replace(/rx="2"/, 'rx="3"'), picture)).not.toBe(digests);
  expect(sheetDigests(markup, picture.subarray(1))).not.toBe(digests);
});

// Where everything must be checked, a missing browser is a failure.
test.skipIf(browserPath === undefined && process.env.CI === undefined)(
  "the 44 figures are drawn on one sheet, light and dark, and none is cut at its edge",
  async () => {
    expect(browserPath, "a browser on PATH or in E2E_CHROMIUM").toBeDefined();
    mkdirSync("artefacts", { recursive: true });
    const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 900 } });
      const pictures: Uint8Array[] = [];
      for (const theme of ["light", "dark"] as const) {
        await page.setContent(sheetPage(markup, theme));
        pictures.push(await page.screenshot({ path: `artefacts/exercise-figures-${theme}.png`, fullPage: true }));
        const cut = await page.$$eval("svg", (drawings) =>
          drawings
            .filter((drawing) => {
              const frame = drawing.getBoundingClientRect();
              return [...drawing.querySelectorAll("path,circle,rect")].some((shape) => {
                const box = shape.getBoundingClientRect();
                return (
                  box.left < frame.left - 1 ||
                  box.right > frame.right + 1 ||
                  box.top < frame.top - 1 ||
                  box.bottom > frame.bottom + 1
                );
              });
            })
            .map((drawing) => drawing.closest("[data-figure]")?.getAttribute("data-figure")),
        );
        expect(cut, "figures that are cut at their edge").toEqual([]);
      }
      expect(Math.min(...pictures.map(({ length }) => length))).toBeGreaterThan(100_000);
      expect(pictures[0]).not.toEqual(pictures[1]);
    } finally {
      await browser.close();
    }
  },
  180_000,
);
