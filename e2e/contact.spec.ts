/** How soon a call or a missed visit is written down from the caseload, without a mouse. */
import { expect } from "@playwright/test";
import { addCourse, newClinic, PASSWORD, workedCase } from "./clinic";
import { answersKeys, expectAccessible, test } from "./fixtures";
import { keyboard } from "./keyboard";
import { loginAs } from "./login";

test("a call from the caseload to signed: at most 20 s beside the password", async ({ page }) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 7 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await expect(page.getByText(patient.name).filter({ visible: true }).first()).toBeVisible();
  await answersKeys(page.locator("[data-row]").first());
  const keys = keyboard(page);
  const from = Date.now();

  await keys.press("j");
  await keys.press("c");
  await expect(page.getByRole("region", { name: "Contact" })).toBeFocused();
  await keys.press("Tab");
  await keys.press("Space");
  await expect(page.getByRole("radio", { name: "Phone call" })).toBeChecked();
  await keys.press("Tab");
  await keys.press("Tab");
  await expect(page.getByRole("textbox", { name: "Summary" })).toBeFocused();
  await keys.type("Calmer; goes on");
  await keys.press("Control+Enter");
  await expect(page.getByRole("dialog").getByLabel("Password", { exact: true })).toBeFocused();
  const asked = Date.now();
  await keys.type(PASSWORD, false);
  const typing = Date.now() - asked;
  await keys.press("Enter");
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();

  const seconds = (Date.now() - from - typing) / 1000;
  process.stdout.write(`contact: ${keys.count()} keys and ${seconds.toFixed(1)} s beside the password\n`);
  expect(seconds).toBeLessThanOrEqual(20);
  await expect(page.getByText("Calmer; goes on")).toBeVisible();
});

test("did not attend: one key, taken back by one press, and said more exactly on the chart", async ({ page }) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 7 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await expect(page.getByText(patient.name).filter({ visible: true }).first()).toBeVisible();
  await answersKeys(page.locator("[data-row]").first());
  await page.keyboard.press("j");
  await page.keyboard.press("d");
  await expect(page.getByText("Recorded as missed today.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Did not attend" })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo, they came" }).click();
  await expect(page).toHaveURL(`/patients/${patient.patientId}`);

  await expect(page.getByRole("heading", { name: patient.name })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("Did not attend")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByText("Recorded as missed today.")).toBeVisible();
  const late = page.getByRole("radio", { name: "Cancelled late" });
  await late.press("Space");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await page.reload();
  await expect(late).toBeChecked();
});
