/** What a clinician types on the visit screen: every field of a worked case's visit, through its own control. */
import { expect, type Locator, type Page } from "@playwright/test";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { MeasureRecord, ScreeningRecord, Side, VisitRecord } from "@/domain/record";
import { type FlagId, flagById } from "@/domain/vocabulary/flags";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import text from "@/messages/en/visit.json" with { type: "json" };
import parts from "@/messages/en/visit-parts.json" with { type: "json" };
import { ackName, cellName, gradeName, measureName, phaseName, screeningName, signName } from "./words";

export type Entry = {
  record: VisitRecord;
  /** The one before, for what is unchanged since. */
  previous?: VisitRecord | undefined;
  dayZero: CalendarDay;
  /** Taken at this visit. */
  massKg?: number | undefined;
};

export async function enterRecord(page: Page, { record, previous, dayZero, massKg }: Entry): Promise<void> {
  for (const answer of record.screening ?? []) await enterAnswer(page, answer, dayZero);
  await enterFlags(page, record, previous);
  await enterSigns(page, record, dayZero);
  for (const measure of record.measures) await enterMeasure(page, measure);
  await enterMethods(page, record.measures);
  if (massKg !== undefined) await page.getByLabel(text.bodyValues.mass_kg).fill(String(massKg));
  for (const { id, reason } of record.cannot_test ?? []) await enterCannotTest(page, id, reason);
  await enterEvents(page, record);
  // What is acknowledged is asked for once the rules have seen the finding.
  for (const id of record.acks ?? []) {
    await page.getByRole("button", { name: `${text.precautions.acknowledge}, ${ackName(id)}` }).press("Enter");
  }
  await enterDecision(page, record);
  // By key: the rows above still grow with what the rules say of the last value, and a click would miss what moves.
  await page.getByRole("button", { name: "No treatment given (assessment only)" }).press("Enter");
  await page
    .getByRole("region", { name: text.sections.next_review })
    .getByRole("button", { name: text.nextReview.open, exact: true })
    .press("Enter");
}

async function enterAnswer(page: Page, given: ScreeningRecord, dayZero: CalendarDay) {
  const { flag, answer, decision, reason, recheck_day } = given;
  const { name } = flagById(flag);
  await choose(
    page
      .getByRole("radiogroup", { name: screeningName(flag), exact: true })
      .getByRole("radio", { name: text.screening[answer], exact: true }),
  );
  if (decision === undefined) return;
  const words = { not_concerned: "notConcerned", safety_net: "safetyNet", suspected: "suspected" } as const;
  await choose(page.getByRole("radio", { name: text.screening[words[decision]], exact: true }));
  if (reason !== undefined) await page.getByLabel(`${text.screening.reason}, ${name}`).fill(reason);
  if (recheck_day !== undefined) {
    await page.getByLabel(`${text.screening.recheck}, ${name}`).fill(addDays(dayZero, recheck_day));
  }
}

const isTicked = (flag: FlagId) => ["history", "clinician"].includes(flagById(flag).origin);

/** A precaution is ticked once and stays by one key; a red flag is a question answered and judged. */
async function enterFlags(page: Page, { flags }: VisitRecord, previous: VisitRecord | undefined) {
  const ticked = flags.filter(isTicked);
  const isSame = ticked.length > 0 && String(ticked) === String(previous?.flags.filter(isTicked));
  if (isSame) await page.getByRole("button", { name: text.precautions.unchanged }).click();
  else for (const flag of ticked) await choose(page.getByRole("checkbox", { name: flagById(flag).name, exact: true }));
  for (const flag of flags.filter((each) => flagById(each).origin === "screening")) {
    await enterAnswer(page, { flag, answer: "yes", decision: "suspected" }, "");
  }
}

async function enterSigns(page: Page, { signs }: VisitRecord, dayZero: CalendarDay) {
  if (signs.length === 0) return;
  await choose(
    page.getByRole("radiogroup", { name: text.signs.filter }).getByRole("radio", { name: text.signs.filters.all }),
  );
  for (const { id, side, grade, onset_day } of signs) {
    const name = signName(id, side);
    const group = page.getByRole("radiogroup", { name, exact: true });
    await choose(group.getByRole("radio", { name: gradeName(grade), exact: true }));
    if (onset_day !== undefined) {
      await page.getByLabel(`${text.signs.onset}, ${name}`).fill(addDays(dayZero, onset_day));
    }
  }
}

