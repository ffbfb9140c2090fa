/** A database that is busy: it holds up everybody, so this journey is walked while no other is. */
import { expect } from "@playwright/test";
import { sql } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { phrase } from "@/db/schema/habit";
import { newClinic } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";

test.use({ allowedComplaints: ["Failed to load resource"] });

test("a database that is busy gives a form back as it was typed; the next press saves it", async ({ page }) => {
  test.setTimeout(60_000);
  const clinic = await newClinic();
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/settings/phrases");
  const form = page.getByRole("form", { name: "Add phrase" });
  await form.getByLabel("Trigger").fill("hep");
  await form.getByLabel("Text").fill("Heel slides, twice a day.");
  let free = () => {};
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  let holding = Promise.resolve();
  await new Promise<void>((locked) => {
    const lock = async (tx: Tx) => {
      await tx.execute(sql`lock table ${phrase} in share row exclusive mode`);
      locked();
      await freed;
    };
    holding = transaction(clinic.owner, lock, { deadlineMs: 60_000 });
  });
  // The embedded database makes others wait in line: the server gives up at its deadline of ten seconds.
  const busy = page.waitForResponse((response) => response.status() === 503, { timeout: 30_000 });
  await form.getByRole("button").click();
  await busy;
  await expect(form.getByRole("alert")).toContainText("The clinic's database is busy");
  await expect(form.getByLabel("Trigger")).toHaveValue("hep");
  await expect(form.getByLabel("Text")).toHaveValue("Heel slides, twice a day.");
  free();
  await holding;
  await form.getByRole("button").click();
  await expect(page.getByRole("form", { name: ";hep" })).toHaveCount(1);
});
