/** What the visit form makes of a text that is too long, and of a questionnaire that is half filled. */
import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { expectSaved, expectStored, noteOf, openVisit } from "./open-visit";

test("a text too long for the clinic says so beside it, survives a reload, and is saved once it is shorter", async ({
  page,
}) => {
  const opened = await openVisit(page);
  const long = "word ".repeat(4_001);
  const said = page.getByRole("region", { name: "Note" }).getByText("Too long to be saved: shorten it");
  await noteOf(page).fill(long);
  await expect(said).toBeVisible();
  await page.reload();
  await expect(noteOf(page)).toHaveValue(long);
  await expect(said).toBeVisible();
  await noteOf(page).fill("Shorter");
  await expect(said).toBeHidden();
  await expectStored(opened, "note", "Shorter");
  await expectSaved(page);
});

test("a Roland–Morris form has a score once it is called done, and none again once it is changed", async ({ page }) => {
  const opened = await openVisit(page);
  const section = page.getByRole("region", { name: "Questionnaires" });
  await section.getByRole("button", { name: "Roland–Morris, 24 items" }).click();
  const form = section.getByRole("group", { name: "Roland–Morris, 24 items" });
  const [first, second] = [form.getByRole("checkbox").nth(0), form.getByRole("checkbox").nth(1)];
  await first.check();
  await expect(form.getByText("1 ticked, not finished: no score yet")).toBeVisible();
  await first.uncheck();
  await expect(form.getByText("Not filled")).toBeVisible();
  await expectStored(opened, "questionnaire.rmdq", null);
  await second.check();
  await form.getByRole("button", { name: "Done" }).click();
  await expect(form.getByText("1 of 24")).toBeVisible();
  await expectStored(opened, "questionnaire.rmdq", { completed: true, ticked: [2] });
  await first.check();
  await expectStored(opened, "questionnaire.rmdq", { completed: false, ticked: [1, 2] });
});
