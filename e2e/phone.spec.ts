/** The patient's phone: a session in three taps, proof of delivery in every kind of trouble, the plan in flight mode. */
import { expect } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { preTenantTransaction, transaction } from "@/db/client";
import { login } from "@/db/schema/account";
import { homeSessionItem } from "@/db/schema/home-session";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import {
  choosePain,
  expectKept,
  keptPaths,
  logSession,
  PHONE,
  patientsPhone,
  receivedSessions,
  setHold,
  WITHOUT_WORKER,
} from "./phone";

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

test.describe("the player", () => {
  test("counts down to get ready, holds, changes sides and waits through a call", async ({ browser }) => {
    const { page, context } = await patientsPhone(browser);
    await page.clock.install();
    await page.goto("/my/session");
    const start = page.getByRole("button", { name: "Start", exact: true });
    await expect(start).toBeVisible();
    // To the stretch, which is held on both sides.
    await page.getByRole("button", { name: "Next exercise" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Side-lying quadriceps stretch" })).toBeVisible();
    const timer = page.getByRole("timer");
    await page.clock.pauseAt(Date.now() + 10_000);
    await start.click();
    await expect(timer).toContainText("5");
    await expect(timer).toContainText("Get ready");
    await page.clock.runFor(5_400);
    await expect(timer).toContainText("Hold");
    await expect(timer).toContainText("30");
    await expect(page.getByText("Set 1 of 3. Hold, Left side")).toBeAttached();
    await page.clock.runFor(10_000);
    await expect(timer).toContainText("20");
    // A call: the timer waits, also through a reload, and goes on where it stood.
    await page.getByRole("button", { name: "Pause" }).click();
    await page.clock.runFor(60_000);
    await expect(timer).toContainText("20");
    await page.reload();
    await page.clock.runFor(2_000);
    await expect(page.getByText("Your session is still here. Go on where you were.")).toBeVisible();
    await expect(timer).toContainText("20");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.clock.runFor(20_400);
    await expect(timer).toContainText("Get ready");
    await page.clock.runFor(5_400);
    await expect(page.getByText("Set 1 of 3. Hold, Right side")).toBeAttached();
    await context.close();
  });

  test("swaps to the easier exercise, and the clinic reads which was done", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context, clinic, patient } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: /^Do an easier one: / }).click();
    await expect(page.getByText("In place of Foam roll front of thigh")).toBeVisible();
    await page.getByRole("button", { name: "I did all of it" }).click();
    await choosePain(page, "Pain during exercise", 0);
    await choosePain(page, "Worst pain in the last 24 hours", 0);
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    const items = await transaction(clinic.owner, (tx) =>
      tx
        .select({ exercise: homeSessionItem.exercise, swappedFrom: homeSessionItem.swappedFrom })
        .from(homeSessionItem)
        .where(eq(homeSessionItem.patientId, patient.patientId)),
    );
    expect(items).toContainEqual({ exercise: "stick_quad", swappedFrom: "foam_quad" });
    await context.close();
  });

  test("red stops: advice at once, and the clinic hears why before any question is answered", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: /^Stop: above 5/ }).click();
    await page.getByRole("button", { name: "Tingling or numbness" }).click();
    await expect(page.getByRole("heading", { name: "It was right to stop." })).toBeVisible();
    await expect
      .poll(() => receivedSessions(phone))
      .toMatchObject([{ stopReason: "tingling", during: null, worst: null }]);
    await context.close();
  });

  test("what was managed is filled in next time; answers can be changed afterwards", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: "I did all of it" }).click();
    await page.getByText("What you managed").first().click();
    await page
      .getByRole("button", { name: /^Fewer: Seconds, / })
      .first()
      .click();
    await choosePain(page, "Pain during exercise", 1);
    await choosePain(page, "Worst pain in the last 24 hours", 1);
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    await page.getByRole("button", { name: "Change my answers" }).click();
    await choosePain(page, "Pain during exercise", 4);
    await page.getByRole("button", { name: "Save my answers" }).click();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    await expect.poll(() => receivedSessions(phone)).toMatchObject([{ during: 4, worst: 1 }]);
    await page.goto("/my/session");
    await expect(page.getByText(/^Last time: 2 × 55 s/)).toBeVisible();
    await context.close();
  });
});

test.describe("a hold", () => {
  test.use({ allowedComplaints: ["Failed to load resource", "net::ERR"] });

  test("reaches a phone in the middle of a session at its next contact, and clears what was kept", async ({
    browser,
  }) => {
    test.setTimeout(45_000);
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my");
    await expectKept(page);
    await page.getByRole("link", { name: "Start session" }).click();
    await expect(page.getByRole("button", { name: "I did all of it" })).toBeVisible();
    await context.setOffline(true);
    await setHold(phone);
    // Until the phone hears of it the session goes on; the first contact ends it.
    await context.setOffline(false);
    await expect(page.getByRole("heading", { name: "Your exercises are paused." })).toBeVisible();
    await expect.poll(() => keptPaths(page)).toEqual(["/my"]);
    await context.setOffline(true);
    for (const address of ["/my", "/my/session", "/my/progress"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { name: "Your exercises are paused." })).toBeVisible();
      await expect(page.getByText(/cauda|flag/i)).toHaveCount(0);
    }
    await context.close();
  });
});

test("in Spanish from Today to the clinic's receipt", async ({ browser, baseURL }) => {
  const phone = await patientsPhone(browser);
  const { page, context } = phone;
  await context.addCookies([{ name: "locale", value: "es", url: baseURL ?? "" }]);
  await page.goto("/my");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await page.getByRole("link", { name: "Empezar la sesión" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Lo hice todo" }).click();
  await choosePain(page, "Dolor durante el ejercicio", 2);
  await choosePain(page, "Peor dolor en las últimas 24 horas", 3);
  await page.getByRole("button", { name: "Terminar la sesión" }).click();
  await expect(page.getByText("Recibida por su clínica")).toBeVisible();
  expect(await receivedSessions(phone)).toMatchObject([{ during: 2, worst: 3 }]);
  await context.close();
});

test("a lost phone: the patient sees where they are signed in and ends it from another", async ({ browser }) => {
  const { page, context, patient } = await patientsPhone(browser);
  const lost = await browser.newContext(PHONE);
  const other = await lost.newPage();
  await loginAs(other, patient.membershipId);
  await other.goto("/my");
  await page.goto("/my/record");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  await other.goto("/my");
  await expect(other).toHaveURL(/sign-in/);
  await lost.close();
  await context.close();
});
