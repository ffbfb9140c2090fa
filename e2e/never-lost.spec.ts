/** Each "never lost" line of the visit, tried: nothing typed is lost, doubled, or written where it doesn't belong. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { hash } from "@node-rs/argon2";
import { expect, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { preTenantTransaction } from "@/db/client";
import { login, membership } from "@/db/schema/account";
import { newId } from "@/domain/new-id";
import { newClinic, PASSWORD } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import {
  addStaff,
  expectSaved,
  expectStored,
  KNEE,
  kneeOf,
  makeComplete,
  noteOf,
  openVisit,
  signings,
  stateOf,
  storedField,
} from "./open-visit";
import { signVisit } from "./visit-screen";

const OUTBOX = "**/api/outbox";

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

test("two people on one draft: other fields merge, the same field is shown in both texts and one is chosen", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const visit = await openVisit(page);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const colleague = await addStaff(visit.clinic, "M. Oduya", "not-a-hash");
  await loginAs(other, colleague.membershipId);
  await other.goto(`/visits/${visit.visitId}`);
  await expect(noteOf(other)).toBeVisible();

  await noteOf(page).fill("sits better");
  await expectSaved(page);
  await kneeOf(other).fill("3");
  await expectSaved(other);
  await expectStored(visit, "note", "sits better");
  await expectStored(visit, KNEE, { value: "3" });

  const stale = other.waitForResponse(
    (response) => response.url().endsWith("/api/outbox") && response.status() === 409,
  );
  await noteOf(other).fill("sits worse");
  await stale;
  const choice = other.getByRole("alert").filter({ hasText: "Changed elsewhere: Note." });
  await expect(choice).toContainText("sits worse");
  await expect(choice).toContainText("sits better");
  await expect(choice).toContainText(visit.clinic.ownerName);
  await expectStored(visit, "note", "sits better");
  await expectAccessible(other);
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expectStored(visit, "note", "sits worse");
  await expectSaved(other);

  // The first page has the older text: what it types next is stale, and it takes the other's.
  await noteOf(page).fill("sits as before");
  const theirs = page.getByRole("alert").filter({ hasText: "Changed elsewhere: Note." });
  await expect(theirs).toContainText("M. Oduya");
  await theirs.getByRole("button", { name: /^Take/ }).click();
  await expect(noteOf(page)).toHaveValue("sits worse");
  await expectStored(visit, "note", "sits worse");
  await elsewhere.close();
});

