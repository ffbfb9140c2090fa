/** How soon a call is written down: from the caseload to the signed contact, without a mouse, at human pace. */
import { expect } from "@playwright/test";
import { addCourse, newClinic, PASSWORD, workedCase } from "./clinic";
import { test } from "./fixtures";
import { keyboard } from "./keyboard";
import { loginAs } from "./login";

/** Tab stops from the chart's first one to the choice of a visit's kind, at the most. */
const STOPS = 30;

test("a call from the caseload to signed: at most 20 s beside the password", async ({ page }) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 7 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await expect(page.getByText(patient.name).filter({ visible: true }).first()).toBeVisible();
  const keys = keyboard(page);
  const from = Date.now();

  await keys.press("j");
  await keys.press("Enter");
  const others = page.locator("summary").filter({ hasText: "Other kinds of visit" });
  await expect(others).toBeVisible();
  const hasFocus = () => others.evaluate((element) => element === document.activeElement);
  for (let stop = 0; stop < STOPS && !(await hasFocus()); stop += 1) await keys.press("Tab");
  await expect(others).toBeFocused();
  await keys.press("Enter");
  await keys.press("Tab");
  await keys.press("Tab");
  await expect(page.getByRole("button", { name: "Contact", exact: true })).toBeFocused();
  await keys.press("Enter");
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
