/** The doors: signing in and out by the form, and the one-time links that let a clinician and a patient in. */

import { expect, type Page } from "@playwright/test";
import { newClinic, PASSWORD } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";
import { PHONE, patientsPhone } from "./phone";

// next-auth answers a wrong password with 401, which the browser mentions.
test.use({ allowedComplaints: ["401"] });

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a wrong password is refused in words, the right one opens the caseload, and Sign out closes it", async ({
  page,
}) => {
  const clinic = await newClinic();
  await signIn(page, clinic.ownerEmail, "not the password at all");
  await expect(page.getByText("Email and password don't match")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(clinic.ownerEmail);

  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/caseload$/);
  await expect(page.getByText(clinic.name).filter({ visible: true })).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/caseload");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("someone who isn't signed in comes back to where they were heading", async ({ page }) => {
  const clinic = await newClinic();
  await page.goto("/settings/team");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Email").fill(clinic.ownerEmail);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/settings\/team$/);
});

test("the owner invites a clinician by a link that works once", async ({ page, browser }) => {
  const clinic = await newClinic();
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Bea Lindgren");
  await dialog.getByLabel("Email").fill(`bea-${clinic.owner.clinicId.slice(-6)}@quay.example`);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByLabel("One-time link").inputValue();
  expect(link).toMatch(/\/invite\/[\w-]{20,}$/);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Bea Lindgren")).toBeVisible();

  const hers = await browser.newContext();
  const bea = await hers.newPage();
  await bea.goto(new URL(link).pathname);
  await expect(bea.getByRole("heading", { name: `Join ${clinic.name}` })).toBeVisible();
  await expect(bea.getByLabel("Your name")).toHaveValue("Bea Lindgren");
  await bea.getByLabel("Password", { exact: true }).fill("blue kettle on the north wall");
  await bea.getByRole("button", { name: "Join the clinic" }).click();
  await expect(bea).toHaveURL(/\/caseload$/);
  await hers.close();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(new URL(link).pathname);
  await expect(stranger.getByRole("heading", { name: "This link was used already" })).toBeVisible();
  await expect(stranger.getByText(`Ask the owner of ${clinic.name} to invite you again.`)).toBeVisible();
  await stranger.context().close();
});

test("a patient who came in by a link sets a password in My record and signs in with it on another phone", async ({
  browser,
}) => {
  const { page, context, patient } = await patientsPhone(browser);
  const email = `robin-${patient.patientId.slice(-8)}@example.org`;
  const password = "green lamp beside the harbour";
  await page.goto("/my/record");
  const form = page.getByRole("group").filter({ hasText: "Set a password" });
  await form.getByText("Set a password").first().click();
  await form.getByLabel("Email").fill(email);
  await form.getByLabel("Password", { exact: true }).fill("short");
  await form.getByRole("button", { name: "Set a password" }).click();
  await expect(form.getByLabel("Email")).toHaveValue(email);
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("button", { name: "Set a password" }).click();
  await expect(page.getByText(`You can sign in with ${email} and your password.`)).toBeVisible();
  await context.close();

  const another = await browser.newContext(PHONE);
  const second = await another.newPage();
  await signIn(second, email, password);
  await expect(second).toHaveURL(/\/my$/);
  await another.close();
});
