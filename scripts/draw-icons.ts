/** Draws the installed app's icons from the brand mark (app/icon.svg): `node --import tsx scripts/draw-icons.ts`. */
import { readFileSync } from "node:fs";
import { chromium } from "playwright";

const PAPER = "#faf8f4";
/** `share` of the icon that the mark takes; a maskable one may lose all outside the middle 80 %. */
const ICONS = [
  { name: "mark-48", size: 48, share: 0.84 },
  { name: "mark-180", size: 180, share: 0.72 },
  { name: "mark-192", size: 192, share: 0.72 },
  { name: "mark-512", size: 512, share: 0.72 },
  { name: "mark-maskable-512", size: 512, share: 0.52 },
] as const;

const mark = readFileSync("app/icon.svg", "utf8");
const browser = await chromium.launch({
  ...(process.env.E2E_CHROMIUM ? { executablePath: process.env.E2E_CHROMIUM } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const { name, size, share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: "light" });
  const wide = mark.replace("<svg ", `<svg width="${size * share}" height="${size * share}" `);
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${PAPER}">${wide}</body>`,
  );
  await page.screenshot({ path: `public/icons/${name}.png` });
  await page.close();
}
await browser.close();
