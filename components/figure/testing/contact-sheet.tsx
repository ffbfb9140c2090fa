/** All 44 figures on one sheet, each with its name: as markup, as a page for a browser, and what ties the sheet in docs to today's poses. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { viewWords } from "@/messages/view-words";
import { ExerciseFigure, viewOf } from "../exercise-figure";

export const SHEET = "docs/exercise-figures.png";
/** Beside it: digests of the drawings that it shows and of the picture itself. */
export const SHEET_DIGESTS = "docs/exercise-figures.sha256";

export const SHEET_WIDTH = 1480;

const CELL = { display: "flex", flexDirection: "column", gap: 6, padding: 10, background: "var(--surface)" } as const;

/** Each item three times: pair, overlay as the phone's player lays it, and the 64 px thumbnail that a card shows. */
function Sheet() {
  return (
    <div style={{ display: "grid", gridTemplateColumns: "repeat(4, 1fr)", gap: 10, padding: 10 }}>
      {EXERCISES.map(({ id, name }) => (
        <div key={id} data-figure={id} style={CELL}>
          <ExerciseFigure id={id} mode="pair" height={108} decorative />
          <div style={{ display: "flex", gap: 12, alignItems: "end" }}>
            <ExerciseFigure id={id} mode="overlay" height={88} decorative />
            <div style={{ flex: "none" }}>
              <ExerciseFigure id={id} height={64} decorative />
            </div>
          </div>
          <span>{[name, viewWords(viewOf(id), "en")].filter((part) => part !== null).join(" · ")}</span>
        </div>
      ))}
    </div>
  );
}

export const sheetMarkup = (): string => renderToStaticMarkup(<Sheet />);

export function sheetPage(markup: string, theme: "light" | "dark"): string {
  const tokens = readFileSync("app/tokens.css", "utf8");
  return `<html data-theme="${theme}"><style>${tokens} body{margin:0;background:var(--paper);color:var(--ink);font:13px sans-serif} svg{display:block;max-width:100%}</style>${markup}</html>`;
}

const sha256 = (of: string | Uint8Array) => createHash("sha256").update(of).digest("hex");

export const sheetDigests = (markup: string, picture: Uint8Array): string =>
  `${sha256(markup)}  drawings\n${sha256(picture)}  picture\n`;
