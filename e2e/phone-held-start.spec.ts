/** Today serves without its script, which comes when it is of use: at a touch, after a while, or at once where it matters. */
import { expect, type Page, type Request } from "@playwright/test";
import { test } from "./fixtures";
import { logSession, patientsPhone, receivedSessions, WITHOUT_WORKER } from "./phone";

const isScript = (request: Request): boolean => /\/_next\/static\/.*\.js$/.test(new URL(request.url()).pathname);

/** Addresses of the scripts that the page has asked for so far. */
function scriptsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (isScript(request)) asked.push(request.url());
  });
  return asked;
}

/** What only a page whose script runs does: it remembers whose it is. */
const remembersWhose = (page: Page) => page.evaluate(() => localStorage.getItem("counterpoise.membership") !== null);

/** The page's clock stands until it is let go: on a slow machine, too, the script doesn't come by itself meanwhile. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
}

test("the plan can be read, opened and begun before any script is fetched", async ({ browser }) => {
  const { page, context } = await patientsPhone(browser, WITHOUT_WORKER);
  const scripts = scriptsOf(page);
  await stopClock(page);
  await page.goto("/my");
  await expect(page.getByRole("heading", { name: /^Hello/ })).toBeVisible();
  const first = page.getByRole("list", { name: "Today's exercises" }).locator("details").first();
  await first.locator("summary").click();
  await expect(first.getByRole("listitem").first()).toBeVisible();
  expect(scripts).toEqual([]);
  await page.clock.resume();
  await page.getByRole("link", { name: "Start session" }).click();
  await expect(page).toHaveURL(/\/my\/session/);
  await expect(page.getByRole("button", { name: "I did all of it" })).toBeVisible();
  await context.close();
});

test("at the first key or touch the script comes, and what needs it works", async ({ browser }) => {
  const { page, context } = await patientsPhone(browser, WITHOUT_WORKER);
  const scripts = scriptsOf(page);
  await stopClock(page);
  await page.goto("/my");
  expect(scripts).toEqual([]);
  await page.clock.resume();
  await page.keyboard.press("Tab");
  await expect.poll(() => remembersWhose(page)).toBe(true);
  expect(scripts.length).toBeGreaterThan(3);
  // One for browsers without modules is none for this one.
  const old = await page.locator("script[nomodule]").evaluateAll((all) => all.map((each) => each.getAttribute("src")));
  expect(old.length).toBeGreaterThan(0);
  expect(scripts.filter((address) => old.includes(new URL(address).pathname))).toEqual([]);
  await context.close();
});

test("left alone it comes by itself, and the plan is kept for flight mode", async ({ browser }) => {
  const { page, context } = await patientsPhone(browser);
  const scripts = scriptsOf(page);
  await stopClock(page);
  await page.goto("/my");
  await page.clock.runFor(4_900);
  expect(scripts).toEqual([]);
  await page.clock.runFor(200);
  await page.clock.resume();
  await expect.poll(() => remembersWhose(page)).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.close();
});

test.describe("a clinic that fails for a while", () => {
  test.use({ allowedComplaints: ["Failed to load resource"] });

  test("with a session on the phone that the clinic lacks it comes at once, and again no sooner than needed", async ({
    browser,
  }) => {
    const phone = await patientsPhone(browser, WITHOUT_WORKER);
    const { page, context } = phone;
    await page.goto("/my");
    await context.route("**/api/outbox", (route) => route.fulfill({ status: 500, json: {} }));
    await logSession(page);
    await expect(page.getByText("Saved on this phone")).toBeVisible();
    const scripts = scriptsOf(page);
    await page.goto("/my");
    expect(scripts.length).toBeGreaterThan(3);
    await expect(page.getByText("It will be sent when you are online.")).toBeVisible();
    await context.unroute("**/api/outbox");
    await expect.poll(() => receivedSessions(phone)).toHaveLength(1);
    await expect(page.getByText("It will be sent when you are online.")).toBeHidden();
    scripts.length = 0;
    await page.goto("/my");
    expect(scripts).toEqual([]);
    await context.close();
  });
});
