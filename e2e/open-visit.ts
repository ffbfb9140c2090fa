/** A visit under way: opened from the caseload, read back from the database, its controls by name. */
import { expect, type Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { preTenantTransaction, transaction } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import { visitDraftField } from "@/db/schema/visit";
import type { Actor, Role } from "@/db/scope";
import { seedStaff } from "@/db/seed/people";
import { draftPath } from "@/domain/visit/fields";
import { addPatient, newClinic, type TestClinic, type TestPatient, workedCase } from "./clinic";
import { loginAs } from "./login";
import { cellName } from "./words";

export type OpenVisit = { clinic: TestClinic; patient: TestPatient; visitId: string };

/** A clinic, a patient without a visit yet, the owner signed in with the first visit open. */
export async function openVisit(page: Page): Promise<OpenVisit> {
  const clinic = await newClinic();
  const patient = await addPatient(clinic, workedCase("C01"), 0);
  await loginAs(page, clinic.owner.membershipId);
  return { clinic, patient, visitId: await newVisit(page, patient) };
}

export async function newVisit(page: Page, patient: TestPatient): Promise<string> {
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${patient.name}` })
    .first()
    .click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]+$/);
  await expect(noteOf(page)).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Another member of the clinic's staff, with the journeys' password. */
export function addStaff({ owner, ownerEmail }: TestClinic, name: string, passwordHash: string): Promise<Actor> {
  const role: Role = "clinician";
  return preTenantTransaction((tx) =>
    seedStaff(tx, owner, { name, role, passwordHash, email: ownerEmail.replace("owner", "colleague") }),
  );
}

export const noteOf = (page: Page) => page.getByRole("textbox", { name: "Note", exact: true });
/** A cell of the flowsheet: the angle of the knee, left. */
export const kneeOf = (page: Page) => page.getByRole("textbox", { name: cellName("ely_angle_deg", "L"), exact: true });

/** Where every change goes: a journey that fails its requests cuts the page off. */
export const OUTBOX = "**/api/outbox";

export const KNEE = draftPath.measure("ely_angle_deg", "L");
export const stateOf = (page: Page) => page.getByRole("status").filter({ hasText: /Sav(ed|ing)/ });

export const expectSaved = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: /^Saved \d/ })).toBeVisible();

/** What the server holds of a draft's field; undefined where it never got any. */
export async function storedField({ clinic, visitId }: OpenVisit, path: string) {
  const [row] = await transaction(clinic.owner, (tx) =>
    tx
      .select({ value: visitDraftField.value, version: visitDraftField.version })
      .from(visitDraftField)
      .where(
        and(
          eq(visitDraftField.clinicId, clinic.owner.clinicId),
          eq(visitDraftField.visitId, visitId),
          eq(visitDraftField.path, path),
        ),
      ),
  );
  return row;
}

export const expectStored = (visit: OpenVisit, path: string, value: unknown) =>
  expect.poll(async () => (await storedField(visit, path))?.value).toEqual(value);

/** Only what signing asks for: no treatment, next review open. */
export async function makeComplete(page: Page): Promise<void> {
  await page.getByRole("button", { name: "No treatment given (assessment only)" }).click();
  await page.getByRole("region", { name: "Next review" }).getByRole("button", { name: "Open", exact: true }).click();
  await expectSaved(page);
}

export function signings({ clinic, visitId }: OpenVisit) {
  return transaction(clinic.owner, (tx) =>
    tx
      .select({ detail: auditEvent.detail })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.clinicId, clinic.owner.clinicId),
          eq(auditEvent.objectId, visitId),
          eq(auditEvent.action, "visit.sign"),
        ),
      ),
  );
}
