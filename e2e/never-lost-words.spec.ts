/** Words typed beside the draft (an override, the reason of a void, a letter): there again until they are used, gone at sign-out. */
import { expect } from "@playwright/test";
import parts from "@/messages/en/visit-parts.json" with { type: "json" };
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { makeComplete, openVisit, storedField } from "./open-visit";
import { signVisit } from "./visit-screen";

const WORDS = "She has to lift at work from Monday on";

test("an override half typed survives Escape and a reload, is taken once, and leaves the device at sign-out", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const visit = await openVisit(page);
  const dialog = page.getByRole("dialog", { name: parts.override.title });
  const said = dialog.getByLabel(parts.override.text);
  const open = () => page.getByRole("button", { name: "Override", exact: true }).click();

  await open();
  await said.fill(WORDS);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await open();
  await expect(said).toHaveValue(WORDS);
  await page.reload();
  await open();
  await expect(said).toHaveValue(WORDS);
  await expectAccessible(page);
  expect(await storedField(visit, "override")).toBeUndefined();

  await page.goto("/caseload");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await loginAs(page, visit.clinic.owner.membershipId);
  await page.goto(`/visits/${visit.visitId}`);
  await open();
  await expect(said).toHaveValue("");
});

test("the reason of a void survives Cancel and a reload", async ({ page }) => {
  test.setTimeout(60_000);
  await openVisit(page);
  await makeComplete(page);
  await signVisit(page);
  const dialog = page.getByRole("dialog", { name: "Void this visit" });
  const open = () => page.getByRole("button", { name: "Void", exact: true }).click();
  await open();
  await dialog.getByLabel("Reason").fill("Entered for the wrong patient");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await open();
  await expect(dialog.getByLabel("Reason")).toHaveValue("Entered for the wrong patient");
});
