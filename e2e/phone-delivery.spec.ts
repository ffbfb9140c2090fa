/** What a patient logs is delivered exactly once, in every kind of trouble. */
import { expect } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { preTenantTransaction, transaction } from "@/db/client";
import { login } from "@/db/schema/account";
import { episode } from "@/db/schema/patient";
import { addDays } from "@/domain/calendar-day";
import { TODAY } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";
import { choosePain, logSession, patientsPhone, receivedSessions, WITHOUT_WORKER } from "./phone";

const RECEIVED = "Received by your clinic";
const SAVED = "Saved on this phone";

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
    const phone = await patientsPhone(browser, WITHOUT_WORKER);
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
    const phone = await patientsPhone(browser, WITHOUT_WORKER);
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
    await expect(page.getByText(/^No password\? Ask the clinic: “Send again”\./)).toBeVisible();
    await page.getByRole("link", { name: "Sign in again" }).click();
    await expect(page).toHaveURL(/\/sign-in\?next=\/my$/);
    await loginAs(page, patient.membershipId);
    await page.goto("/my");
    await expect.poll(async () => (await receivedSessions(phone)).length).toBe(1);
    await context.close();
  });

  test("a clock three hours slow: corrected, and both clocks are kept", async ({ browser }) => {
    // A worker would go by the machine's clock, which no phone does.
    const phone = await patientsPhone(browser, WITHOUT_WORKER);
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

  test("care that ended the day before: not added, said so, and kept on the phone", async ({ browser }) => {
    const phone = await patientsPhone(browser, WITHOUT_WORKER);
    const { page, context, clinic, patient } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: "I did all of it" }).click();
    await choosePain(page, "Pain during exercise", 1);
    await choosePain(page, "Worst pain in the last 24 hours", 1);
    await transaction(clinic.owner, (tx) =>
      tx
        .update(episode)
        .set({ closedOn: addDays(TODAY, -1) })
        .where(eq(episode.id, patient.episodeId)),
    );
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText("Not received")).toBeVisible();
    await expect(page.getByText(/Your care at this clinic had ended by then/)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your answers are only on this phone");
    await expect(page.getByRole("button", { name: "Change my answers" })).toHaveCount(0);
    await expect(page.getByText("You can change them for 24 hours.")).toHaveCount(0);
    expect(await receivedSessions(phone)).toHaveLength(0);
    await page.goto("/my");
    await expect(
      page.getByText(/Your care at this clinic had ended, so a session done after that was not added/),
    ).toBeVisible();
    await context.close();
  });
});