const measureCell = (page: Page, id: MeasureId, side: Side): Locator =>
  page.getByRole("textbox", { name: cellName(id, side), exact: true });

async function enterMeasure(page: Page, { id, side, value, lever_m, rater, quality }: MeasureRecord) {
  const name = measureName(id, side);
  if (id.startsWith("nprs_")) {
    const keys = page.getByRole("group", { name, exact: true });
    await choose(keys.getByRole("radio", { name: String(value), exact: true }));
  } else await measureCell(page, id, side).fill(String(value));
  if (lever_m !== undefined) {
    await page.getByRole("textbox", { name: `${text.measures.lever}, ${name}` }).fill(String(lever_m));
  }
  if (rater === undefined && quality === undefined) return;
  const by = page.getByRole("textbox", { name: `${text.measures.rater}, ${name}` });
  if (!(await by.isVisible())) await page.getByRole("button", { name: measureById(id).label, expanded: false }).click();
  if (rater !== undefined) await by.fill(rater);
  if (quality === "invalid") await choose(page.getByRole("checkbox", { name: `${text.measures.invalid}, ${name}` }));
}

/** Method and pelvis stand once for both sides. */
async function enterMethods(page: Page, measures: readonly MeasureRecord[]) {
  const done = new Set<string>();
  for (const { id, method, pelvis_stabilised } of measures) {
    if (done.has(id)) continue;
    done.add(id);
    const { label } = measureById(id);
    if (method !== undefined) await page.getByLabel(`${text.measures.method}, ${label}`).selectOption(method);
    if (pelvis_stabilised) await choose(page.getByRole("checkbox", { name: `${text.measures.pelvis}, ${label}` }));
  }
}

async function enterCannotTest(page: Page, id: keyof typeof text.cannotTest & string, reason: string) {
  const name = String(text.cannotTest[id]);
  await page.getByLabel(name, { exact: true }).selectOption("other");
  await page.getByLabel(`${text.cannotTest.because}, ${name}`).fill(reason);
}

async function enterEvents(page: Page, { events = [] }: VisitRecord) {
  const words = parts.hold;
  for (const event of events) {
    if (event === "medical_clearance") {
      await choose(page.getByRole("checkbox", { name: words.clearance }));
      await page.getByLabel(words.who).fill("Dr Imrie, spinal clinic");
      await page.getByLabel(words.what).fill("MRI without compression; exercise allowed");
      continue;
    }
    const { name } = flagById(event.flag);
    await choose(page.getByRole("checkbox", { name: `${words.inError}, ${name}` }));
    const group = page.getByRole("group", { name: `${words.inError}, ${name}` });
    await group.getByLabel(`${words.inErrorReason}, ${name}`).fill(event.reason);
    if (event.second_clinician !== undefined) {
      await group.getByLabel(parts.second.label).selectOption(event.second_clinician);
    }
  }
}

async function enterDecision(page: Page, { decision, override }: VisitRecord) {
  const section = page.getByRole("region", { name: text.sections.decision, exact: true });
  if (decision) {
    await choose(section.getByRole("radio", { name: text.decision[decision.choice], exact: true }));
    if (decision.reason !== undefined) await section.getByLabel(text.decision.keepReason).fill(decision.reason);
  }
  if (!override) return;
  await section.getByRole("button", { name: text.decision.override, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: parts.override.title });
  await dialog.getByLabel(parts.override.toPhase).selectOption({ label: phaseName(override.to_phase) });
  await dialog.getByLabel(parts.override.reason, { exact: true }).selectOption("outside_model");
  await dialog.getByLabel(parts.override.text).fill(override.reason);
  if (override.second_clinician !== undefined) {
    await dialog.getByLabel(parts.second.label).selectOption(override.second_clinician);
  }
  await dialog.getByRole("button", { name: parts.override.take }).click();
  await expect(dialog).toBeHidden();
}

/** Takes back an override that can't be signed. */
export async function removeOverride(page: Page): Promise<void> {
  await page.getByRole("button", { name: text.decision.removeOverride }).click();
}

/** By key: a row that the live assessment has just made taller moves what a pointer was about to press. */
async function choose(control: Locator): Promise<void> {
  if (await control.isChecked()) return;
  await control.press("Space");
  await expect(control).toBeChecked();
}
