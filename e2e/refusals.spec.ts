/** What the server refuses and the screen keeps: failed saves, a forged plan, another clinic's addresses. */
import { expect } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { planItem } from "@/db/schema/plan";
import { visit } from "@/db/schema/visit";
import { addCourse, addPatient, newClinic, PASSWORD, workedCase } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";

test("a refused save keeps every control as it was", async ({ page }) => {
  const clinic = await newClinic();
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/patients/new");
  await page.getByLabel("Given name").fill("Amara");
  await page.getByLabel("Birth date").fill("1988-02-29");
  await page.getByRole("radio", { name: /^X/ }).check();
  await page.getByRole("radio", { name: "On paper" }).check();
  await page
    .getByRole("group", { name: "Examination, partly undressed" })
    .getByRole("radio", { name: "Declined" })
    .check();
  await page.getByLabel("Language").selectOption("es");
  await page.getByLabel("Complaint").fill("Stiff back, 3 weeks");
  await page.getByRole("button", { name: "Save patient" }).click();
  await expect(page.getByText("Fill this in.").first()).toBeVisible();
  await expect(page.getByLabel("Given name")).toHaveValue("Amara");
  await expect(page.getByLabel("Birth date")).toHaveValue("1988-02-29");
  await expect(page.getByRole("radio", { name: /^X/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: "On paper" })).toBeChecked();
  await expect(
    page.getByRole("group", { name: "Examination, partly undressed" }).getByRole("radio", { name: "Declined" }),
  ).toBeChecked();
  await expect(page.getByLabel("Language")).toHaveValue("es");
  await expect(page.getByLabel("Complaint")).toHaveValue("Stiff back, 3 weeks");

  await page.getByLabel("Family name").fill("Sesay");
  await page.getByRole("button", { name: "Save patient" }).click();
  await expect(page).toHaveURL(/\/patients\/[0-9a-f-]{36}/);
  await expect(page.getByText("Amara Sesay").filter({ visible: true }).first()).toBeVisible();
});

test("a wrong password signs nothing and loses nothing", async ({ page }) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const patient = await addPatient(clinic, workedCase("C01"), 0);
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${patient.name}` })
    .first()
    .click();
  const worst = page
    .getByRole("group", { name: /^Worst pain in 24 h, back/ })
    .getByRole("radio", { name: "0", exact: true });
  await worst.check();
  await page.getByRole("button", { name: "No treatment given (assessment only)" }).click();
  await page.getByRole("region", { name: "Next review" }).getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: "Sign visit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill("not the password at all");
  await dialog.getByRole("button", { name: "Sign visit" }).click();
  await expect(dialog.getByText("The password is wrong.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(worst).toBeChecked();
  await page.reload();
  await expect(worst).toBeChecked();
  await page.getByRole("button", { name: "Sign visit" }).click();
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign visit" }).click();
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();
});

test("an exercise of a closed phase is refused by the server, whatever the page sends", async ({ page }) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 0, planPending: true });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto(`/patients/${patient.patientId}/plan`);
  await page.getByRole("checkbox", { name: "None of these" }).check();
  await expect(page.getByText("Checking the exercises")).toHaveCount(0);

  // The browser's own request, with one exercise replaced on its way.
  let forged = false;
  await page.route("**/plan", async (route) => {
    const body = route.request().postData();
    if (route.request().method() !== "POST" || !body?.includes("versionId")) return route.continue();
    const replaced = body.replace(/"exercise":"[a-z_]+"/, '"exercise":"nordic"');
    forged = replaced !== body;
    return route.continue({ postData: replaced });
  });
  await page.getByRole("button", { name: "Assign plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not assigned." })).toContainText("its phase is closed");
  expect(forged).toBe(true);
  const items = await transaction(clinic.owner, (tx) =>
    tx
      .select({ id: planItem.id })
      .from(planItem)
      .where(and(eq(planItem.clinicId, clinic.owner.clinicId), eq(planItem.patientId, patient.patientId))),
  );
  expect(items).toEqual([]);
});

test.describe("another clinic's addresses", () => {
  test.use({ allowedComplaints: ["404"] });

  test("are not found, like those of nobody", async ({ page }) => {
    test.setTimeout(45_000);
    const theirs = await newClinic();
    const patient = await addCourse(theirs, workedCase("C01"), { visits: 1, daysAgo: 1 });
    const [signed] = await transaction(theirs.owner, (tx) =>
      tx.select({ id: visit.id }).from(visit).where(eq(visit.clinicId, theirs.owner.clinicId)),
    );
    const mine = await newClinic();
    await loginAs(page, mine.owner.membershipId);
    const addresses = [
      `/patients/${patient.patientId}`,
      `/patients/${patient.patientId}/plan`,
      `/patients/${patient.patientId}/reports`,
      `/visits/${signed!.id}`,
    ];
    for (const address of addresses) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
      expect(await page.content()).not.toContain(patient.name);
    }
  });

  test("a patient's phone opens no clinician's room", async ({ page }) => {
    const clinic = await newClinic();
    const patient = await addPatient(clinic, workedCase("C01"), 0);
    await loginAs(page, patient.membershipId);
    for (const address of ["/caseload", `/patients/${patient.patientId}`, "/settings/team"]) {
      const answer = await page.goto(address);
      const status = answer?.status();
      expect(status === 404 || new URL(page.url()).pathname.startsWith("/my"), address).toBe(true);
    }
  });
});
