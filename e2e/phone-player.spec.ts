/** The player of a session: its timer, the easier exercise, the red stop, and what was managed. */
import { expect } from "@playwright/test";
import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { homeSessionItem } from "@/db/schema/home-session";
import { expectAccessible, test } from "./fixtures";
import { choosePain, patientsPhone, receivedSessions } from "./phone";

const RECEIVED = "Received by your clinic";

test.describe("the player", () => {
  test("counts down to get ready, holds, changes sides and waits through a call", async ({ browser }) => {
    const { page, context } = await patientsPhone(browser);
    await page.clock.install();
    await page.goto("/my/session");
    const start = page.getByRole("button", { name: "Start", exact: true });
    await expect(start).toBeVisible();
    // To the stretch, which is held on both sides.
    await page.getByRole("button", { name: "Next exercise" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Side-lying quadriceps stretch" })).toBeVisible();
    const timer = page.getByRole("timer");
    await page.clock.pauseAt(Date.now() + 10_000);
    await start.click();
    await expect(timer).toContainText("5");
    await expect(timer).toContainText("Get ready");
    await page.clock.runFor(5_400);
    await expect(timer).toContainText("Hold");
    await expect(timer).toContainText("30");
    await expect(page.getByText("Set 1 of 3. Hold, Left side")).toBeAttached();
    await page.clock.runFor(10_000);
    await expect(timer).toContainText("20");
    // A call: the timer waits, also through a reload, and goes on where it stood.
    await page.getByRole("button", { name: "Pause" }).click();
    await page.clock.runFor(60_000);
    await expect(timer).toContainText("20");
    await page.reload();
    await page.clock.runFor(2_000);
    await expect(page.getByText("Your session is still here. Go on where you were.")).toBeVisible();
    await expect(timer).toContainText("20");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.clock.runFor(20_400);
    await expect(timer).toContainText("Get ready");
    await page.clock.runFor(5_400);
    await expect(page.getByText("Set 1 of 3. Hold, Right side")).toBeAttached();
    await context.close();
  });

  test("swaps to the easier exercise, and the clinic reads which was done", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context, clinic, patient } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: /^Do an easier one: / }).click();
    await expect(page.getByText("In place of Foam roll front of thigh")).toBeVisible();
    await page.getByRole("button", { name: "I did all of it" }).click();
    await choosePain(page, "Pain during exercise", 0);
    await choosePain(page, "Worst pain in the last 24 hours", 0);
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    const items = await transaction(clinic.owner, (tx) =>
      tx
        .select({ exercise: homeSessionItem.exercise, swappedFrom: homeSessionItem.swappedFrom })
        .from(homeSessionItem)
        .where(eq(homeSessionItem.patientId, patient.patientId)),
    );
    expect(items).toContainEqual({ exercise: "stick_quad", swappedFrom: "foam_quad" });
    await context.close();
  });

  test("red stops: advice at once, and the clinic hears why before any question is answered", async ({ browser }) => {
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: /^Stop: above 5/ }).click();
    await page.getByRole("button", { name: "Tingling or numbness" }).click();
    await expect(page.getByRole("heading", { name: "It was right to stop." })).toBeVisible();
    await expect
      .poll(() => receivedSessions(phone))
      .toMatchObject([{ stopReason: "tingling", during: null, worst: null }]);
    await context.close();
  });

  test("what was managed is filled in next time; answers can be changed afterwards", async ({ browser }) => {
    test.setTimeout(90_000);
    const phone = await patientsPhone(browser);
    const { page, context } = phone;
    await page.goto("/my/session");
    await page.getByRole("button", { name: "I did all of it" }).click();
    await page.getByText("What you managed").first().click();
    await page
      .getByRole("button", { name: /^Fewer: Seconds, / })
      .first()
      .click();
    await choosePain(page, "Pain during exercise", 1);
    await choosePain(page, "Worst pain in the last 24 hours", 1);
    await page.getByRole("button", { name: "Finish session" }).click();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    await page.getByRole("button", { name: "Change my answers" }).click();
    await choosePain(page, "Pain during exercise", 4);
    await page.getByRole("button", { name: "Save my answers" }).click();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    await expect.poll(() => receivedSessions(phone)).toMatchObject([{ during: 4, worst: 1 }]);
    await page.goto("/my");
    await page.getByRole("link", { name: /^Change my answers of / }).click();
    await expect(page).toHaveURL(/\/my\/answers\//);
    await expectAccessible(page);
    await choosePain(page, "Worst pain in the last 24 hours", 2);
    await page.getByRole("button", { name: "Save my answers" }).click();
    await expect(page.getByText(RECEIVED)).toBeVisible();
    await expect.poll(() => receivedSessions(phone)).toMatchObject([{ during: 4, worst: 2 }]);
    await page.goto("/my/session");
    await expect(page.getByText(/^Last time: 2 × 55 s/)).toBeVisible();
    await context.close();
  });
});
