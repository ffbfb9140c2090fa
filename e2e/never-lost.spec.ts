/** Each "never lost" line of the visit under faults of network, page and server: nothing typed is lost or written twice. */
import { expect } from "@playwright/test";
import { PASSWORD } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import {
  expectSaved,
  expectStored,
  KNEE,
  kneeOf,
  makeComplete,
  noteOf,
  OUTBOX,
  openVisit,
  signings,
  stateOf,
  storedField,
} from "./open-visit";
import { freePort, kill, startServer } from "./own-server";

// A fault that the journey makes is what the browser complains about here.
test.use({ allowedComplaints: ["Failed to load resource"] });
test.describe.configure({ timeout: 60_000 });

test("reload at once after the last key", async ({ page }) => {
  const visit = await openVisit(page);
  await noteOf(page).pressSequentially("walks the dog again");
  await page.reload();
  await expect(noteOf(page)).toHaveValue("walks the dog again");
  await expectStored(visit, "note", "walks the dog again");
});

test("a browser that never finds a pause: a key, a press and a reload tell the last letters all the same", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
    window.cancelIdleCallback = () => {};
  });
  const visit = await openVisit(page);
  await noteOf(page).pressSequentially("sleeps");
  await page.keyboard.press("Shift");
  await expectStored(visit, "note", "sleeps");
  await noteOf(page).pressSequentially(" better");
  // As a screen reader presses: the text keeps the focus.
  await page.getByRole("heading", { level: 1 }).dispatchEvent("click");
  await expectStored(visit, "note", "sleeps better");
  await noteOf(page).pressSequentially(" now");
  await page.reload();
  await expect(noteOf(page)).toHaveValue("sleeps better now");
  await expectStored(visit, "note", "sleeps better now");
});

test("a long text is in sight while it is typed, also where it turns narrow, and nothing moves when one leaves it", async ({
  page,
}) => {
  await openVisit(page);
  const hiddenOf = () => noteOf(page).evaluate((field) => field.scrollHeight - field.clientHeight);
  const heightOf = () => noteOf(page).evaluate((field) => field.getBoundingClientRect().height);
  const before = await heightOf();
  await noteOf(page).pressSequentially("Walked to work and back, slowly uphill. ".repeat(8));
  await expect.poll(hiddenOf).toBe(0);
  const typed = await heightOf();
  expect(typed).toBeGreaterThan(before);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(heightOf).toBeGreaterThan(typed);
  await expect.poll(hiddenOf).toBe(0);
  const narrow = await heightOf();
  await noteOf(page).blur();
  expect(await heightOf()).toBe(narrow);
});

test("the back button at once after the last key", async ({ page }) => {
  const visit = await openVisit(page);
  await kneeOf(page).fill("0");
  await page.goBack();
  await expect(page).toHaveURL(/\/caseload/);
  await expectStored(visit, KNEE, { value: "0" });
  await page.goto(`/visits/${visit.visitId}`);
  await expect(kneeOf(page)).toHaveValue("0");
});

test("offline for a while, then online", async ({ page, context }) => {
  const visit = await openVisit(page);
  await context.setOffline(true);
  await noteOf(page).fill("typed in the basement");
  await expect(stateOf(page)).toHaveText(/^Saved on this device, will send/);
  await kneeOf(page).fill("4,5");
  expect(await storedField(visit, "note")).toBeUndefined();
  await context.setOffline(false);
  await expectSaved(page);
  await expectStored(visit, "note", "typed in the basement");
  await expectStored(visit, KNEE, { value: "4,5" });
});

test("the network goes before the first key: kept, said to be unjudged, and judged once it is back", async ({
  page,
  context,
}) => {
  const visit = await openVisit(page);
  // Only the network's own answers count here, not what a browser kept.
  await context.route("**/_next/static/**", (route) => route.abort());
  await context.setOffline(true);
  await kneeOf(page).fill("4,5");
  const rail = page.getByRole("complementary", { name: "Assessment, live" });
  await expect(rail.getByRole("alert").filter({ hasText: "not judged yet" })).toBeVisible();
  await expect(stateOf(page)).toHaveText(/^Saved on this device, will send/);
  await context.unroute("**/_next/static/**");
  await context.setOffline(false);
  await expect(rail.getByRole("alert").filter({ hasText: "not judged yet" })).toHaveCount(0);
  await expectSaved(page);
  await expectStored(visit, KNEE, { value: "4,5" });
});

