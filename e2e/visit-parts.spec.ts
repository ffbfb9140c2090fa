/** The visit with every part open that waits for a press, and its rarer forms: axe in light and dark, and nothing cut off at 320 px. */
import { expect, type Page } from "@playwright/test";
import { addCourse, newClinic, workedCase } from "./clinic";
import { expectAccessible, expectNothingCutOff, test } from "./fixtures";
import { loginAs } from "./login";
import { openVisit } from "./open-visit";
import { screeningName } from "./words";

test.describe.configure({ timeout: 180_000 });

/** Folded texts, body chart, nerves, questionnaires, each sign's and each measure's details. Returns how many opened. */
async function openAllParts(page: Page): Promise<number> {
  // The first touch brings what opens; what opens may itself hold something folded.
  await page.mouse.move(300, 300);
  let opened = 0;
  for (let round = 0; round < 3; round++) {
    opened += await page.evaluate(() => {
      const folded = document.querySelectorAll<HTMLElement>(
        "main details:not([open]) > summary, main section button[aria-expanded='false']:not([aria-haspopup])",
      );
      for (const each of folded) each.click();
      return folded.length;
    });
    await expect(page.getByText("Loading", { exact: false })).toHaveCount(0);
  }
  return opened;
}

async function expectNothingCutOffNarrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNothingCutOff(page, name);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a first visit with every part open", async ({ page }) => {
  await openVisit(page);
  expect(await openAllParts(page)).toBeGreaterThan(30);
  await expectAccessible(page);
  await expectNothingCutOffNarrow(page, "every part open");
});

test("a follow-up on hold, and the question of an override before it", async ({ page }) => {
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 5 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${patient.name}` })
    .first()
    .click();
  await page.getByRole("button", { name: "Override", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("combobox").first()).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOffNarrow(page, "override");
  await page.keyboard.press("Escape");
  const question = page.getByRole("radiogroup", { name: screeningName("cauda_equina_suspected"), exact: true });
  await question.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("radio", { name: "Suspected: hold" }).check();
  await expect(page.getByText("On hold nothing is decided.", { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  await expectNothingCutOffNarrow(page, "hold");
});

for (const kind of ["Contact", "Did not attend"]) {
  test(`the form of "${kind}"`, async ({ page }) => {
    const clinic = await newClinic();
    const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 5 });
    await loginAs(page, clinic.owner.membershipId);
    await page.goto(`/patients/${patient.patientId}`);
    await page.locator("summary").filter({ hasText: "Other kinds of visit" }).click();
    await page.getByRole("button", { name: kind, exact: true }).click();
    await expect(page).toHaveURL(/\/visits\//);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNothingCutOffNarrow(page, kind);
  });
}
