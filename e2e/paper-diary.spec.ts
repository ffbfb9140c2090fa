/** Paper and phone meet on the chart: a diary typed with few keys, a session that appears by itself, a calendar that empties. */
import { expect } from "@playwright/test";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { transaction } from "@/db/client";
import { homeSession } from "@/db/schema/home-session";
import { holdOverlay, visit } from "@/db/schema/visit";
import { newId } from "@/domain/new-id";
import { addCourse, newClinic, TODAY, workedCase } from "./clinic";
import { answersKeys, expectAccessible, test } from "./fixtures";
import { loginAs } from "./login";

test("a week of a paper diary: at most five keys a day, recalled days marked, mistakes taken back", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 8, diligence: 0 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto(`/patients/${patient.patientId}/diary`);
  await expectAccessible(page);
  const first = page.getByRole("textbox", { name: /, done$/ }).first();
  await first.focus();
  let keys = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      await page.keyboard.press(key);
      keys += 1;
    }
  };
  const days = [["2", "3", "5"], ["1", "1", "Enter", "1", "0"], ["0"], ["Space"], ["r", "2", "0", "2"]];
  for (const day of days) {
    const before = keys;
    await press(...day);
    expect(keys - before).toBeLessThanOrEqual(5);
  }
  test.info().annotations.push({ type: "keys", description: `${keys} for ${days.length} days` });
  await page.getByRole("button", { name: "Save diary" }).click();
  await expect(page.getByText("4 days saved.")).toBeVisible();
  const stored = () =>
    transaction(clinic.owner, (tx) =>
      tx
        .select({
          source: homeSession.source,
          outcome: homeSession.outcome,
          during: homeSession.painDuring,
          worst: homeSession.painWorst24h,
        })
        .from(homeSession)
        .where(
          and(
            eq(homeSession.clinicId, clinic.owner.clinicId),
            eq(homeSession.patientId, patient.patientId),
            isNull(homeSession.voidedAt),
            ne(homeSession.source, "phone"),
          ),
        )
        .orderBy(asc(homeSession.performedOn)),
    );
  expect(await stored()).toEqual([
    { source: "diary", outcome: "done", during: 3, worst: 5 },
    { source: "diary", outcome: "partly", during: 1, worst: 10 },
    { source: "diary", outcome: "skipped", during: null, worst: null },
    { source: "recall", outcome: "done", during: 0, worst: 2 },
  ]);

  // The first day belonged to somebody else's page.
  await first.focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Save diary" }).click();
  await expect(page.getByText("1 day saved.")).toBeVisible();
  expect(await stored()).toHaveLength(3);
  await page.goto(`/patients/${patient.patientId}`);
  await expect(page.getByText(/recalled/).first()).toBeVisible();
});

test("typed days outlive a reload for whoever typed them, are told of at sign-out, and leave with what is saved", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 8, diligence: 0 });
  await loginAs(page, clinic.owner.membershipId);
  const address = `/patients/${patient.patientId}/diary`;
  await page.goto(address);
  const first = page.getByRole("textbox", { name: /, done$/ }).first();
  await answersKeys(first);
  await first.focus();
  for (const key of ["2", "3", "5", "0"]) await page.keyboard.press(key);
  const unsaved = page.getByText("2 days changed, not saved yet");
  await expect(unsaved).toBeVisible();
  await page.reload();
  await expect(unsaved).toBeVisible();
  await expect(first).toHaveValue("2");

  await page.goto("/caseload");
  const told = "2 changes on this device have not reached the clinic.";
  await expect(page.getByText(told)).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  const question = page.getByRole("dialog", { name: "Sign out?" });
  await expect(question).toContainText(told);
  await question.getByRole("button", { name: "Stay" }).click();
  await page.getByRole("link", { name: "Open the diary" }).click();
  await expect(unsaved).toBeVisible();

  await page.getByRole("button", { name: "Save diary" }).click();
  await expect(page.getByText("2 days saved.")).toBeVisible();
  await page.reload();
  await expect(first).toHaveValue("2");
  await expect(page.getByText(/not saved yet/)).toHaveCount(0);
  await page.goto("/caseload");
  await expect(page.getByRole("list", { name: /Patients|Caseload/ }).first()).toBeVisible();
  await expect(page.getByText(/not reached the clinic/)).toHaveCount(0);
});