test("typed before the page's script had come", async ({ page }) => {
  const visit = await openVisit(page);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/visits/${visit.visitId}`, { waitUntil: "commit" });
  await noteOf(page).pressSequentially("before the script");
  release();
  await expectStored(visit, "note", "before the script");
  await expect(noteOf(page)).toHaveValue("before the script");
});

test("who goes on by themselves while the rules are fetched is not led away", async ({ page }) => {
  const visit = await openVisit(page);
  await page.reload();
  await expect(noteOf(page)).toBeVisible();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "All asked: no" }).click();
  await noteOf(page).pressSequentially("goes on here");
  release();
  // Judged by now: the rail counts the answers.
  await expect(page.getByText(/^All asked\./)).toBeVisible();
  await expect(noteOf(page)).toBeFocused();
  await noteOf(page).pressSequentially(", and there");
  await expectStored(visit, "note", "goes on here, and there");
});

test("the server answers 500", async ({ page }) => {
  const visit = await openVisit(page);
  await page.route(OUTBOX, (route) => route.fulfill({ status: 500, body: "<h1>Internal Server Error</h1>" }));
  await noteOf(page).fill("while the server fails");
  await expect(stateOf(page)).toContainText("server failing");
  await page.unroute(OUTBOX);
  await expectSaved(page);
  await expectStored(visit, "note", "while the server fails");
});

test("the server saved it and its answer was lost: sent again, written once", async ({ page }) => {
  const visit = await openVisit(page);
  let lost = 0;
  await page.route(OUTBOX, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    const answer = await route.fetch();
    expect(answer.status()).toBe(200);
    return route.abort("timedout");
  });
  await noteOf(page).fill("answered into the void");
  await expectSaved(page);
  expect(lost).toBe(1);
  expect(await storedField(visit, "note")).toEqual({ value: "answered into the void", version: 1 });
});

test("a double click on Sign visit signs once", async ({ page }) => {
  const visit = await openVisit(page);
  await makeComplete(page);
  await page.getByRole("button", { name: "Sign visit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign visit" }).dblclick();
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();
  expect(await signings(visit)).toMatchObject([{ detail: { confirmed_by: "password" } }]);
});

test("the tab is killed mid-word before anything reached the server", async ({ page, context }) => {
  const visit = await openVisit(page);
  await context.route(OUTBOX, (route) => route.abort());
  await noteOf(page).pressSequentially("sits less th");
  await page.close({ runBeforeUnload: false });
  await context.unroute(OUTBOX);
  expect(await storedField(visit, "note")).toBeUndefined();
  const again = await context.newPage();
  await again.goto(`/visits/${visit.visitId}`);
  await expect(noteOf(again)).toHaveValue("sits less th");
  await expectStored(visit, "note", "sits less th");
});

test("a visit left behind unsent is sent from any other page", async ({ page, context }) => {
  const visit = await openVisit(page);
  await context.route(OUTBOX, (route) => route.abort());
  await noteOf(page).fill("left behind");
  await expect(stateOf(page)).toHaveText(/^Saved on this device/);
  await page.goto("/library/measures");
  const notice = page.getByRole("region", { name: "Notices" });
  await expect(notice).toContainText("1 change on this device has not reached the clinic.");
  await expectAccessible(page);
  await context.unroute(OUTBOX);
  await notice.getByRole("button", { name: "Send now" }).click();
  await expect(notice).toBeHidden();
  await expectStored(visit, "note", "left behind");
});

test("one field's typing never holds back another field's save", async ({ page }) => {
  const visit = await openVisit(page);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/api/outbox")) sent.push(request.postData() ?? "");
  });
  await kneeOf(page).fill("8");
  // Somebody types on and on elsewhere, faster than any pause: the value is sent all the same.
  const note = noteOf(page);
  await note.focus();
  for (let key = 0; key < 200 && !sent.some((body) => body.includes(KNEE)); key++) {
    await note.pressSequentially("a", { delay: 20 });
  }
  expect(sent.some((body) => body.includes(KNEE))).toBe(true);
  await expectStored(visit, KNEE, { value: "8" });
  await expectSaved(page);
  await expectStored(visit, "note", await note.inputValue());
});

test("the server is killed with -9 while typing, and started again", async ({ browser }) => {
  test.setTimeout(120_000);
  const port = await freePort();
  let server = await startServer(port);
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
    const page = await context.newPage();
    const visit = await openVisit(page);
    await noteOf(page).fill("before the crash");
    await expectSaved(page);
    await kneeOf(page).fill("2");
    await kill(server);
    await noteOf(page).fill("before the crash, and after it");
    await expect(stateOf(page)).toHaveText(/^Saved on this device/);
    server = await startServer(port);
    await expectSaved(page);
    await expectStored(visit, KNEE, { value: "2" });
    await expectStored(visit, "note", "before the crash, and after it");
    await context.close();
  } finally {
    await kill(server);
  }
});
