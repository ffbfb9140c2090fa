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
  // What the first paint waits for is there, behind all that is shown.
  const end = await page.locator("link[rel=expect]").getAttribute("href");
  const shown = await page.locator("main, footer").evaluateAll((parts, to) => {
    const mark = document.querySelector(to ?? "none");
    return parts.map(
      (part) => mark !== null && part.compareDocumentPosition(mark) === Node.DOCUMENT_POSITION_FOLLOWING,
    );
  }, end);
  expect(shown).toEqual([true, true]);
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
  // With it the rest of the style sheet, for what it shows from now on.
  const rules = () =>
    page.evaluate(() => document.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.sheet?.cssRules.length);
  await expect.poll(rules).toBeGreaterThan(1);
  // One for browsers without modules is none for this one.
  const old = await page.locator("script[nomodule]").evaluateAll((all) => all.map((each) => each.getAttribute("src")));
  expect(old.length).toBeGreaterThan(0);
  expect(scripts.filter((address) => old.includes(new URL(address).pathname))).toEqual([]);
  await context.close();
});

/** Of each element and of what stands before and after it, whatever of its look the style sheet can set. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const names = [...getComputedStyle(document.body)];
    return [...document.querySelectorAll("body, body *:not(script)")].flatMap((element) =>
      [undefined, "::before", "::after"]
        .map((pseudo) => ({ pseudo, style: getComputedStyle(element, pseudo) }))
        .filter(({ pseudo, style }) => pseudo === undefined || style.content !== "none")
        .map(({ pseudo = "", style }) => {
          return `${element.tagName}${pseudo} ${names.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ")}`;
        }),
    );
  });

test("the document brings the part of the style sheet that it needs, and nothing changes when the rest comes", async ({
  browser,
}) => {
  const { page, context } = await patientsPhone(browser, WITHOUT_WORKER);
  await stopClock(page);
  await page.goto("/my");
  const sheet = page.locator("style[data-whole]");
  const [part, address] = [await sheet.textContent(), await sheet.getAttribute("data-whole")];
  const whole = await (await page.request.get(address ?? "")).text();
  expect(part?.length).toBeGreaterThan(10_000);
  expect(part?.length).toBeLessThan(whole.length / 2);
  const before = await looks(page);
  expect(before[0]).toContain("background-color: ");
  await sheet.evaluate(
    (style, href) =>
      new Promise((resolve) => {
        const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve });
        style.after(link);
      }),
    address ?? "",
  );
  expect(await looks(page)).toEqual(before);
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
