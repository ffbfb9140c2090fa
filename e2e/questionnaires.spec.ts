/** Questions before a visit: answered on the phone, or on a tablet that can't be left without the clinician's password. */
import { expect, type Page } from "@playwright/test";
import { and, asc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { questionnaireResponse } from "@/db/schema/finding";
import { addCourse, addPatient, newClinic, PASSWORD, type TestClinic, type TestPatient, workedCase } from "./clinic";
import { expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";
import { expectStored, noteOf, openVisit } from "./open-visit";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const responses = (clinic: TestClinic, patient: TestPatient) =>
  transaction(clinic.owner, (tx) =>
    tx
      .select({
        instrument: questionnaireResponse.instrument,
        score: questionnaireResponse.score,
        by: questionnaireResponse.filledBy,
        language: questionnaireResponse.language,
        handedById: questionnaireResponse.handedById,
        acceptedAt: questionnaireResponse.acceptedAt,
      })
      .from(questionnaireResponse)
      .where(
        and(
          eq(questionnaireResponse.clinicId, clinic.owner.clinicId),
          eq(questionnaireResponse.patientId, patient.patientId),
        ),
      )
      .orderBy(asc(questionnaireResponse.instrument)),
  );

const pain = (page: Page, name: RegExp, score: number) =>
  page
    .getByRole("group", { name })
    .getByRole("radio", { name: String(score), exact: true })
    .check();

async function answerPain(page: Page, worst: number): Promise<void> {
  await page.getByRole("button", { name: "Answer: Your pain" }).click();
  await pain(page, /right now/, 2);
  await pain(page, /lowest/, 0);
  await pain(page, /highest/, worst);
  await page.getByRole("button", { name: "Send my answers" }).click();
}

test("on the phone: kept item by item, sent once, waiting for the visit", async ({ browser }) => {
  test.setTimeout(90_000);
  const clinic = await newClinic();
  const patient = await addPatient(clinic, workedCase("C01"), 3);
  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my/questionnaires");
  await expectAccessible(phone);

  // Nothing has a default: an unanswered item is said, not filled in.
  await phone.getByRole("button", { name: "Answer: Your pain" }).click();
  await pain(phone, /right now/, 2);
  await phone.getByRole("button", { name: "Send my answers" }).click();
  await expect(phone.getByText("Please answer this first.")).toHaveCount(2);
  // What was answered outlives a reload.
  await phone.reload();
  await phone.getByRole("button", { name: "Go on: Your pain" }).click();
  await expect(
    phone.getByRole("group", { name: /right now/ }).getByRole("radio", { name: "2", exact: true }),
  ).toBeChecked();
  await pain(phone, /lowest/, 0);
  await pain(phone, /highest/, 6);
  await context.setOffline(true);
  await phone.getByRole("button", { name: "Send my answers" }).dblclick();
  await expect(phone.getByText("Saved on this device. It is sent when you are online.")).toBeVisible();
  expect(await responses(clinic, patient)).toEqual([]);
  await context.setOffline(false);
  await expect(phone.getByText("Sent. It waits for your visit.")).toBeVisible({ timeout: 20_000 });

  // No sentence ticked is an answer of its own.
  await phone.getByRole("button", { name: "Answer: Your back today" }).click();
  await phone.getByRole("button", { name: "Send my answers" }).click();
  await expect(phone.getByText("Please answer this first.")).toBeVisible();
  await phone.getByRole("checkbox", { name: "None of these describes me today" }).check();
  await phone.getByRole("button", { name: "Send my answers" }).click();
  await expect(phone.getByText("Sent. It waits for your visit.")).toHaveCount(2);
  expect(await responses(clinic, patient)).toMatchObject([
    { instrument: "nprs", score: 6, by: "patient", language: "en", acceptedAt: null },
    { instrument: "rmdq", score: 0, by: "patient", handedById: null },
  ]);
  await phone.reload();
  await expect(phone.getByRole("button", { name: "Answer: Your pain" })).toHaveCount(0);
  await context.close();
});

test("in Spanish the questionnaire without a published translation is left out, kindly", async ({ browser }) => {
  const clinic = await newClinic();
  const patient = await addPatient(clinic, workedCase("C01"), 3);
  const context = await browser.newContext({ ...PHONE, locale: "es" });
  const phone = await context.newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my/record");
  await phone.getByRole("button", { name: "Español" }).click();
  await expect(phone.getByRole("heading", { name: "Mi ficha" })).toBeVisible();
  await phone.goto("/my/questionnaires");
  await expect(phone.getByRole("button", { name: "Responder: Su dolor" })).toBeVisible();
  await expect(phone.getByRole("button", { name: /Su espalda hoy/ })).toHaveCount(0);
  await expect(phone.getByText(/existe solo en inglés/)).toBeVisible();
  await context.close();
});

test.describe("a tablet handed over", () => {
  test.use({ allowedComplaints: ["401", "404", "ERR_INTERNET_DISCONNECTED"] });

  test("out of a visit only once everything typed is saved, and back into it", async ({ page, context }) => {
    test.setTimeout(60_000);
    const opened = await openVisit(page);
    const section = page.getByRole("region", { name: "Questionnaires" });
    const handOver = section.getByRole("button", { name: "Hand over the tablet" });
    await context.setOffline(true);
    await noteOf(page).fill("Typed before the tablet went over");
    await handOver.click();
    await expect(section.getByText("Not handed over: something typed is not saved yet.")).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`/visits/${opened.visitId}`);
    await context.setOffline(false);
    await handOver.click();
    await expect(page).toHaveURL(`/tablet?visit=${opened.visitId}`);
    await expectStored(opened, "note", "Typed before the tablet went over");
    await page.getByText("For your physiotherapist: unlock").click();
    await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await page.getByRole("button", { name: "Unlock tablet" }).click();
    await expect(page).toHaveURL(`/visits/${opened.visitId}`);
    await expect(noteOf(page)).toHaveValue("Typed before the tablet went over");
  });

  test("shows the questionnaires, opens nothing else by address or by hand, and unlocks with the password", async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const clinic = await newClinic();
    const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 20 });
    const other = await addPatient(clinic, workedCase("C02"), 3);
    await loginAs(page, clinic.owner.membershipId);
    await page.goto(`/patients/${patient.patientId}`);
    await page.getByRole("button", { name: "Hand over the tablet" }).click();
    await expect(page.getByRole("heading", { name: "Questions before your visit" }).first()).toBeVisible();
    await expectAccessible(page);

    for (const address of [
      "/caseload",
      `/patients/${patient.patientId}`,
      `/patients/${other.patientId}/record`,
      "/settings/team",
      "/my",
      "/my/record",
      "/sign-in",
      "/library/exercises",
    ]) {
      await page.goto(address);
      await expect(page, address).toHaveURL(/\/tablet/);
    }
    await page.goBack().catch(() => null);
    await expect(page).toHaveURL(/\/tablet/);
    for (const address of [
      `/api/changes/${patient.patientId}`,
      `/api/exports/plan/${patient.patientId}`,
      "/my/record/export",
      "/my/contact",
    ]) {
      expect((await page.request.get(address)).status(), address).toBeGreaterThanOrEqual(400);
    }

    await page.goto("/tablet");
    await answerPain(page, 5);
    await expect(page.getByText("Sent. It waits for your visit.")).toBeVisible();
    const stored = await responses(clinic, patient);
    expect(stored.filter(({ instrument }) => instrument === "nprs").at(-1)).toMatchObject({
      score: 5,
      by: "patient",
      handedById: clinic.owner.membershipId,
      acceptedAt: null,
    });

    await page.getByText("For your physiotherapist: unlock").click();
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Unlock tablet" }).click();
    await expect(page.getByText("The password doesn't match.")).toBeVisible();
    await page.getByRole("textbox", { name: "Password" }).fill(PASSWORD);
    await page.getByRole("button", { name: "Unlock tablet" }).click();
    await expect(page).toHaveURL(new RegExp(`/patients/${patient.patientId}$`));
    await expect(page.getByRole("heading", { name: patient.name })).toBeVisible();
    // Nothing of the answers stays on the shared device.
    const left = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open("counterpoise");
          opening.onsuccess = () => {
            const all = opening.result.transaction("cache").objectStore("cache").getAllKeys();
            all.onsuccess = () =>
              resolve(all.result.filter((key) => /^(questions|received):/.test(String(key))).length);
          };
        }),
    );
    expect(left).toBe(0);
  });
});
