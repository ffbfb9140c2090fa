/** A report shared with its patient: their copy on the phone, nobody else's, and gone once it is taken back. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import { FLAGS } from "@/domain/vocabulary/flags";
import { addCourse, newClinic, workedCase } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { PHONE } from "./phone";

test("a clinician shares a report, the patient downloads a copy without flags, and it can be taken back", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 3, daysAgo: 2 });
  const other = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 2 });
  const desk = await (await browser.newContext()).newPage();
  await loginAs(desk, clinic.owner.membershipId);
  await desk.goto(`/patients/${patient.patientId}/reports`);
  await desk.getByRole("button", { name: "Create report" }).click();
  await desk.getByRole("button", { name: "Share with patient" }).click();
  await expect(desk.getByText(`by ${clinic.ownerName}.`)).toBeVisible();
  await expectAccessible(desk);

  const phone = await (await browser.newContext(PHONE)).newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my/record");
  const link = phone.getByRole("link", { name: /^Report .* \(PDF\)$/ });
  const address = (await link.getAttribute("href")) ?? "";
  const downloading = phone.waitForEvent("download", { timeout: 30_000 });
  await link.click();
  const file = readFileSync(await (await downloading).path());
  const document = await getDocumentProxy(new Uint8Array(file));
  const text = (await extractText(document, { mergePages: true })).text.replace(/\s+/g, " ");
  expect(text).toContain("Summary Improved.");
  expect(text).toContain("This is your own copy.");
  expect(text).toContain(patient.name);
  for (const { name } of FLAGS) expect(text.toLowerCase()).not.toContain(name.toLowerCase());

  const neighbour = await (await browser.newContext(PHONE)).newPage();
  await loginAs(neighbour, other.membershipId);
  expect(await statusOf(phone, address)).toBe(200);
  expect(await statusOf(neighbour, address)).toBe(404);
  expect(await statusOf(desk, address)).toBe(404);
  const clinicsOwn = address.replace("/my/record/report/", "/api/exports/report/");
  expect(await statusOf(phone, clinicsOwn)).toBe(404);

  await desk.getByRole("button", { name: "Take back" }).click();
  await expect(desk.getByRole("button", { name: "Share with patient" })).toBeVisible();
  expect(await statusOf(phone, address)).toBe(404);
  await phone.reload();
  await expect(link).toHaveCount(0);
  for (const page of [desk, phone, neighbour]) await page.context().close();
});

/** As the browser that is signed in there would ask. */
const statusOf = async (page: Page, address: string): Promise<number> => (await page.request.get(address)).status();
