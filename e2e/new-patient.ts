/** What a clinician does on New patient: a worked case's person and episode, typed into the form. */
import { randomBytes } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { InitialState } from "@/domain/record";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import words from "@/messages/en/patient.json" with { type: "json" };
import { TODAY, type WorkedCase } from "./clinic";

const { fields, choices, hints } = words;

/** The birthday lies this far back, so that the case's age holds through its longest course. */
const SINCE_BIRTHDAY_DAYS = 100;

const isOptional = (label: string) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** Registered so that the case's last visit was yesterday. */
export async function enterNewPatient(page: Page, worked: WorkedCase): Promise<{ name: string; dayZero: CalendarDay }> {
  const dayZero = addDays(TODAY, -1 - (worked.visits.at(-1)?.day ?? 0));
  const { age, sex, height_cm, dominant_side } = worked.patient;
  const family = `Vane${randomBytes(3).toString("hex")}`;
  const field = (label: string) => page.getByRole("textbox", { name: isOptional(label) });
  const choice = (legend: string, name: string) =>
    page.getByRole("group", { name: legend }).getByRole("radio", { name, exact: true }).check();

  await page.goto("/patients/new");
  await field(fields.givenName).fill("Robin");
  await field(fields.familyName).fill(family);
  await page.getByLabel(fields.birthDate).fill(bornOn(age, dayZero));
  await choice(fields.sex, choices.sex[sex]);
  if (height_cm !== undefined) await field(fields.heightCm).fill(String(height_cm));
  if (dominant_side !== undefined) await choice(fields.dominantSide, choices.side[dominant_side]);
  if (age < 18) {
    await field(fields.guardianName).fill("Maud Vane");
    await field(fields.guardianRelation).fill("mother");
    await field(fields.guardianPhone).fill("07700 901555");
    await choice(fields.consentGuardian, choices.consent.given);
  }
  if (worked.onset_day !== undefined) {
    await page.getByLabel(isOptional(fields.onsetOn)).fill(addDays(dayZero, worked.onset_day));
  }
  await page.getByLabel(fields.startedOn).fill(dayZero);
  if (worked.initial_state) await enterTransfer(page, worked.initial_state, dayZero, field);
  await page.getByRole("button", { name: words.new.save }).click();
  await expect(page).toHaveURL(/\/patients\/[0-9a-f-]{36}/);
  return { name: `Robin ${family}`, dayZero };
}

async function enterTransfer(
  page: Page,
  { phase, phase_since_day, gate_ely, last_nprs_worst, maintain_entry }: InitialState,
  dayZero: CalendarDay,
  field: (label: string) => Locator,
) {
  await page.getByRole("checkbox", { name: fields.transferred }).check();
  const label = TREATMENT_PHASES.find(({ id }) => id === phase)?.label ?? phase;
  await page.getByLabel(fields.phase).selectOption({ label });
  await page.getByLabel(fields.phaseSince).fill(addDays(dayZero, phase_since_day));
  if (last_nprs_worst !== undefined) await field(fields.lastWorstPain).fill(String(last_nprs_worst));
  const ely = page.getByRole("group", { name: hints.ely });
  const entry = page.getByRole("group", { name: hints.maintain });
  const typeIf = async (box: Locator, value: number | undefined) => {
    if (value !== undefined) await box.fill(String(value));
  };
  await typeIf(ely.getByLabel(isOptional(fields.elyL)), gate_ely?.L);
  await typeIf(ely.getByLabel(isOptional(fields.elyR)), gate_ely?.R);
  if (!maintain_entry) return;
  await typeIf(entry.getByLabel(isOptional(fields.hqL)), maintain_entry.L?.hq_ratio);
  await typeIf(entry.getByLabel(isOptional(fields.hqR)), maintain_entry.R?.hq_ratio);
  await typeIf(entry.getByLabel(isOptional(fields.lsiL)), maintain_entry.L?.lsi_ham_pct);
  await typeIf(entry.getByLabel(isOptional(fields.lsiR)), maintain_entry.R?.lsi_ham_pct);
  const method = maintain_entry.L?.method ?? maintain_entry.R?.method;
  if (method !== undefined) await entry.getByLabel(fields.maintainMethod).selectOption(method);
}

function bornOn(age: number, dayZero: CalendarDay): CalendarDay {
  const birthday = addDays(dayZero, -SINCE_BIRTHDAY_DAYS);
  // The 29th of February isn't in every year.
  const day = Math.min(28, Number(birthday.slice(8)));
  return `${Number(birthday.slice(0, 4)) - age}${birthday.slice(4, 8)}${String(day).padStart(2, "0")}`;
}
