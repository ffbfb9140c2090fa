import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { ExerciseFigure } from "./exercise-figure";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

/** The system's browser on PATH; without one the sheet can't be rendered. */
function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => BROWSERS.map((name) => join(folder, name))).find((path) => existsSync(path));
}

const WIDTH = 1480;
const CELL = { display: "flex", flexDirection: "column", gap: 6, padding: 10, background: "var(--surface)" } as const;

/** Each item three times: pair, overlay and the 64 px thumbnail that a card shows. */
function Sheet() {
  return (
    <div style={{ display: "grid", gridTemplateColumns: "repeat(4, 1fr)", gap: 10, padding: 10 }}>
      {EXERCISES.map(({ id, name }) => (
        <div key={id} data-figure={id} style={CELL}>
          <ExerciseFigure id={id} mode="pair" height={108} decorative />
          <div style={{ display: "flex", gap: 12, alignItems: "end" }}>
            <ExerciseFigure id={id} mode="overlay" height={72} decorative />
            <ExerciseFigure id={id} height={64} decorative />
          </div>
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
}

test.skipIf(systemBrowser() === undefined)(
  "the 44 figures are drawn on one sheet, light and dark",
  async () => {
    mkdirSync("artefacts", { recursive: true });
    const tokens = readFileSync("app/tokens.css", "utf8");
    const sheet = renderToStaticMarkup(<Sheet />);
    const browser = await chromium.launch({ executablePath: systemBrowser(), args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
      const sizes: number[] = [];
      for (const theme of ["light", "dark"]) {
        await page.setContent(
          `<html data-theme="${theme}"><style>${tokens} body{margin:0;background:var(--paper);color:var(--ink);font:13px sans-serif} svg{display:block;max-width:100%}</style>${sheet}</html>`,
        );
        const path = `artefacts/exercise-figures-${theme}.png`;
        await page.screenshot({ path, fullPage: true });
        sizes.push(statSync(path).size);
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
      expect(Math.min(...sizes)).toBeGreaterThan(100_000);
      expect(sizes[0]).not.toBe(sizes[1]);
    } finally {
      await browser.close();
    }
  },
  60_000,
);
