/** Discharge: closed with a reason and what it came to, a sheet to take home, a phone that only reads, a new beginning. */
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";
import portal from "@/messages/en/portal.json" with { type: "json" };
import progress from "@/messages/en/progress.json" with { type: "json" };
import sheet from "@/messages/en/sheet.json" with { type: "json" };
import { addCourse, newClinic, workedCase } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { PHONE } from "./phone";

/** The sheet as a press on `name` downloads it. */
async function sheetText(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  const document = await getDocumentProxy(new Uint8Array(await readFile(await download.path())));
  return (await extractText(document, { mergePages: true })).text.replace(/\s+/g, " ");
}

test("an episode is closed with what it came to; the phone keeps the sheet and logs nothing; a new one begins anew", async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 3, daysAgo: 1 });
  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my");
  const rows = await phone.getByRole("list", { name: portal.today.list }).locator("summary").allInnerTexts();
  const exercises = rows.map((row) => row.split("\n")[0] ?? "");
  expect(exercises.length).toBeGreaterThan(1);

  await loginAs(page, clinic.owner.membershipId);
  await page.goto(`/patients/${patient.patientId}/record`);
  const episode = page.locator("section").filter({ has: page.getByRole("heading", { name: "Episode of care" }) });
  await episode.getByText("Close episode").first().click();
  await expect(episode.getByText(/Visits attended: 3, not attended: 0 · Overrides: 0/)).toBeVisible();
  await expect(episode.getByRole("row", { name: /Pain, worst in 24 h/ })).toBeVisible();
  await episode.getByRole("button", { name: "Close episode" }).click();
  await expect(episode.getByText("Choose a reason.")).toBeVisible();
  await episode.getByRole("combobox", { name: "Reason" }).selectOption({ label: "Able to go on alone" });
  await episode.getByRole("textbox", { name: /Note/ }).fill("Knows what to do in a flare");
  await episode.getByRole("button", { name: "Close episode" }).click();
  await expect(episode.getByText(/Able to go on alone\. Knows what to do in a flare/)).toBeVisible();
  await expectAccessible(page);

  const forClinic = await sheetText(page, "Self-management sheet (PDF)");
  for (const part of [patient.name, sheet.exercises, sheet.flare, sheet.strong]) expect(forClinic).toContain(part);
  for (const name of exercises) expect(forClinic).toContain(name);

  await phone.reload();
  await expect(phone.getByRole("heading", { name: portal.today.ended })).toBeVisible();
  await expect(phone.getByRole("link", { name: "Start session" })).toHaveCount(0);
  expect(await sheetText(phone, portal.today.sheet)).toBe(forClinic);
  await phone.goto("/my/session");
  await expect(phone.getByText("There is nothing to do today.")).toBeVisible();
  await expect(phone.getByRole("button", { name: "I did all of it" })).toHaveCount(0);

  await episode.getByRole("textbox", { name: /Complaint/ }).fill("Back again after the harvest");
  await episode.getByRole("button", { name: "Open episode" }).click();
  await expect(episode.getByText("Close episode").first()).toBeVisible();
  await page.goto(`/patients/${patient.patientId}`);
  await expect(page.getByText(progress.empty_text)).toBeVisible();
  await page.goto(`/patients/${patient.patientId}/plan`);
  await expect(page.getByText("No plan yet")).toBeVisible();
  await phone.goto("/my");
  await expect(phone.getByRole("heading", { name: portal.today.noPlan })).toBeVisible();
  await context.close();
});
