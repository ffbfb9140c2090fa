/** The patient's phone: a session in three taps, proof of delivery in every kind of trouble, the plan in flight mode. */
import { expect } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { preTenantTransaction } from "@/db/client";
import { login } from "@/db/schema/account";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { choosePain, expectKept, keptPaths, logSession, patientsPhone, receivedSessions } from "./phone";

const RECEIVED = "Received by your clinic";
const SAVED = "Saved on this phone";

test.describe("a session", () => {
  test("takes three taps beside exercising and the two pain answers, and arrives", async ({ browser }, info) => {
    const phone = await patientsPhone(browser);
    const { page } = phone;
    await page.goto("/my");
    const taps = await logSession(page);
    await expect(page.getByText(RECEIVED)).toBeVisible();
    info.annotations.push({ type: "interactions", description: `${taps.length}: ${taps.join(", ")}` });
    process.stdout.write(`Today open to logged session: ${taps.length} interactions (${taps.join(", ")})\n`);
    expect(taps.length).toBeLessThanOrEqual(3);
    expect(await receivedSessions(phone)).toMatchObject([{ during: 2, worst: 3, outcome: "done" }]);
    await phone.context.close();
  });

  test("asks for the walk beside it like for the rest, and for no answer twice", async ({ browser }) => {
    const { page, context } = await patientsPhone(browser);
    await page.goto("/my/session");
    await page.getByRole("button", { name: "I did all of it" }).click();
    const answers = page.getByRole("radio", { name: "Done", exact: true });
    expect(await answers.count()).toBeGreaterThan(1);
    for (const answer of await answers.all()) await expect(answer).toBeChecked();
    await context.close();
  });
});

test.describe("delivery, exactly once", () => {
  test.use({ allowedComplaints: ["Failed to load resource", "net::ERR"] });

  test("offline: saved on the phone, sent when the network is back", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my/session");
    await expect(page.getByRole("button", { name: "I did all of it" })).toBeVisible();
    await context.setOffline(true);
    await page.getByRole("button", { name: "I did all of it" }).click();
    await choosePain(page, "Pain during exercise", 1);
    await choosePain(page, "Worst pain in the last 24 hours", 0);
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText(SAVED)).toBeVisible();
    expect(await receivedSessions(phone)).toHaveLength(0);
    await context.setOffline(false);
    await expect(page.getByText(RECEIVED)).toBeVisible();
    expect(await receivedSessions(phone)).toMatchObject([{ during: 1, worst: 0 }]);
    await context.close();
  });

  test("a failing server: tried again until it is there", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my");
    await context.route("**/api/outbox", (route) => route.fulfill({ status: 500, json: {} }), { times: 1 });
    await logSession(page);
    await expect(page.getByText(SAVED)).toBeVisible();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    expect(await receivedSessions(phone)).toHaveLength(1);
    await context.close();
  });

  test("the answer lost after it was stored: stored once", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my");
    let sent = 0;
    await context.route("**/api/outbox", async (route) => {
      sent += 1;
      if (sent > 1) return route.continue();
      await route.fetch();
      return route.abort("timedout");
    });
    await logSession(page);
    await expect(page.getByText(RECEIVED)).toBeVisible();
    expect(sent).toBe(2);
    expect(await receivedSessions(phone)).toHaveLength(1);
    await context.close();
  });

  test("a double tap", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: "I did all of it" }).click();
    await choosePain(page, "Pain during exercise", 2);
    await choosePain(page, "Worst pain in the last 24 hours", 2);
    await page.getByRole("button", { name: "Finish session" }).dblclick();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    expect(await receivedSessions(phone)).toHaveLength(1);
    await context.close();
  });

  test("two tabs are one session, and the first answers stand", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page: first, context } = phone;
    const second = await context.newPage();
    for (const tab of [first, second]) {
      await tab.goto("/my/session");
      await tab.getByRole("button", { name: "I did all of it" }).click();
      await choosePain(tab, "Worst pain in the last 24 hours", 3);
    }
    await choosePain(first, "Pain during exercise", 1);
    await choosePain(second, "Pain during exercise", 9);
    await first.getByRole("button", { name: "Finish session" }).click();
    await expect(first.getByText(RECEIVED)).toBeVisible();
    await second.getByRole("button", { name: "Finish session" }).click();
    await expect(second.getByText(RECEIVED)).toBeVisible();
    expect(await receivedSessions(phone)).toMatchObject([{ during: 1, worst: 3 }]);
    await context.close();
  });

  test("a login that ended: kept, and sent after signing in again", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context, loginId, patient } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: "I did all of it" }).click();
    await choosePain(page, "Pain during exercise", 4);
    await choosePain(page, "Worst pain in the last 24 hours", 5);
    await preTenantTransaction((tx) => tx.update(login).set({ revokedAt: sql`now()` }).where(eq(login.id, loginId)));
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText("Sign in again and it will be sent.")).toBeVisible();
    expect(await receivedSessions(phone)).toHaveLength(0);
    await loginAs(page, patient.membershipId);
    await page.goto("/my");
    await expect.poll(async () => (await receivedSessions(phone)).length).toBe(1);
    await context.close();
  });

  test("a clock three hours slow: corrected, and both clocks are kept", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    const SLOW_MS = 3 * 60 * 60_000;
    await page.clock.install({ time: Date.now() - SLOW_MS });
    await page.goto("/my");
    await logSession(page);
    await expect(page.getByText(RECEIVED)).toBeVisible();
    const [session] = await receivedSessions(phone);
    expect(Math.abs((session?.clockOffsetMs ?? 0) - SLOW_MS)).toBeLessThan(60_000);
    expect(Math.abs(Date.now() - (session?.performedAt?.getTime() ?? 0))).toBeLessThan(60_000);
    expect(Date.now() - (session?.sentAt?.getTime() ?? 0)).toBeGreaterThan(SLOW_MS - 60_000);
    await context.close();
  });
});

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
    // A room that isn't kept leads back to the plan.
    await page.goto("/my/record");
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

test("Today and the player meet axe's rules, and nothing scrolls sideways at 320 px", async ({ browser }) => {
  test.setTimeout(45_000);
  const { page, context } = await patientsPhone(browser);
  for (const address of ["/my", "/my/session", "/my/progress"]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
  await context.close();
});
