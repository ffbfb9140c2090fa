/** What a clinician does on the visit screen: dates the visit, types a worked case's record, reads the rail, signs. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { VisitAssessment } from "@/domain/assessment";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { MeasureRecord, VisitRecord } from "@/domain/record";
import { measureById } from "@/domain/vocabulary/measures";
import { PASSWORD } from "./clinic";
import { changeName, gateName, gradeName, measureName, signName, statementName } from "./words";

/** From the caseload: a new visit in one click, moved to the day on which it took place. */
export async function startVisit(page: Page, name: string, visitOn: CalendarDay): Promise<void> {
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${name}` })
    .first()
    .click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]+$/);
  const [visitDate, nextReview] = [page.getByLabel("Date").first(), page.getByLabel("Date").nth(1)];
  await visitDate.fill(visitOn);
  await visitDate.press("Enter");
  // The page opened anew on that day: the next review lies after it.
  await expect(nextReview).toHaveAttribute("min", addDays(visitOn, 1));
  await expect(visitDate).toHaveValue(visitOn);
}

export async function enterRecord(page: Page, record: VisitRecord, dayZero: CalendarDay, massKg?: number) {
  await page.getByRole("button", { name: "All asked: no" }).click();
  await enterSigns(page, record, dayZero);
  for (const measure of record.measures) await enterMeasure(page, measure);
  await enterMethods(page, record.measures);
  if (massKg !== undefined) await page.getByLabel("Body mass").fill(String(massKg));
  await page.getByRole("button", { name: "No treatment given (assessment only)" }).click();
  await page.getByRole("region", { name: "Next review" }).getByRole("button", { name: "Open", exact: true }).click();
}

async function enterSigns(page: Page, { signs }: VisitRecord, dayZero: CalendarDay) {
  if (signs.length === 0) return;
  await page.getByRole("radiogroup", { name: "Signs shown" }).getByRole("radio", { name: "All" }).check();
  for (const { id, side, grade, onset_day } of signs) {
    const name = signName(id, side);
    const group = page.getByRole("radiogroup", { name, exact: true });
    await group.getByRole("radio", { name: gradeName(grade), exact: true }).check();
    if (onset_day !== undefined) {
      await page.getByLabel(`Date of onset, ${name}`).fill(addDays(dayZero, onset_day));
    }
  }
}

const cell = (page: Page, { id, side }: Pick<MeasureRecord, "id" | "side">): Locator =>
  page.getByRole("textbox", { name: measureName(id, side), exact: true });

async function enterMeasure(page: Page, measure: MeasureRecord) {
  await cell(page, measure).fill(String(measure.value));
  if (measure.lever_m !== undefined) {
    await page
      .getByRole("textbox", { name: `Lever arm, ${measureName(measure.id, measure.side)}` })
      .fill(String(measure.lever_m));
  }
}

/** Method and pelvis stand once for both sides. */
async function enterMethods(page: Page, measures: readonly MeasureRecord[]) {
  const done = new Set<string>();
  for (const { id, method, pelvis_stabilised } of measures) {
    if (done.has(id)) continue;
    done.add(id);
    const { label } = measureById(id);
    if (method !== undefined) await page.getByLabel(`Method, ${label}`).selectOption(method);
    if (pelvis_stabilised) await page.getByRole("checkbox", { name: `Pelvis held still, ${label}` }).check();
  }
}

/** The live rail and the rows say what the worked case expects. */
export async function expectRail(page: Page, expected: VisitAssessment): Promise<void> {
  const rail = page.getByRole("complementary", { name: "Assessment, live" });
  const phase = rail.locator("[data-phase-after]");
  await expect(phase).toHaveAttribute("data-phase-after", expected.phase_after);
  await expect(phase).toHaveAttribute("data-phase-before", expected.phase_before);
  for (const side of ["L", "R"] as const) {
    const statement = expected.pattern?.[side].statement;
    if (statement) await expect(rail).toContainText(statementName(statement));
  }
  if (expected.gate) {
    const gate = rail.getByRole("region", { name: `Gate ${expected.gate.id}` });
    await expect(gate).toContainText(gateName(expected.gate.status));
    await expectCodes(gate.locator("[data-reason]"), "data-reason", expected.gate.reasons);
  }
  await expectCodes(rail.locator("[data-notice]"), "data-notice", [...expected.notices, ...expected.warnings]);
  for (const change of expected.changes_vs_baseline) {
    const { measure, side } = change;
    const row = cell(page, { id: measure, side }).locator(
      "xpath=ancestor::tr[1] | self::*[not(ancestor::tr)]/ancestor::div[2]",
    );
    await expect(row).toContainText(side === "M" ? changeName(change) : `${side} ${changeName(change)}`);
  }
}

async function expectCodes(shown: Locator, attribute: string, codes: readonly string[]) {
  await expect
    .poll(async () =>
      (await shown.evaluateAll((all, name) => all.map((one) => one.getAttribute(name)), attribute)).sort(),
    )
    .toEqual([...codes].sort());
}

/** Signs with the password and waits for the signed record. Returns the visit's id. */
export async function signVisit(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Sign visit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign visit" }).click();
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** The signed record lists every change with its class. */
export async function expectSignedChanges(page: Page, { changes_vs_baseline }: VisitAssessment): Promise<void> {
  for (const change of changes_vs_baseline) {
    const { measure, side } = change;
    const { label } = measureById(measure);
    const item = page.getByRole("listitem").filter({ hasText: side === "M" ? `${label} :` : `${label} ${side}:` });
    await expect(item.first()).toContainText(changeName(change));
  }
}
