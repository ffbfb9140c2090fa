/** Draws the contact sheet of the exercise figures for docs, with its digests: `node --import tsx scripts/draw-figures.ts`. */
import { writeFileSync } from "node:fs";
import { chromium } from "playwright";
import {
  SHEET,
  SHEET_DIGESTS,
  SHEET_WIDTH,
  sheetDigests,
  sheetMarkup,
  sheetPage,
} from "@/components/figure/testing/contact-sheet";
import { findBrowser } from "./launch/browser.mjs";

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 900 } });
const markup = sheetMarkup();
await page.setContent(sheetPage(markup, "light"));
const picture = await page.screenshot({ path: SHEET, fullPage: true });
await browser.close();
writeFileSync(SHEET_DIGESTS, sheetDigests(markup, picture));
