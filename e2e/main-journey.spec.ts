/** The whole job on real input: two worked cases visit by visit, the plan, the patient's session, the chart, the PDF. */
import { readFileSync } from "node:fs";
import { type Browser, expect, type Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { extractText, getDocumentProxy } from "unpdf";
import { transaction } from "@/db/client";
import { homeSession } from "@/db/schema/home-session";
import type { VisitAssessment } from "@/domain/assessment";
import { addDays } from "@/domain/calendar-day";
import { expectShown, shownIn } from "./assessment-screen";
import { addPatient, newClinic, type TestClinic, type TestPatient, workedCase } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";
import { enterRecord } from "./record-entry";
import { storedResult } from "./stored-result";
import { signVisit, startVisit } from "./visit-screen";
import { changeName, chartTitle } from "./words";

for (const caseId of ["C01", "C02"]) {
  test(`${caseId}: from the first visit to the report`, async ({ page, browser }) => {
    test.setTimeout(180_000);
    const clinic = await newClinic();
    const worked = workedCase(caseId);
    const patient = await addPatient(clinic, worked, (worked.visits.at(-1)?.day ?? 0) + 1);
    await loginAs(page, clinic.owner.membershipId);

    for (const [index, record] of worked.visits.entries()) {
      const expected = worked.expected[index]!;
      await test.step(`visit ${record.visit}, day ${record.day}`, async () => {
        await startVisit(page, patient.name, addDays(patient.dayZero, record.day));
        await page.getByRole("button", { name: "All asked: no" }).click();
        const massKg = index === 0 ? worked.patient.mass_kg : undefined;
        await enterRecord(page, { record, dayZero: patient.dayZero, massKg });
        await expectShown(page, expected);
        const visitId = await signVisit(page);
        await expectShown(page, expected);
        expect(shownIn(await storedResult(clinic, visitId))).toEqual(shownIn(expected));
      });
      if (index === 0) await test.step("the plan", () => assignPlan(page, patient));
      else if (expected.phase_before !== expected.phase_after) {
        await test.step("the plan of the new phase", () => assignPlan(page, patient));
      }
    }

    await test.step("the patient's session on a phone", () => logSession(browser, clinic, patient));
    const changes = worked.expected.at(-1)!.changes_vs_baseline;
    await test.step("the chart", () => expectChart(page, patient, changes));
    await test.step("the report", () => expectReport(page, patient, changes));
  });
}

type Changes = VisitAssessment["changes_vs_baseline"];

async function assignPlan(page: Page, patient: TestPatient): Promise<void> {
  await page.goto(`/patients/${patient.patientId}/plan`);
  const none = page.getByRole("checkbox", { name: "None of these" });
  if (await none.isVisible()) await none.check();
  await page.getByRole("button", { name: "Assign plan" }).click();
  await expect(page.getByText(/Version \d+ is assigned/)).toBeVisible();
}

async function logSession(browser: Browser, clinic: TestClinic, patient: TestPatient): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const phone = await context.newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my");
  await expect(phone.getByRole("heading", { name: "Hello, Robin" })).toBeVisible();
  await expect(phone.getByRole("link", { name: /Emergency 999/ }).first()).toBeVisible();
  await phone.getByRole("link", { name: "Start session" }).click();
  await phone.getByRole("button", { name: "I did all of it" }).click();
  await expect(phone.getByRole("heading", { name: "How did it go?" })).toBeVisible();
  // Pain has no default: until both are chosen there is nothing to send.
  await expect(phone.getByRole("button", { name: "Finish session" })).toBeDisabled();
  const pain = (name: string, score: number) =>
    phone
      .getByRole("group", { name })
      .getByRole("radio", { name: String(score), exact: true })
      .check();
  await pain("Pain during exercise", 1);
  await pain("Worst pain in the last 24 hours", 3);
  await phone.getByRole("radio", { name: "About right" }).check();
  await phone.getByRole("textbox", { name: /Anything to tell/ }).fill("The left side felt looser");
  await phone.getByRole("button", { name: "Finish session" }).click();
  await expect(phone.getByText("Received by your clinic")).toBeVisible();
  const sessions = await transaction(clinic.owner, (tx) =>
    tx
      .select({ during: homeSession.painDuring, worst: homeSession.painWorst24h, note: homeSession.note })
      .from(homeSession)
      .where(and(eq(homeSession.clinicId, clinic.owner.clinicId), eq(homeSession.patientId, patient.patientId))),
  );
  expect(sessions).toEqual([{ during: 1, worst: 3, note: "The left side felt looser" }]);
  await context.close();
}

async function expectChart(page: Page, patient: TestPatient, changes: Changes): Promise<void> {
  await page.goto(`/patients/${patient.patientId}`);
  const main = page.getByRole("main");
  for (const change of changes) {
    const chart = main.getByRole("region", { name: chartTitle(change.measure), exact: true });
    await expect(chart).toContainText(changeName(change), { ignoreCase: true });
  }
}

async function expectReport(page: Page, patient: TestPatient, changes: Changes): Promise<void> {
  await page.goto(`/patients/${patient.patientId}/reports`);
  await page.getByRole("button", { name: "Create report" }).click();
  // The first report of a server loads its fonts.
  const patience = { timeout: 30_000 };
  const downloading = page.waitForEvent("download", patience);
  await page.getByRole("button", { name: "Download PDF" }).click(patience);
  const path = await (await downloading).path();
  const document = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  const { text } = await extractText(document, { mergePages: true });
  const flat = text.replace(/\s+/g, " ");
  expect(flat).toContain(patient.name);
  for (const change of new Set(changes.map(changeName))) expect(flat).toContain(change);
}
