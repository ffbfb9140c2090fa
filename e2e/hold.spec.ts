/** A suspicion acts at once: the plan stops on the patient's phone before anything is signed. */
import { expect } from "@playwright/test";
import { flagById } from "@/domain/vocabulary/flags";
import { addCourse, newClinic, workedCase } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";
import { screeningName } from "./words";

test("a decision typed before the hold is still to be seen, and taken away where it keeps the visit from being signed", async ({
  page,
}) => {
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 2 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${patient.name}` })
    .first()
    .click();
  const decision = page.getByRole("region", { name: "Decision" });
  await decision.getByRole("radio", { name: "Keep phase" }).check();
  await decision.getByLabel("Why the phase is kept").fill("She asked for another week");
  const question = page.getByRole("radiogroup", { name: screeningName("cauda_equina_suspected"), exact: true });
  await question.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("radio", { name: "Suspected: hold" }).check();

  await expect(decision).toContainText("Keep phase: She asked for another week");
  await expect(decision).toContainText("Nothing is decided on hold");
  await decision.getByRole("button", { name: "Remove the decision" }).click();
  await expect(decision).not.toContainText("She asked for another week");
  await expect(decision).not.toContainText("Nothing is decided on hold");
});

test("a suspected cauda equina pauses the plan on the phone while the visit is still a draft", async ({
  page,
  browser,
}) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 2 });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my");
  await expect(phone.getByRole("link", { name: "Start session" })).toBeVisible();

  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${patient.name}` })
    .first()
    .click();
  const flag = flagById("cauda_equina_suspected");
  const question = page.getByRole("radiogroup", { name: screeningName(flag.id), exact: true });
  await question.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("radio", { name: "Suspected: hold" }).check();
  const rail = page.getByRole("complementary", { name: "Assessment, live" });
  await expect(rail.getByRole("alert")).toContainText(`Hold. ${flag.name}.`);
  await expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();

  await phone.reload();
  await expect(phone.getByRole("heading", { name: "Your exercises are paused." })).toBeVisible();
  // The patient is told what to do, never what is suspected.
  await expect(phone.getByText(/cauda/i)).toHaveCount(0);
  await expect(phone.getByRole("link", { name: "Start session" })).toHaveCount(0);
  await expect(phone.getByRole("link", { name: /Emergency, 999/ })).toBeVisible();
  await phone.goto("/my/session");
  await expect(phone.getByRole("heading", { name: "Your exercises are paused." })).toBeVisible();

  // Nothing can be assigned meanwhile.
  await page.goto(`/patients/${patient.patientId}/plan`);
  await expect(page.getByText("On hold.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Assign plan" })).toBeDisabled();
  await context.close();
});
