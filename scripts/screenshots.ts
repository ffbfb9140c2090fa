/**
 * Takes the README's pictures from the demo of a running server: `node --import tsx scripts/screenshots.ts [URL]`.
 * The server's store is empty or holds the demo; nothing else is stored by looking.
 */
import { chromium, type Page } from "playwright";

const url = process.argv[2] ?? "http://localhost:3000";
const FOLDER = "docs/screenshots";

const browser = await chromium.launch({
  ...(process.env.E2E_CHROMIUM ? { executablePath: process.env.E2E_CHROMIUM } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const desk = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
await desk.goto(`${url}/setup`);
await desk.getByRole("button", { name: "Explore the demo clinic" }).click();
await desk.waitForURL("**/caseload", { timeout: 120_000 });
await picture(desk, "caseload");
await desk.getByRole("link", { name: "Leonie Adeyemi" }).first().click();
await desk.waitForURL("**/patients/*");
await desk.getByRole("img").first().waitFor();
await picture(desk, "chart");
await desk.getByRole("button", { name: "Switch to the demo patient" }).click();
await desk.waitForURL("**/my");
await desk.setViewportSize({ width: 390, height: 844 });
await picture(desk, "today");
await browser.close();

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
}
