/** A visit entered on a phone, with one thumb: whose it is, the sections and the next thing to do stay in reach. */
import { expect, type Page } from "@playwright/test";
import { addCourse, newClinic, workedCase } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { cellName, measureName } from "./words";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
test.describe.configure({ timeout: 60_000 });

async function openFollowUp(page: Page): Promise<string> {
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 7 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${patient.name}` })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Since last visit" })).toBeVisible();
  return patient.name;
}

const chip = (page: Page, section: string) =>
  page.getByRole("navigation", { name: "This visit" }).getByRole("button", { name: new RegExp(`^${section}`) });

test("the patient's name, the sections and the next thing to do stay in sight wherever one is", async ({ page }) => {
  const name = await openFollowUp(page);
  const next = page.getByRole("button", { name: /^Next: / });
  await expect(next).toHaveText("Next: Screening");
  await chip(page, "Decision").tap();
  await expect(page.getByRole("heading", { name: "Decision" })).toBeInViewport();
  await expect(page.getByRole("heading", { level: 1 }).filter({ hasText: name })).toBeInViewport();
  await expect(chip(page, "Decision")).toBeInViewport();
  await next.tap();
  const first = page
    .getByRole("region", { name: /^Screening/ })
    .getByRole("radiogroup")
    .first();
  await expect(first).toBeInViewport();
  await page.getByRole("button", { name: "All asked: no" }).tap();
  await expect(next).toHaveText("Next: Pain");
  await expect(page.getByRole("region", { name: "Pain" })).toBeInViewport();
  await expectAccessible(page);
});

test("a section folds away, and whoever leads into it opens it again", async ({ page }) => {
  await openFollowUp(page);
  const screening = page.getByRole("region", { name: /^Screening/ });
  await page.getByRole("button", { name: "Show or hide Screening, anything new?" }).tap();
  await expect(screening.getByRole("radiogroup")).toHaveCount(0);
  await page.getByRole("button", { name: "Next: Screening" }).tap();
  await expect(screening.getByRole("radiogroup").first()).toBeVisible();
  await expect(screening.locator(":focus")).toHaveCount(1);
});

test("the measures taken less often stand behind a key; one that holds a value stands in sight", async ({ page }) => {
  await openFollowUp(page);
  const measures = page.getByRole("region", { name: "Measures" });
  const rare = page.getByRole("textbox", { name: cellName("lumbar_ext_rom_deg", "M"), exact: true });
  await expect(rare).toBeHidden();
  await measures.getByRole("button", { name: /^\d+ more measures$/ }).tap();
  await expect(measures.getByRole("button", { name: measureName("lumbar_ext_rom_deg", "M") })).toBeVisible();
  await rare.fill("20");
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();
  await page.reload();
  await expect(rare).toBeVisible();
  await expect(rare).toHaveValue("20");
});

test("a block set there says at its question what to do, with the referral letter", async ({ page }) => {
  await openFollowUp(page);
  const question = page
    .getByRole("region", { name: /^Screening/ })
    .getByRole("radiogroup")
    .first();
  await question.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("radio", { name: "Suspected: hold" }).check();
  const said = page.getByRole("region", { name: /^Screening/ }).getByRole("link", { name: "Referral letter" });
  await said.click({ trial: true });
  await expect(said).toHaveAttribute("href", /\/referral$/);
});

test("at 320 px nothing is cut off, and on its side no bar takes the page's room", async ({ page }) => {
  const name = await openFollowUp(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 640, height: 320 });
  await chip(page, "Decision").tap();
  await expect(page.getByRole("heading", { level: 1 }).filter({ hasText: name })).not.toBeInViewport();
});
