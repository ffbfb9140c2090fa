/** Ctrl K on every clinic page: a patient, a visit, a section, a row, an exercise or a screen by its name. */
import { expect, type Page } from "@playwright/test";
import { addClinicItem, addPatient, newClinic, workedCase } from "./clinic";
import { answersKeys, expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { noteOf } from "./open-visit";

test.describe.configure({ timeout: 60_000 });

const goToOf = (page: Page) => page.getByRole("button", { name: "Go to…" });
const boxOf = (page: Page) =>
  page.getByRole("combobox", { name: "Patient, section, sign, measure, exercise or screen" });
const activeOf = (page: Page) => page.getByRole("listbox", { name: "Results" }).getByRole("option", { selected: true });

async function ask(page: Page, typed: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(boxOf(page)).toBeFocused();
  await boxOf(page).pressSequentially(typed);
}

test("a patient by name, a visit for them, and the rows of the visit, without a mouse", async ({ page }) => {
  const clinic = await newClinic();
  const patient = await addPatient(clinic, workedCase("C01"), 0);
  const theirs = await newClinic();
  const stranger = await addPatient(theirs, workedCase("C01"), 0);
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/library/rules");
  await answersKeys(goToOf(page));

  await test.step("nothing typed: the screens; Escape gives the focus back", async () => {
    await goToOf(page).focus();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option", { name: "Caseload" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(goToOf(page)).toBeFocused();
  });

  await test.step("nobody of another clinic", async () => {
    await ask(page, stranger.name.split(" ").at(-1) ?? "");
    await expect(page.getByText("Nothing found.")).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("the chart", async () => {
    await ask(page, patient.name.split(" ").at(-1)?.slice(0, 7).toLowerCase() ?? "");
    await expect(activeOf(page)).toContainText(patient.name);
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/patients/${patient.patientId}$`));
  });

  await test.step("New visit of the open chart, nothing typed", async () => {
    await page.keyboard.press("Control+k");
    const newVisit = page.getByRole("option", { name: `New visit, ${patient.name}` });
    await expect(newVisit).toBeVisible();
    const steps = 30;
    for (let step = 0; step < steps && (await newVisit.getAttribute("aria-selected")) !== "true"; step++) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/visits\/[0-9a-f-]+$/);
    await expect(noteOf(page)).toBeVisible();
  });

  await test.step("a measure's row takes the focus, a sign outside the filter is brought in", async () => {
    await ask(page, "femoral");
    await page.keyboard.press("Enter");
    await expect(
      page
        .getByRole("radiogroup", { name: /Femoral nerve tension/ })
        .first()
        .getByRole("radio")
        .first(),
    ).toBeFocused();
    await ask(page, "body of nothing");
    await expect(page.getByText("Nothing found.")).toBeVisible();
    await page.keyboard.press("Escape");
    await ask(page, "prone knee");
    await expect(activeOf(page)).toContainText(/prone knee bend/i);
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-cell]:focus")).toHaveAttribute("aria-label", /prone knee bend/i);
    await page.keyboard.type("118");
    await expect(page.locator("[data-cell]:focus")).toHaveValue("118");
  });

  await test.step("a section, then recent choices first", async () => {
    await ask(page, "next rev");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Next review" })).toBeFocused();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("group", { name: "Recent" }).getByRole("option").first()).toHaveText("Next review");
    await page.keyboard.press("Escape");
  });
});

test("an exercise, a measure's library entry, and the keys of each page under ?", async ({ page }) => {
  const clinic = await newClinic();
  await addPatient(clinic, workedCase("C01"), 0);
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await answersKeys(goToOf(page));
  await ask(page, "prone knee bend");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/library\/measures\?q=/);
  await expect(page.getByRole("heading", { name: /prone knee bend/i }).first()).toBeVisible();
  await ask(page, "foam roll");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/library\/exercises\/[a-z_]+$/);

  const own = await addClinicItem(clinic, "Marmalade jar roll", "foam_quad");
  await ask(page, "marm");
  await expect(activeOf(page)).toContainText("The clinic's own");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/library/exercises/own/${own}`);

  await page.goto("/caseload");
  await answersKeys(page.locator("[data-row]").first());
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Ctrl");
  await expect(keys).toContainText("This list");
  await expect(keys.getByRole("definition").filter({ hasText: /visit/i }).first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test("it opens from the menu and takes a touch", async ({ page }) => {
    const clinic = await newClinic();
    await addPatient(clinic, workedCase("C01"), 0);
    await loginAs(page, clinic.owner.membershipId);
    await page.goto("/caseload");
    await page.getByRole("button", { name: "Menu" }).tap();
    await page.getByRole("button", { name: "Go to…" }).tap();
    await expect(boxOf(page)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("option", { name: "Settings: Security" }).tap();
    await expect(page).toHaveURL(/\/settings\/security$/);
  });
});
