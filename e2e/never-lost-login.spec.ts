/** A login that ends, changes person or clinic, or signs out while one writes: what was typed reaches its own visit alone. */
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
  OUTBOX,
  openVisit,
  signings,
  stateOf,
  storedField,
} from "./open-visit";

// A fault that the journey makes is what the browser complains about here.
test.use({ allowedComplaints: ["Failed to load resource"] });
test.describe.configure({ timeout: 60_000 });

const endLogins = (userId: string) =>
  preTenantTransaction((tx) => tx.update(login).set({ revokedAt: new Date() }).where(eq(login.userId, userId)));

async function signInAgain(page: Page, email: string, from = page.getByRole("status")) {
  await from.getByRole("button", { name: "Sign in" }).click();
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

test("the login ends before signing: sign in again in the dialog, then sign", async ({ page }) => {
  const visit = await openVisit(page);
  await makeComplete(page);
  await endLogins(visit.clinic.owner.userId);
  await page.getByRole("button", { name: "Sign visit" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign visit" });
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign visit" }).click();
  await expect(dialog.getByText("Not done: your login has ended.")).toBeVisible();
  await expectAccessible(page);
  await signInAgain(page, visit.clinic.ownerEmail, dialog);
  expect(await signings(visit)).toEqual([]);
  await dialog.getByRole("button", { name: "Sign visit" }).click();
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();
  await expect(page).toHaveURL(`/visits/${visit.visitId}`);

  await endLogins(visit.clinic.owner.userId);
  await page.getByRole("button", { name: "Void", exact: true }).click();
  const voiding = page.getByRole("dialog", { name: "Void this visit" });
  await voiding.getByLabel("Reason").fill("Entered for the wrong patient");
  await voiding.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await voiding.getByRole("button", { name: "Void visit" }).click();
  await signInAgain(page, visit.clinic.ownerEmail, voiding);
  await expect(voiding.getByLabel("Reason")).toHaveValue("Entered for the wrong patient");
  await voiding.getByRole("button", { name: "Void visit" }).click();
  await expect(page.getByText("Voided: Entered for the wrong patient")).toBeVisible();
});

test("the login ends and the page is loaded again: signing in leads back to the visit", async ({ page }) => {
  const visit = await openVisit(page);
  await endLogins(visit.clinic.owner.userId);
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email").fill(visit.clinic.ownerEmail);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`/visits/${visit.visitId}`);
  await expect(noteOf(page)).toBeVisible();
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
