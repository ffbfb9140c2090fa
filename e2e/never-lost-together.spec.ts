/** Two who write one visit: other fields merge, the same field shows both texts, and what came too late is offered to copy. */
import { hash } from "@node-rs/argon2";
import { expect } from "@playwright/test";
import { PASSWORD } from "./clinic";
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
  OUTBOX,
  openVisit,
  stateOf,
} from "./open-visit";
import { signVisit } from "./visit-screen";

// A fault that the journey makes is what the browser complains about here.
test.use({ allowedComplaints: ["Failed to load resource"] });
test.describe.configure({ timeout: 60_000 });

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
  // Typed on beside the two texts: what stands in the field is the one to choose.
  await noteOf(other).press("End");
  await noteOf(other).pressSequentially(" at night");
  await expect(choice).toContainText("sits worse at night");
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expect(noteOf(other)).toHaveValue("sits worse at night");
  await expectStored(visit, "note", "sits worse at night");
  await expectSaved(other);
  await kneeOf(other).fill("3");
  await expectSaved(other);
  await expectStored(visit, KNEE, { value: "3" });

  // The first page has the older text: what it types next is stale, and it takes the other's.
  await noteOf(page).fill("sits as before");
  const theirs = page.getByRole("alert").filter({ hasText: "Changed elsewhere: Note." });
  await expect(theirs).toContainText("M. Oduya");
  await noteOf(page).press("End");
  await noteOf(page).pressSequentially(", or so");
  await expect(theirs).toContainText("sits as before, or so");
  await theirs.getByRole("button", { name: /^Take/ }).click();
  await expect(noteOf(page)).toHaveValue("sits worse at night");
  // What the other wrote in a field that was not touched here came along.
  await expect(kneeOf(page)).toHaveValue("3");
  await expectStored(visit, "note", "sits worse at night");
  // What was not chosen does not come back from the device.
  await page.reload();
  await expect(noteOf(page)).toHaveValue("sits worse at night");
  await expect(page.getByText("Changed elsewhere")).toHaveCount(0);
  await elsewhere.close();
});

test("nobody signs what a colleague wrote meanwhile without having it before them", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const visit = await openVisit(page);
  const passwordHash = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  const colleague = await addStaff(visit.clinic, "M. Oduya", passwordHash);
  const elsewhere = await browser.newContext();
  const signer = await elsewhere.newPage();
  await loginAs(signer, colleague.membershipId);
  await signer.goto(`/visits/${visit.visitId}`);
  await makeComplete(signer);
  await noteOf(page).fill("written by the owner");
  await expectStored(visit, "note", "written by the owner");

  const dialog = signer.getByRole("dialog");
  const press = async () => {
    await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign visit" }).click();
  };
  await signer.getByRole("button", { name: "Sign visit" }).click();
  await press();
  await expect(dialog).toContainText("this visit was changed elsewhere");
  await dialog.getByRole("button", { name: "Load the latest" }).click();
  await expect(noteOf(signer)).toHaveValue("written by the owner");

  // With something of one's own still to send, the other's text comes back with the answer; it is read first, too.
  await noteOf(page).fill("written by the owner, twice");
  await expectStored(visit, "note", "written by the owner, twice");
  await signer.route(OUTBOX, (route) => route.abort());
  await kneeOf(signer).fill("118");
  await expect(stateOf(signer)).toHaveText(/^Saved on this device/);
  await signer.getByRole("button", { name: "Sign visit" }).click();
  await signer.unroute(OUTBOX);
  await press();
  await expect(dialog).toContainText("somebody else wrote in this visit meanwhile");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(noteOf(signer)).toHaveValue("written by the owner, twice");
  await signVisit(signer);
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
  // The network is back: it is tried at once, however long ago it was tried last.
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
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