test("two tabs of one browser never overwrite each other", async ({ page, context }) => {
  const visit = await openVisit(page);
  await noteOf(page).fill("old");
  await expectSaved(page);
  const second = await context.newPage();
  await second.goto(`/visits/${visit.visitId}`);
  await expect(noteOf(second)).toHaveValue("old");

  await page.route(OUTBOX, (route) => route.abort());
  await noteOf(page).fill("new");
  await expect(stateOf(page)).toHaveText(/^Saved on this device/);
  await kneeOf(second).fill("6");
  await expectSaved(second);
  await page.unroute(OUTBOX);
  await expectSaved(page);
  await expectStored(visit, "note", "new");
  await expectStored(visit, KNEE, { value: "6" });
  await expect(noteOf(second)).toHaveValue("new");
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

const endLogins = (userId: string) =>
  preTenantTransaction((tx) => tx.update(login).set({ revokedAt: new Date() }).where(eq(login.userId, userId)));

async function signInAgain(page: Page, email: string) {
  await page.getByRole("status").getByRole("button", { name: "Sign in" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();
}

test("the login ends while writing: sign in again there and go on", async ({ page }) => {
  const visit = await openVisit(page);
  await endLogins(visit.clinic.owner.userId);
  await noteOf(page).fill("typed after the login ended");
  await expect(stateOf(page)).toContainText("Sign in again to send");
  expect(await storedField(visit, "note")).toBeUndefined();
  await page.getByRole("status").getByRole("button", { name: "Sign in" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await signInAgain(page, visit.clinic.ownerEmail);
  await expectSaved(page);
  await expect(noteOf(page)).toHaveValue("typed after the login ended");
  await expectStored(visit, "note", "typed after the login ended");
  await noteOf(page).fill("and goes on");
  await expectStored(visit, "note", "and goes on");
});

test("another person signs in there: nothing of the first one's is sent, until they are back", async ({ page }) => {
  const visit = await openVisit(page);
  await addStaff(visit.clinic, "M. Oduya", await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 }));
  await endLogins(visit.clinic.owner.userId);
  await noteOf(page).fill("of the first clinician");
  await expect(stateOf(page)).toContainText("Sign in again to send");
  await signInAgain(page, visit.clinic.ownerEmail.replace("owner", "colleague"));
  await expect(stateOf(page)).toContainText("Someone else or another clinic is signed in here");
  await page.goto(`/visits/${visit.visitId}`);
  await expect(noteOf(page)).toHaveValue("");
  expect(await storedField(visit, "note")).toBeUndefined();
  await loginAs(page, visit.clinic.owner.membershipId);
  await page.goto(`/visits/${visit.visitId}`);
  await expect(noteOf(page)).toHaveValue("of the first clinician");
  await expectStored(visit, "note", "of the first clinician");
});

test("the clinic is switched in another tab: what is typed here waits for its own clinic", async ({
  page,
  context,
}) => {
  const visit = await openVisit(page);
  const otherClinic = await newClinic();
  const { userId } = visit.clinic.owner;
  const there = newId();
  await preTenantTransaction((tx) =>
    tx.insert(membership).values({ id: there, clinicId: otherClinic.owner.clinicId, userId, role: "clinician" }),
  );
  const second = await context.newPage();
  await second.goto("/sign-in");
  await second.getByRole("button", { name: new RegExp(otherClinic.name) }).click();
  await expect(second).toHaveURL(/\/caseload$/);
  await expect(page.getByRole("dialog", { name: "Another clinic or person is signed in" })).toBeVisible();
  await expectAccessible(page);

  // Whoever had typed on had typed into the right visit.
  await noteOf(page).evaluate((note: HTMLTextAreaElement) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(note, "typed in the old clinic");
    note.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(stateOf(page)).toContainText("Someone else or another clinic is signed in here");
  expect(await storedField(visit, "note")).toBeUndefined();
  await page.getByRole("button", { name: "Go on there" }).click();
  await expect(page).toHaveURL(/\/caseload$/);

  await second.goto("/sign-in");
  await second.getByRole("button", { name: new RegExp(visit.clinic.name) }).click();
  await expect(second).toHaveURL(/\/caseload$/);
  await expectStored(visit, "note", "typed in the old clinic");
});

test("a form outside the visit waits for its own clinic: refused by the server, written nowhere, then saved where it belongs", async ({
  page,
  context,
}) => {
  test.setTimeout(90_000);
  const [here, there] = [await newClinic(), await newClinic()];
  const { userId } = here.owner;
  await preTenantTransaction((tx) =>
    tx.insert(membership).values({ id: newId(), clinicId: there.owner.clinicId, userId, role: "clinician" }),
  );
  const choose = async (tab: Page, name: string) => {
    await tab.goto("/sign-in");
    await tab.getByRole("button", { name: new RegExp(name) }).click();
    await expect(tab).toHaveURL(/\/caseload$/);
  };
  await loginAs(page, here.owner.membershipId);
  await page.goto("/settings/phrases");
  const form = page.getByRole("form", { name: "Add phrase" });
  await form.getByLabel("Trigger").fill("hep");
  await form.getByLabel("Text").fill("Heel slides, twice a day.");
  const second = await context.newPage();
  await choose(second, there.name);

  // Whoever presses Save all the same, past the question.
  const refused = page.waitForResponse((response) => response.status() === 409);
  await form.evaluate((element: HTMLFormElement) => element.requestSubmit());
  await refused;
  const question = page.getByRole("dialog", { name: "Another clinic or person is signed in" });
  await expect(question).toContainText(here.name);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Stay on this page" }).click();
  await expect(form.getByLabel("Text")).toHaveValue("Heel slides, twice a day.");
  await second.goto("/settings/phrases");
  await expect(second.getByRole("form", { name: "Add phrase" })).toBeVisible();
  await expect(second.getByRole("form", { name: ";hep" })).toHaveCount(0);

  await choose(second, here.name);
  await expect(page.getByRole("form", { name: ";hep" })).toBeVisible();
  await second.goto("/settings/phrases");
  await expect(second.getByRole("form", { name: ";hep" })).toHaveCount(1);
});

test("somebody else signs while one types: what was typed too late is offered to copy, until it is discarded", async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(90_000);
  const visit = await openVisit(page);
  const passwordHash = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  const colleague = await addStaff(visit.clinic, "M. Oduya", passwordHash);
  await context.route(OUTBOX, (route) => route.abort());
  await noteOf(page).fill("sleeps through\nthe night");
  await kneeOf(page).fill("0");
  await expect(stateOf(page)).toHaveText(/^Saved on this device/);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await loginAs(other, colleague.membershipId);
  await other.goto(`/visits/${visit.visitId}`);
  await noteOf(other).fill("of the colleague");
  await makeComplete(other);
  await signVisit(other);
  await elsewhere.close();

  await context.unroute(OUTBOX);
  const refusal = page.getByRole("alert").filter({ hasText: "Not saved: this visit was signed" });
  await refusal.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByText(/^Signed .* by M. Oduya/)).toBeVisible();
  const left = page.locator("section").filter({ hasText: "Typed on this device and not in this visit" });
  await expect(left).toContainText("sleeps through");
  await expect(left).toContainText("Ely / prone knee bend");
  await expectAccessible(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await left.getByRole("button", { name: "Copy Note" }).click();
  await expect(left.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("sleeps through\nthe night");
  await page.reload();
  await expect(left).toContainText("sleeps through");
  await left.getByRole("button", { name: "Discard" }).click();
  await expect(left).toHaveCount(0);
  await page.goto("/caseload");
  await expect(page.getByText("on this device")).toHaveCount(0);
});

test("signing out on a shared device: one is told, what is unsent stays for that person alone", async ({
  page,
  context,
}) => {
  const visit = await openVisit(page);
  const colleague = await addStaff(visit.clinic, "M. Oduya", "not-a-hash");
  await context.route(OUTBOX, (route) => route.abort());
  await noteOf(page).fill("not yet there");
  await kneeOf(page).fill("5");
  await expect(stateOf(page)).toHaveText(/^Saved on this device/);
  await page.goto("/caseload");
  await page.getByRole("button", { name: "Sign out" }).click();
  const question = page.getByRole("dialog", { name: "Sign out?" });
  await expect(question).toContainText("2 changes on this device have not reached the clinic.");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Send now" }).click();
  await expect(question).toContainText("Not everything could be sent.");
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(page).toHaveURL(/\/caseload$/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await question.getByRole("button", { name: "Sign out anyway" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.unroute(OUTBOX);

  await loginAs(page, colleague.membershipId);
  await page.goto(`/visits/${visit.visitId}`);
  await expect(noteOf(page)).toHaveValue("");
  await page.goto("/caseload");
  await expect(page.getByText("on this device")).toHaveCount(0);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await storedField(visit, "note")).toBeUndefined();

  await loginAs(page, visit.clinic.owner.membershipId);
  await page.goto("/caseload");
  await expectStored(visit, "note", "not yet there");
  await expectStored(visit, KNEE, { value: "5" });
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
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

/** A web server of this journey's own, on the database of the others, that may be killed. */
async function startServer(port: number): Promise<ChildProcess> {
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", String(port)], {
    env: { ...process.env, NODE_OPTIONS: "", PORT: String(port), APP_URL: address, NEXTAUTH_URL: address },
    detached: true,
    stdio: "ignore",
  });
  await expect
    .poll(
      () =>
        fetch(`${address}/api/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  // With whatever it started.
  process.kill(-child.pid!, "SIGKILL");
  await gone;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

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