test("a session logged on the phone is on the open chart within five seconds, without a reload", async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 5, diligence: 0 });
  await loginAs(page, clinic.owner.membershipId);
  await page.goto(`/patients/${patient.patientId}`);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const phone = await context.newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my");
  await phone.getByRole("link", { name: "Start session" }).click();
  await phone.getByRole("button", { name: "I did all of it" }).click();
  for (const [group, score] of [
    ["Pain during exercise", "1"],
    ["Worst pain in the last 24 hours", "3"],
  ] as const) {
    await phone.getByRole("group", { name: group }).getByRole("radio", { name: score, exact: true }).check();
  }
  const note = "The left side felt looser";
  await phone.getByRole("textbox", { name: /Anything to tell/ }).fill(note);
  await expect(page.getByText(note)).toHaveCount(0);
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  await phone.getByRole("button", { name: "Finish session" }).click();
  await expect(phone.getByText("Received by your clinic")).toBeVisible();
  await expect(page.getByText(note)).toBeVisible({ timeout: 5_000 });
  expect(loads).toBe(0);
  await page.getByRole("button", { name: "Mark notes as read" }).click();
  await expect(page.getByRole("button", { name: "Mark notes as read" })).toHaveCount(0);
  await context.close();
});

test("the calendar feed holds the planned days, empties at once under a hold, and ends when stopped", async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 5 });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await loginAs(phone, patient.membershipId);
  await phone.goto("/my/record");
  await phone.getByRole("button", { name: "Make a calendar address" }).click();
  const address = await phone.getByRole("textbox", { name: "Your calendar address" }).inputValue();
  // Nobody is signed in where a calendar app asks.
  const stranger = await browser.newContext();
  const feed = async () => stranger.request.get(address);
  const full = await (await feed()).text();
  expect(full).toContain("BEGIN:VEVENT");
  expect(full).toContain("SUMMARY:Session at home");
  expect(full).not.toMatch(/pain|release|strength|physio|hamstring|Robin|Vane/i);

  const [draft] = await transaction(clinic.owner, async (tx) => {
    const [last] = await tx
      .select({ id: visit.id })
      .from(visit)
      .where(and(eq(visit.clinicId, clinic.owner.clinicId), eq(visit.patientId, patient.patientId)));
    return tx
      .insert(holdOverlay)
      .values({
        clinicId: clinic.owner.clinicId,
        id: newId(),
        patientId: patient.patientId,
        episodeId: patient.episodeId,
        visitId: last!.id,
        flag: "cauda_equina_suspected",
        setById: clinic.owner.membershipId,
      })
      .returning({ id: holdOverlay.id });
  });
  const empty = await (await feed()).text();
  expect(empty).toContain("BEGIN:VCALENDAR");
  expect(empty).not.toContain("VEVENT");
  await transaction(clinic.owner, (tx) =>
    tx
      .update(holdOverlay)
      .set({ unsetAt: new Date() })
      .where(and(eq(holdOverlay.clinicId, clinic.owner.clinicId), eq(holdOverlay.id, draft!.id))),
  );
  expect(await (await feed()).text()).toContain("BEGIN:VEVENT");

  await phone.getByRole("button", { name: "Stop the calendar" }).click();
  await expect(phone.getByRole("button", { name: "Make a calendar address" })).toBeVisible();
  expect((await feed()).status()).toBe(404);
  await stranger.close();
  await context.close();
});

test("the patient's sheets are PDFs, and there is none on hold", async ({ page }) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 2, daysAgo: 5 });
  await loginAs(page, clinic.owner.membershipId);
  for (const sheet of ["plan", "pictures", "diary"]) {
    const answer = await page.request.get(`/api/exports/plan/${patient.patientId}?sheet=${sheet}`, { timeout: 30_000 });
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
    expect(answer.headers()["content-disposition"]).toContain(TODAY);
  }
  await loginAs(page, patient.membershipId);
  expect((await page.request.get(`/api/exports/plan/${patient.patientId}`)).status()).toBe(404);
  expect((await page.request.get("/my/record/plan?sheet=pictures")).status()).toBe(200);
});
