/** The owner's settings: a phone that patients can dial, and thresholds that can be meant. */
import { expect } from "@playwright/test";
import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { clinic as clinicTable } from "@/db/schema/clinic";
import { newClinic } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";

test("a clinic without a phone is told in every room until its owner enters one that can be dialled", async ({
  page,
}) => {
  const { owner } = await newClinic();
  await transaction(owner, (tx) =>
    tx.update(clinicTable).set({ phone: null }).where(eq(clinicTable.id, owner.clinicId)),
  );
  await loginAs(page, owner.membershipId);
  await page.goto("/caseload");
  const missing = page.getByText("No clinic phone is recorded.");
  await expect(missing).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Enter the phone" }).click();
  await expect(page).toHaveURL("/settings/clinic");

  const phone = page.getByLabel("Phone", { exact: true });
  await phone.fill("abc");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/Enter a phone number/)).toBeVisible();
  await expect(phone).toHaveValue("abc");
  await phone.fill("020 7946 0142");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(missing).toHaveCount(0);
});

test("a threshold that can't be meant is refused beside its field and stays as typed", async ({ page }) => {
  const { owner } = await newClinic();
  await loginAs(page, owner.membershipId);
  await page.goto("/settings/rules");
  await page.getByText("Change thresholds").click();
  await page.getByText("Ely", { exact: true }).click();
  const tight = page.getByLabel("ely tight (deg)");
  const save = page.getByRole("button", { name: "Save as new version" });

  await tight.fill("500");
  await save.click();
  await expect(page.getByText("From 0 to 180.")).toBeVisible();
  await expect(tight).toHaveValue("500");

  await tight.fill("131");
  await save.click();
  await expect(page.getByText("It belongs below “ely free”, which is 130°.")).toBeVisible();

  await tight.fill("118");
  await save.click();
  await expect(page.getByText("Saved as a new version. Adopt it to put it in force.")).toBeVisible();
});
