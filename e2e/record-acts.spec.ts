/** What is added to a signed visit: amended, voided, co-signed, returned; and a hold that a medical clearance lifts. */
import { expect, type Locator, type Page } from "@playwright/test";
import { addDays } from "@/domain/calendar-day";
import record from "@/messages/en/record.json" with { type: "json" };
import { addCourse, addStaff, newClinic, PASSWORD, workedCase } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { enterRecord } from "./record-entry";
import { signVisit, startVisit } from "./visit-screen";

const REASON = "Read off the wrong leg";

/** From the chart's list of visits to the signed visit of that number. */
async function openVisit(page: Page, patientId: string, number: number) {
  await page.goto(`/patients/${patientId}/visits`);
  await page.getByRole("link", { name: new RegExp(`^Visit ${number}, `) }).click();
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();
}

/** The card of that title. */
const card = (page: Page, title: string): Locator =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** The act's button, its dialog filled in, and signed with the password. */
async function act(page: Page, words: { button: string; title: string; submit: string }, reason?: string) {
  await page.getByRole("button", { name: words.button, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: words.title });
  if (reason !== undefined) await dialog.getByLabel(record.reason).fill(reason);
  return {
    dialog,
    sign: async () => {
      await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
      await dialog.getByRole("button", { name: words.submit }).click();
      await expect(dialog).toBeHidden();
    },
  };
}

test("amended: old and new stand side by side, and what would read differently asks for a decision", async ({
  page,
}) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const { patientId } = await addCourse(clinic, workedCase("C01"), { visits: 4, daysAgo: 1 });
  await loginAs(page, clinic.owner.membershipId);
  await openVisit(page, patientId, 4);
  const amending = await act(page, record.amend, REASON);
  await amending.dialog.getByLabel(record.field).selectOption("measure.ely_angle_deg.L");
  await amending.dialog.getByLabel(record.amend.value).fill("100");
  await amending.sign();

  const added = card(page, record.added);
  await expect(added.getByText(new RegExp(`^Amended .* by ${clinic.ownerName}$`))).toBeVisible();
  await expect(added).toContainText(REASON);
  await expect(added.getByRole("definition")).toContainText([/^\d{3}/, /^100$/]);
  await expect(page.getByRole("link", { name: /^Amended .*: 1 entry$/ })).toHaveAttribute("href", "#added");
  await expect(page.getByRole("link", { name: record.amendedSince })).toHaveCount(1);
  await expect(card(page, record.difference.title)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/patients/${patientId}`);
  await expect(page.getByText(/would read differently now/)).toBeVisible();
  await page.goto(`/patients/${patientId}/visits`);
  await expect(page.getByRole("row", { name: /^Visit 4, / })).toContainText("amended: 1");
});

test("amended: what was left out is added, a pain of 0 and the day a strain began", async ({ page }) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const { patientId, dayZero } = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 1 });
  await loginAs(page, clinic.owner.membershipId);
  await openVisit(page, patientId, 1);
  const pain = await act(page, record.amend, REASON);
  await pain.dialog.getByLabel(record.field).selectOption("measure.nprs_exercise.M");
  await pain.dialog.getByRole("radio", { name: "0", exact: true }).press("Space");
  await expectAccessible(page);
  await pain.sign();
  const added = card(page, record.added);
  await expect(added).toContainText("0 / 10");

  const strain = await act(page, record.amend, REASON);
  await strain.dialog.getByLabel(record.field).selectOption("sign.sudden_onset_posterior_thigh.L");
  await strain.dialog.getByLabel(record.amend.grade).selectOption("present");
  await strain.dialog.getByLabel("Date of onset").fill(dayZero);
  await strain.sign();
  await expect(added).toContainText(/ · \d{1,2} [A-Z][a-z]+ \d{4}/);
});

test("voided: it stays readable, stops counting and says why", async ({ page }) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const { patientId } = await addCourse(clinic, workedCase("C01"), { visits: 3, daysAgo: 1 });
  await loginAs(page, clinic.owner.membershipId);
  await openVisit(page, patientId, 3);
  await (await act(page, record.void, "Entered for the wrong patient")).sign();
  await expect(page.getByText("Voided: Entered for the wrong patient")).toBeVisible();
  await expect(page.getByRole("button", { name: record.amend.button, exact: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: record.void.button, exact: true })).toHaveCount(0);
  await page.goto(`/patients/${patientId}/visits`);
  await expect(page.getByRole("row", { name: /^Visit 3, / })).toContainText("Voided");
});

test("co-signed: the proposal waits for the supervisor, then applies everywhere", async ({ page, browser }) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const trainee = await addStaff(clinic, "supervised_clinician", "Sam Trainee");
  const course = { visits: 4, daysAgo: 1, lastSignedBy: trainee, planPending: true };
  const { patientId, name } = await addCourse(clinic, workedCase("C01"), course);

  const theirs = await (await browser.newContext()).newPage();
  await loginAs(theirs, trainee.membershipId);
  await openVisit(theirs, patientId, 4);
  await expect(theirs.getByText(record.cosign.waiting)).toBeVisible();
  for (const { button } of [record.cosign, record.void]) {
    await expect(theirs.getByRole("button", { name: button, exact: true })).toHaveCount(0);
  }
  await theirs.context().close();

  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toContainText(
    "Waiting for your co-signature",
  );
  await openVisit(page, patientId, 4);
  const cosigning = await act(page, record.cosign);
  await expect(cosigning.dialog).toContainText("The phase moves from Release to Strengthen 1");
  await cosigning.sign();
  await expect(page.getByText(new RegExp(`^Co-signed .* by ${clinic.ownerName}$`))).toBeVisible();
  const result = card(page, record.cosigned_result.title);
  await expect(result).toContainText("Release → Strengthen 1");
  await expect(page.getByRole("link", { name: "Assign plan" })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/patients/${patientId}/visits`);
  const row = page.getByRole("row", { name: /^Visit 4, / });
  await expect(row).toContainText("co-signed");
  await expect(row).toContainText("Release → Strengthen 1");
});

test("returned: it goes back with the reason and no longer waits", async ({ page }) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const trainee = await addStaff(clinic, "supervised_clinician", "Sam Trainee");
  const course = { visits: 2, daysAgo: 1, lastSignedBy: trainee, planPending: true };
  const { patientId } = await addCourse(clinic, workedCase("C01"), course);
  await loginAs(page, clinic.owner.membershipId);
  await openVisit(page, patientId, 2);
  await (await act(page, record.return, "Measure the right leg again")).sign();
  await expect(page.getByText(new RegExp(`^Returned .* by ${clinic.ownerName}$`))).toBeVisible();
  await expect(page.getByText("Measure the right leg again")).toBeVisible();
  await page.goto("/caseload");
  await expect(page.getByText("Waiting for your co-signature")).toHaveCount(0);
});

test("a hold ends with a medical clearance", async ({ page }) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const worked = workedCase("C04");
  const clearing = worked.visits[3]!;
  const patient = await addCourse(clinic, worked, { visits: 3, daysAgo: clearing.day - worked.visits[2]!.day });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto(`/patients/${patient.patientId}`);
  await expect(page.getByText(/^On hold/).first()).toBeVisible();
  await startVisit(page, patient.name, addDays(patient.dayZero, clearing.day));
  await enterRecord(page, { record: clearing, previous: worked.visits[2], dayZero: patient.dayZero });
  await signVisit(page);
  await expect(card(page, "Record")).toContainText("Dr Imrie, spinal clinic");
  await page.goto(`/patients/${patient.patientId}`);
  await expect(page.getByText(/^On hold/)).toHaveCount(0);
});
