/** The very first start: an empty store, the demo in one click, and the real clinic that ends it. Runs before all others. */
import { expect } from "@playwright/test";
import { expectAccessible, test } from "./fixtures";

test.describe.configure({ mode: "serial", timeout: 90_000 });
// The setup page is gone once a clinic exists.
test.use({ allowedComplaints: ["404"] });

test("an empty store leads to setup, and a demo is one click away", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Explore the demo clinic" }).click();
  await expect(page).toHaveURL(/\/caseload$/, { timeout: 60_000 });
  const banner = page.getByRole("region", { name: "Notices" });
  await expect(banner).toContainText("Demo clinic:");
  await expect(banner).toContainText(/password [a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}/);

  await page.getByRole("button", { name: "Switch to the demo patient" }).click();
  await expect(page).toHaveURL(/\/my$/);
  await expect(page.getByText("everything here is made up")).toBeVisible();
  await expect(page.getByText(/password/)).toHaveCount(0);

  await page.getByRole("button", { name: "Back to the demo clinician" }).click();
  await expect(page).toHaveURL(/\/caseload$/);
});

test("creating the clinic signs its owner in, ends the demo's sign-in and closes setup", async ({ page, browser }) => {
  // Somebody is looking around in the demo on another screen.
  const elsewhere = await browser.newContext();
  const visitor = await elsewhere.newPage();
  await visitor.goto("/setup");
  await expect(visitor.getByText("The demo clinic is loaded")).toBeVisible();
  await visitor.getByRole("button", { name: "Explore the demo clinic" }).click();
  await expect(visitor).toHaveURL(/\/caseload$/);

  await page.goto("/setup");
  await page.getByLabel("Clinic name").fill("Hillside Physiotherapy");
  await page.getByLabel("Time zone").selectOption("Europe/Dublin");
  await page.getByLabel("Country").selectOption("IE");
  await expect(page.getByLabel("Emergency number")).toHaveValue(/^\d+$/);
  await page.getByLabel("Clinic phone").fill("ask at the desk");
  await page.getByLabel("Your name").fill("Saoirse Byrne");
  await page.getByLabel("Email").fill("saoirse@hillside.example");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create your clinic" }).click();
  await expect(page.getByText(/12 characters or more\. A few words/)).toBeVisible();
  await expect(page.getByText(/Enter a phone number/)).toBeVisible();
  // What was typed stays.
  await expect(page.getByLabel("Clinic phone")).toHaveValue("ask at the desk");
  await page.getByLabel("Clinic phone").fill("+353 1 555 0142");
  await expect(page.getByLabel("Clinic name")).toHaveValue("Hillside Physiotherapy");
  await expect(page.getByLabel("Country")).toHaveValue("IE");
  await page.getByLabel("Password", { exact: true }).fill("seven lanterns by the pier");
  await page.getByRole("button", { name: "Create your clinic" }).click();
  await expect(page).toHaveURL(/\/caseload$/);
  await expect(page.getByText("Demo clinic:")).toHaveCount(0);
  await expect(page.getByText("Hillside Physiotherapy").filter({ visible: true })).toBeVisible();

  await visitor.reload();
  await expect(visitor).toHaveURL(/\/sign-in/);
  await elsewhere.close();

  const gone = await page.goto("/setup");
  expect(gone?.status()).toBe(404);
});
