/** Reminders by email, from the switch on the phone to a real mail and its way out. */
import { expect } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { catchMail } from "@/app/reminder-mail/testing/mail-catcher";
import { preTenantTransaction } from "@/db/client";
import { subscription } from "@/db/schema/account";
import { clinic } from "@/db/schema/clinic";
import { expectAccessible, test } from "./fixtures";
import { patientsPhone } from "./phone";

test("a patient switches reminders on, one comes, and its link switches them off", async ({ browser }) => {
  // The server looks for reminders that are due three times a minute.
  test.setTimeout(60_000);
  const catcher = await catchMail(Number(new URL(process.env.SMTP_URL ?? "").port));
  const { page, context, patient } = await patientsPhone(browser);
  await page.goto("/my/record");
  await page.getByLabel("From what time").selectOption("07:00");
  await page.getByRole("button", { name: "Switch reminders on" }).click();
  await expect(page.getByText("Reminders are on, from 07:00.")).toBeVisible();
  await expectAccessible(page);

  const { language } = subscription;
  for (const [name, locale] of [
    ["Español", "es"],
    ["English", "en"],
  ] as const) {
    await page.getByRole("button", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    const mine = eq(subscription.membershipId, patient.membershipId);
    expect(await preTenantTransaction((tx) => tx.select({ language }).from(subscription).where(mine))).toEqual([
      { language: locale },
    ]);
  }

  // The hour they asked for comes.
  await preTenantTransaction((tx) =>
    tx
      .update(subscription)
      .set({
        triedOn: null,
        hour: sql`(select extract(hour from now() at time zone c.time_zone) from ${clinic} c where c.id = ${subscription.clinicId})`,
      })
      .where(eq(subscription.membershipId, patient.membershipId)),
  );
  await expect.poll(() => catcher.mails.length, { timeout: 40_000 }).toBe(1);
  const mail = catcher.mails[0];
  expect(mail?.text).toContain("Your exercises for today are in your plan:");
  await page.reload();
  await expect(page.getByText(/^The last one was sent on /)).toBeVisible();

  const elsewhere = await browser.newContext();
  const stranger = await elsewhere.newPage();
  await stranger.goto(/http\S+\/reminders\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  await expectAccessible(stranger);
  await stranger.getByRole("button", { name: "Switch reminders off" }).click();
  await expect(stranger.getByText("Reminders are off. No more emails are sent.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Switch reminders on" })).toBeVisible();
  await elsewhere.close();
  await context.close();
  await catcher.close();
});
