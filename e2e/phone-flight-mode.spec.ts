/** The plan in flight mode: kept, turned over at midnight, cleared at sign-out, and never older than it may be. */
import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { loginAs } from "./login";
import {
  choosePain,
  expectKept,
  keptPaths,
  logSession,
  patientsPhone,
  receivedSessions,
  WITHOUT_WORKER,
} from "./phone";

const RECEIVED = "Received by your clinic";
const SAVED = "Saved on this phone";

test.describe("flight mode", () => {
  test.use({ allowedComplaints: ["Failed to load resource", "net::ERR"] });

  test("today's plan and the player open after a cold start, and what is logged is sent later", async ({ browser }) => {
    test.setTimeout(45_000);
    const phone = await patientsPhone(browser);
    const { context } = phone;
    await phone.page.goto("/my");
    await expectKept(phone.page);
    await phone.page.close();
    await context.setOffline(true);

    const page = await context.newPage();
    await page.goto("/my");
    await expect(page.getByRole("heading", { name: "Hello, Robin" })).toBeVisible();
    await expect(page.getByRole("list", { name: "Today's exercises" }).locator("svg").first()).toBeVisible();
    await logSession(page);
    await expect(page.getByText(SAVED)).toBeVisible();
    await page.reload();
    await page.goto("/my/progress");
    await expect(page.getByRole("heading", { name: "Your progress" })).toBeVisible();
    // A room that isn't kept says so, and leads back to the plan.
    for (const room of ["/my/record", "/my/questionnaires"]) {
      await page.goto(room);
      await expect(page.getByRole("heading", { name: "This needs the network" })).toBeVisible();
    }
    await page.getByRole("link", { name: "Back to today" }).click();
    await expect(page).toHaveURL(/\/my$/);
    await expect(page.getByText("Saved on this phone. It will be sent when you are online.")).toBeVisible();
    expect(await receivedSessions(phone)).toHaveLength(0);

    await context.setOffline(false);
    await expect.poll(async () => (await receivedSessions(phone)).length).toBe(1);
    await context.close();
  });

  test("signing out leaves nothing of the plan; another person finds nothing of the first", async ({ browser }) => {
    test.setTimeout(45_000);
    const { page, context } = await patientsPhone(browser);
    await page.goto("/my");
    await expectKept(page);
    await page.goto("/my/record");
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page).toHaveURL(/sign-in/);
    expect(await keptPaths(page)).toEqual([]);

    const other = await patientsPhone(browser);
    await loginAs(page, other.patient.membershipId);
    await page.goto("/my");
    await expectKept(page);
    // Signed in over the first without a sign-out between.
    const third = await patientsPhone(browser);
    await loginAs(page, third.patient.membershipId);
    await page.goto("/my/progress");
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const pages = await (await caches.open("my-pages-1")).matchAll();
          return [...new Set(pages.map(({ headers }) => headers.get("X-Kept")))];
        }),
      )
      .toEqual([`open ${third.patient.membershipId}`]);
    for (const { context: one } of [other, third]) await one.close();
    await context.close();
  });

  test("signing out with something unsent asks before; it stays for that person and is sent when they return", async ({
    browser,
  }) => {
    test.setTimeout(45_000);
    const phone = await patientsPhone(browser, WITHOUT_WORKER);
    const { page, context, patient } = phone;
    await context.route("**/api/outbox", (route) => route.abort("connectionfailed"));
    await page.goto("/my");
    await logSession(page);
    await expect(page.getByText(SAVED)).toBeVisible();
    await page.goto("/my/record");
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    const question = page.getByRole("dialog", { name: "Sign out?" });
    await question.getByRole("button", { name: "Send now" }).click();
    await expect(question.getByText("It could not be sent now.")).toBeVisible();
    await question.getByRole("button", { name: "Stay" }).last().click();
    await expect(question).toBeHidden();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await question.getByRole("button", { name: "Sign out anyway" }).click();
    await expect(page).toHaveURL(/sign-in/);
    await context.unroute("**/api/outbox");
    const other = await patientsPhone(browser, WITHOUT_WORKER);
    await loginAs(page, other.patient.membershipId);
    await page.goto("/my");
    await expect(page.getByRole("link", { name: "Start session" })).toBeVisible();
    expect(await receivedSessions(other)).toHaveLength(0);
    await loginAs(page, patient.membershipId);
    await page.goto("/my");
    await expect.poll(async () => (await receivedSessions(phone)).length).toBe(1);
    for (const one of [other.context, context]) await one.close();
  });

  test("the coming days are here in flight mode, and a page of the day before says that it is", async ({ browser }) => {
    test.setTimeout(45_000);
    const { page, context } = await patientsPhone(browser);
    await page.goto("/my");
    await expectKept(page);
    const above = page.locator("header div.text-muted");
    const before = await above.textContent();
    await context.setOffline(true);
    // The worker's own clock can't be set from here: the page is asked for as its midnight would.
    const tomorrow = await page.evaluate(async () => {
      const pages = await caches.open("my-pages-1");
      const address = (await pages.keys()).map(({ url }) => url).find((url) => url.includes("/my?on=")) ?? "";
      const [today, next] = [await pages.match("/my"), await pages.match(address)];
      return { now: today?.headers.get("X-Day"), next: next?.headers.get("X-Day"), text: await next?.text() };
    });
    expect(tomorrow.next).not.toBe(tomorrow.now);
    expect(tomorrow.text).toContain("Hello, Robin");
    await page.clock.install({ time: Date.now() + 26 * 60 * 60_000 });
    await page.goto("/my");
    await expect(page.getByText(/^This page is of .* Go online to see today's exercises\.$/)).toBeVisible();
    await expect(above).toHaveText(before ?? "");
    await context.close();
  });

  test("a new worker takes over in the middle of a session, which goes on and is delivered", async ({ browser }) => {
    test.setTimeout(45_000);
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my");
    await expectKept(page);
    await page.goto("/my/session");
    await page.getByRole("button", { name: "Next exercise" }).click();
    const exercise = await page.getByRole("heading", { level: 1 }).textContent();
    await page.evaluate(async () => {
      const takenOver = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
      );
      await navigator.serviceWorker.register("/my-worker.js?release=2", { scope: "/my" });
      await takenOver;
    });
    await expect(page.getByRole("heading", { level: 1, name: exercise ?? "" })).toBeVisible();
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: exercise ?? "" })).toBeVisible();
    await page.getByRole("button", { name: "I did all of it" }).click();
    await choosePain(page, "Pain during exercise", 1);
    await choosePain(page, "Worst pain in the last 24 hours", 1);
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText(SAVED)).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText(RECEIVED)).toBeVisible();
    expect(await receivedSessions(phone)).toHaveLength(1);
    await context.close();
  });

  test("a plan of four days ago asks to check with the clinic first", async ({ browser }) => {
    const { page, context } = await patientsPhone(browser);
    await page.goto("/my");
    await expectKept(page);
    await context.setOffline(true);
    await page.clock.install({ time: Date.now() + 73 * 60 * 60_000 });
    await page.goto("/my");
    await expect(page.getByText("Check with your clinic before exercising.")).toBeVisible();
    await expect(page.getByRole("link", { name: "Start session" })).toHaveCount(0);
    await page.goto("/my/session");
    await expect(page.getByText("Check with your clinic before exercising.")).toBeVisible();
    await context.close();
  });
});
