/** The fonts of printed reports: found on this machine, embedded, never fetched; and which characters they can draw. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Font } from "@react-pdf/renderer";
import { FONT_FAMILIES } from "@/report/print-style";
import { unpackWoff } from "@/report/woff";

const ATKINSON = "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const FILES = [
  { family: "Atkinson", regular: `${ATKINSON}-latin-400-normal.woff`, bold: `${ATKINSON}-latin-700-normal.woff` },
  {
    family: "AtkinsonExtended",
    regular: `${ATKINSON}-latin-ext-400-normal.woff`,
    bold: `${ATKINSON}-latin-ext-700-normal.woff`,
  },
  {
    family: "DejaVu",
    regular: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
    bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  },
] as const;

/** A bundled server runs from elsewhere than its sources, so packages are looked for above each place it may stand. */
function packageFile(path: string): string {
  const program = process.argv[1];
  const here = dirname(fileURLToPath(import.meta.url));
  for (const start of [here, ...(program === undefined ? [] : [dirname(program)]), process.cwd()]) {
    let folder = start;
    while (folder !== dirname(folder)) {
      const file = join(folder, "node_modules", path);
      if (existsSync(/* turbopackIgnore: true */ file)) return file;
      folder = dirname(folder);
    }
  }
  throw new Error(`font file missing: ${path}`);
}

/** A path for plain fonts; packed ones are unpacked and handed over as data. */
async function fontSource(path: string): Promise<string> {
  const file = packageFile(path);
  if (!file.endsWith(".woff")) return file;
  return `data:font/ttf;base64,${unpackWoff(await readFile(/* turbopackIgnore: true */ file)).toString("base64")}`;
}

let loading: Promise<void> | null = null;

async function load(): Promise<void> {
  for (const { family, regular, bold } of FILES) {
    Font.register({
      family,
      fonts: [
        { src: await fontSource(regular), fontWeight: 400 },
        { src: await fontSource(bold), fontWeight: 700 },
      ],
    });
  }
  // Words of a record are printed whole.
  Font.registerHyphenationCallback((word) => [word]);
  for (const fontFamily of FONT_FAMILIES)
    for (const fontWeight of [400, 700]) await Font.load({ fontFamily, fontWeight });
}

/** Registers and reads the fonts once; a failed attempt is tried again by the next report. */
export function loadFonts(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** After loadFonts: can this character be drawn in both weights? */
export function isCovered(codePoint: number): boolean {
  return [400, 700].every((fontWeight) =>
    FONT_FAMILIES.some(
      (fontFamily) => Font.getFont({ fontFamily, fontWeight })?.data?.hasGlyphForCodePoint(codePoint) === true,
    ),
  );
}
