/** The desk: what reception sees and is refused, a reason put to sleep, a double registration, an episode closed and reopened. */
import { expect } from "@playwright/test";
import { addCourse, addStaff, newClinic, workedCase } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";

test.describe("reception", () => {
  test.use({ allowedComplaints: ["404"] });

  test("sees whom to call and how, and nothing of anybody's health", async ({ page }) => {
    test.setTimeout(45_000);
    const clinic = await newClinic();
    const desk = await addStaff(clinic, "reception", "Ola Desk");
    const { patientId, name } = await addCourse(clinic, workedCase("C04"), { visits: 3, daysAgo: 1 });
    await loginAs(page, desk.membershipId);
    await page.goto("/caseload");
    await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(/hold|phase|pain/i);
    await expectAccessible(page);

    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL(`/patients/${patientId}/record`);
    await expect(page.getByRole("heading", { name })).toBeVisible();
    await expect(page.getByLabel("Phone").first()).toBeVisible();
    // The whole document, what scripts read included.
    expect(await page.content()).not.toMatch(/cauda|precaution|low back ache/i);

    const rooms = ["", "/visits", "/plan", "/reports"].map((room) => `/patients/${patientId}${room}`);
    for (const path of [...rooms, "/library", "/library/exercises", "/settings/rules"]) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 404]);
    }
  });
});

test("a reason sleeps until the day named and can be woken", async ({ page }) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  const { name } = await addCourse(clinic, workedCase("C01"), { visits: 4, daysAgo: 1, planPending: true });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  const row = page.getByRole("list", { name: "Patients" }).getByRole("listitem").filter({ hasText: name }).first();
  await expect(row).toContainText("Phase moved: assign its plan");
  await row.getByRole("button", { name: `Snooze ${name}` }).click();
  const dialog = page.getByRole("dialog", { name: `Snooze ${name}` });
  await dialog.getByLabel("Reason to hide").selectOption("ready_to_advance");
  await dialog.getByRole("button", { name: "Snooze", exact: true }).click();
  await expect(dialog.getByText("Say why.")).toBeVisible();
  await dialog.getByLabel("Why").fill("Comes on Monday");
  await dialog.getByRole("button", { name: "Snooze", exact: true }).click();
  await expect(dialog).toBeHidden();
  const wake = row.getByRole("button", { name: /^Wake: Phase moved/ });
  await expect(wake).toBeVisible();
  await wake.click();
  await expect(wake).toHaveCount(0);
  await expect(row).toContainText("Phase moved: assign its plan");
});

test("registered twice: the record is named, and another person of that name can be told apart", async ({ page }) => {
  test.setTimeout(45_000);
  const clinic = await newClinic();
  await loginAs(page, clinic.owner.membershipId);
  const register = async () => {
    await page.goto("/patients/new");
    await page.getByLabel("Given name").fill("Łukasz");
    await page.getByLabel("Family name").fill("O’Neill");
    await page.getByLabel("Birth date").fill("1980-05-05");
    await page.getByRole("radio", { name: "Male", exact: true }).check();
    await page.getByRole("button", { name: "Save patient" }).click();
  };
  await register();
  await expect(page).toHaveURL(/\/patients\/[0-9a-f-]{36}$/);
  const first = page.url();
  await register();
  await expect(page.getByText("Somebody of this name and birth date is here already")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Łukasz O’Neill, CP-/ })).toHaveAttribute(
    "href",
    new URL(first).pathname,
  );
  await expect(page.getByLabel("Given name")).toHaveValue("Łukasz");
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "This is another person" }).check();
  await page.getByRole("button", { name: "Save patient" }).click();
  await expect(page).toHaveURL(/\/patients\/[0-9a-f-]{36}$/);
  expect(page.url()).not.toBe(first);
});

test("an episode closes with its reason, the phone becomes read-only, and a new one opens", async ({
  page,
  browser,
}) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 1 });
  const { patientId } = patient;
  await loginAs(page, clinic.owner.membershipId);
  await page.goto(`/patients/${patientId}/record`);
  await page.getByText("Close episode").first().click();
  await page.getByLabel("Reason", { exact: true }).selectOption({ label: "Goals met" });
  await page.getByRole("button", { name: "Close episode" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: ": Goals met" })).toBeVisible();

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my");
  await expect(phone.getByRole("link", { name: "Start session" })).toHaveCount(0);
  await phone.context().close();

  await page.goto(`/patients/${patientId}`);
  await expect(page.getByText(/episode was closed on/i).first()).toBeVisible();
  await page.goto(`/patients/${patientId}/record`);
  await page.getByLabel("Complaint").fill("The other side now");
  await page.getByRole("button", { name: "Open episode" }).click();
  await expect(page.getByText("Close episode").first()).toBeVisible();
  await page.goto(`/patients/${patientId}/visits`);
  await expect(page.getByRole("heading", { name: /^Episode/ })).toHaveCount(2);
});
