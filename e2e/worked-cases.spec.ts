/** Every worked case through the screens: registered, each visit typed in, the live rail and the signed result as expected. */
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { VisitAssessment } from "@/domain/assessment";
import { addDays } from "@/domain/calendar-day";
import text from "@/messages/en/visit.json" with { type: "json" };
import parts from "@/messages/en/visit-parts.json" with { type: "json" };
import { expectShown, shownIn } from "./assessment-screen";
import { addColleague, newClinic, workedCase } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";
import { enterNewPatient } from "./new-patient";
import { enterRecord, removeOverride } from "./record-entry";
import { storedResult } from "./stored-result";
import { signVisit, startVisit } from "./visit-screen";

const { cases } = JSON.parse(readFileSync("domain/cases.json", "utf8")) as {
  cases: { case_id: string; title: string }[];
};

for (const { case_id, title } of cases) {
  const worked = workedCase(case_id);
  test(`${case_id}: ${title}`, async ({ page }) => {
    test.setTimeout(20_000 + 20_000 * worked.visits.length);
    const clinic = await newClinic();
    for (const name of secondClinicians(case_id)) await addColleague(clinic, name);
    await loginAs(page, clinic.owner.membershipId);
    const patient = await test.step("registered", () => enterNewPatient(page, worked));

    for (const [index, record] of worked.visits.entries()) {
      const expected = worked.expected[index]!;
      await test.step(`visit ${record.visit}, day ${record.day}`, async () => {
        await startVisit(page, patient.name, addDays(patient.dayZero, record.day));
        const massKg = record.mass_kg ?? (index === 0 ? worked.patient.mass_kg : undefined);
        await enterRecord(page, { record, previous: worked.visits[index - 1], dayZero: patient.dayZero, massKg });
        await expectShown(page, expected);
        const signed = expected.warnings.includes("override_rejected")
          ? await withoutOverride(page, expected)
          : expected;
        const visitId = await signVisit(page);
        await expectShown(page, signed);
        const stored = await storedResult(clinic, visitId);
        expect(shownIn(stored)).toEqual(shownIn(signed));
        expect([stored.visit, stored.day]).toEqual([record.visit, record.day]);
      });
    }
  });
}

/** The screen signs no override without a reason: it is said, taken back, and the rest stands. */
async function withoutOverride(page: Page, expected: VisitAssessment): Promise<VisitAssessment> {
  await page.getByRole("button", { name: parts.sign.button }).click();
  const dialog = page.getByRole("dialog", { name: parts.sign.blockedTitle });
  await expect(dialog.getByRole("button", { name: new RegExp(`^${text.decision.override}:`) })).toBeVisible();
  await dialog.getByRole("button", { name: text.close }).click();
  await removeOverride(page);
  const signed = { ...expected, warnings: expected.warnings.filter((warning) => warning !== "override_rejected") };
  await expectShown(page, signed);
  return signed;
}

function secondClinicians(caseId: string): string[] {
  const named = workedCase(caseId).visits.flatMap(({ override, events = [] }) => [
    override?.second_clinician ?? [],
    ...events.map((event) => (typeof event === "string" ? [] : (event.second_clinician ?? []))),
  ]);
  return [...new Set(named.flat())];
}
