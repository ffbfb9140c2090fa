/** A clinician's own ways on a visit: phrases, order of rows; and what a block offers at once. */
import { expect, type Page } from "@playwright/test";
import { addCourse, newClinic, workedCase } from "./clinic";
import { test } from "./fixtures";
import { loginAs } from "./login";
import { expectSaved, openVisit } from "./open-visit";
import { cellName, measureName, screeningName } from "./words";

async function openFollowUp(page: Page) {
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 7 });
  await loginAs(page, clinic.owner.membershipId);
  const open = async () => {
    await page.goto("/caseload");
    await page
      .getByRole("button", { name: `New visit, ${patient.name}` })
      .filter({ visible: true })
      .first()
      .click();
    await expect(page.getByRole("region", { name: "Since last visit" })).toBeVisible();
  };
  return { open };
}

test("a phrase of one's own writes itself with the patient's facts, and is listed by its semicolon", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await page.goto("/settings/phrases");
  const form = page.getByRole("form", { name: "Add phrase" });
  await form.getByLabel("Trigger").fill("lbp");
  await form.getByLabel("Text").fill("{First name}, {age} years, {weather}");
  await form.getByRole("button", { name: "Add phrase" }).click();
  await expect(form.getByText("No such place: {weather}.")).toBeVisible();
  await form.getByLabel("Text").fill("{First name} walks more.");
  await form.getByRole("button", { name: "Add phrase" }).click();
  await expect(page.getByRole("form", { name: ";lbp" })).toBeVisible();
  await open();
  const note = page.getByRole("region", { name: "Note" }).getByRole("textbox");
  await note.click();
  await page.keyboard.type(";lbp ");
  await expect(note).toHaveValue("Robin walks more. ");
  await page.keyboard.type(";");
  const listed = page.getByRole("listbox", { name: "Your phrases" }).getByRole("option");
  await expect(listed).toHaveCount(1);
  // It lies over the section's edge, in reach of a pointer.
  await listed.click({ trial: true });
  await page.keyboard.press("Enter");
  await expect(note).toHaveValue("Robin walks more. Robin walks more.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Note" })).toBeFocused();
});

test("a phrase writes itself in one line, and in the words of an override, too", async ({ page }) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await page.goto("/settings/phrases");
  const form = page.getByRole("form", { name: "Add phrase" });
  await form.getByLabel("Trigger").fill("lbp");
  await form.getByLabel("Text").fill("{First name} walks more.\nSits less.");
  await form.getByRole("button", { name: "Add phrase" }).click();
  await expect(page.getByRole("form", { name: ";lbp" })).toBeVisible();
  await open();
  await page.getByRole("button", { name: "Myofascial release, front of thigh" }).click();
  const line = page.getByRole("region", { name: "Treatment given" }).getByRole("textbox", { name: /^Note, / });
  await line.click();
  await page.keyboard.type(";lbp ");
  await expect(line).toHaveValue("Robin walks more. Sits less. ");
  await page.keyboard.type(";");
  await page.getByRole("listbox", { name: "Your phrases" }).getByRole("option").click();
  await expect(line).toHaveValue("Robin walks more. Sits less. Robin walks more. Sits less.");
  await page.getByRole("button", { name: "Override" }).click();
  const words = page.getByRole("dialog").getByRole("textbox", { name: "In words" });
  await words.click();
  await page.keyboard.type(";");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox", { name: "Your phrases" })).toHaveCount(0);
  await page.keyboard.type("lbp ");
  await expect(words).toHaveValue("Robin walks more.\nSits less. ");
});

test("no row moves under the pointer while values are typed above it", async ({ page }) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await open();
  const cell = (id: Parameters<typeof cellName>[0], side: "L" | "R") =>
    page.getByRole("textbox", { name: cellName(id, side), exact: true });
  const rows = page.getByRole("region", { name: "Measures" }).getByRole("row");
  const row = rows.filter({ has: cell("ely_angle_deg", "L") });
  const next = cell("heel_buttock_cm", "L");
  await cell("ely_angle_deg", "L").scrollIntoViewIfNeeded();
  const before = await next.boundingBox();
  const expectStill = async () => expect(await next.boundingBox()).toEqual(before);
  await cell("ely_angle_deg", "L").fill("118");
  await expect(row.locator("[data-change]")).toHaveCount(1);
  await expectStill();
  await cell("ely_angle_deg", "R").fill("121");
  await expect(row.locator("[data-change]")).toHaveCount(2);
  await expectStill();
  await cell("ely_angle_deg", "R").fill("60");
  await expect(row.getByText("Unusual. Typing error?")).toBeVisible();
  await expectStill();
  await cell("ely_angle_deg", "R").fill("999");
  await expect(row.getByText(/^Enter \d/)).toBeVisible();
  await expectStill();
  await row.getByRole("textbox", { name: cellName("ely_angle_deg", "R") }).fill("60");
  await row.getByRole("button", { name: "The value stands" }).click();
  await expect(row.getByText("Unusual. Typing error?")).toBeHidden();
  await expectStill();

  const pain = page.getByRole("region", { name: "Pain" });
  await pain.scrollIntoViewIfNeeded();
  const signs = page.getByRole("region", { name: "Signs" });
  const signsBefore = await signs.boundingBox();
  await pain.getByRole("radio", { name: "3", exact: true }).first().focus();
  await page.keyboard.press("3");
  await expect(pain.locator("[data-change]")).toHaveCount(1);
  expect(await signs.boundingBox()).toEqual(signsBefore);
});

test("the first press on a page moves what lies below once at the most", async ({ page }) => {
  await openVisit(page);
  const none = page.getByRole("button", { name: "No treatment given (assessment only)" });
  await none.scrollIntoViewIfNeeded();
  const section = page.getByRole("region", { name: "Treatment given" });
  // Watched from the press on, which fetches the parts of the form that aren't there yet.
  await section.evaluate((element) => {
    const heights: number[] = [];
    Reflect.set(window, "heights", heights);
    const press = () => heights.splice(0, heights.length, element.getBoundingClientRect().height);
    window.addEventListener("pointerdown", press, { capture: true, once: true });
    new ResizeObserver(() => {
      const height = element.getBoundingClientRect().height;
      if (height !== heights.at(-1)) heights.push(height);
    }).observe(element);
  });
  await none.click();
  const open = page.getByRole("region", { name: "Next review" }).getByRole("button", { name: "Open", exact: true });
  await open.click();
  await expect(open).toHaveAttribute("aria-pressed", "true");
  await expectSaved(page);
  const heights = await page.evaluate(() => Reflect.get(window, "heights") as number[]);
  expect(heights.length).toBeLessThanOrEqual(2);
});

test("a sign of strain asks for its thigh's pain below the signs: none moves, and the answer is pain's", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await open();
  const signs = page.getByRole("region", { name: "Signs" });
  await signs
    .getByRole("radiogroup", { name: "Signs shown" })
    .getByRole("radio", { name: "Strain", exact: true })
    .check();
  const tender = page.locator('[data-path="sign.ham_local_tenderness.L"]');
  await tender.scrollIntoViewIfNeeded();
  const next = page.locator('[data-path="sign.pain_resisted_knee_flexion.L"]');
  const before = [await tender.boundingBox(), await next.boundingBox()];
  const thigh = signs.getByRole("group", { name: "Back of the left thigh", exact: true });
  await expect(thigh).toHaveCount(0);
  await tender.getByRole("radio").nth(1).check();
  await expect(thigh).toBeVisible();
  expect([await tender.boundingBox(), await next.boundingBox()]).toEqual(before);
  await thigh.getByRole("radio", { name: "4", exact: true }).first().check();
  await expect(thigh.getByRole("radio", { name: "4", exact: true }).first()).toBeChecked();
});

test("what strength values come to stands beside the row they are typed in, as in the rail", async ({ page }) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await open();
  const cell = (id: "ham_force_n" | "quad_force_n", side: "L" | "R") =>
    page.getByRole("textbox", { name: cellName(id, side), exact: true });
  for (const id of ["ham_force_n", "quad_force_n"] as const) {
    await page.getByLabel(`Method, ${measureName(id, "M")}`).selectOption("isometric_belt_90");
    for (const side of ["L", "R"] as const) {
      await page.getByRole("textbox", { name: `Lever arm, ${measureName(id, side)}` }).fill("0.3");
    }
  }
  const row = page
    .getByRole("region", { name: "Measures" })
    .getByRole("row")
    .filter({ has: cell("ham_force_n", "L") });
  const below = cell("quad_force_n", "R");
  await below.scrollIntoViewIfNeeded();
  const before = await below.boundingBox();
  await cell("ham_force_n", "L").fill("120");
  await cell("ham_force_n", "R").fill("150");
  await cell("quad_force_n", "L").fill("300");
  await cell("quad_force_n", "R").fill("300");
  await expect(row).toContainText("H:Q L 0.40  R 0.50");
  await expect(row).toContainText("Torque Nm L 36  R 45");
  await expect(page.locator('[data-derived="L hq_ratio"]')).toHaveAttribute("data-value", "0.4");
  expect(await below.boundingBox()).toEqual(before);
});

test("the first rows one chose are still first after a reload, in that draft alone", async ({ page }) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await open();
  const chosen = page.getByRole("radiogroup", { name: "First rows" });
  await chosen.getByRole("radio", { name: "Acute strain" }).check();
  const cells = page.getByRole("region", { name: "Measures" }).locator("[data-cell]");
  const first = await cells.first().getAttribute("aria-label");
  await page.reload();
  await expect(chosen.getByRole("radio", { name: "Acute strain" })).toBeChecked();
  await expect(cells.first()).toHaveAttribute("aria-label", first ?? "");
});

test("a measure's row moved by keys stays there at the next visit page", async ({ page }) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await open();
  const ely = page.getByRole("textbox", { name: cellName("ely_angle_deg", "L"), exact: true });
  const cells = page.getByRole("region", { name: "Measures" }).locator("[data-cell]");
  await expect(cells.first()).toHaveAttribute("aria-label", cellName("ely_angle_deg", "L"));
  await ely.focus();
  const kept = page.waitForResponse((response) => response.request().method() === "POST");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(cells.first()).not.toHaveAttribute("aria-label", cellName("ely_angle_deg", "L"));
  await expect(ely).toBeFocused();
  await kept;
  await page.reload();
  await expect(cells.nth(2)).toHaveAttribute("aria-label", cellName("ely_angle_deg", "L"));
});

test("a block set in a draft offers the referral letter, prefilled with the question that was answered", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await open();
  const answer = page.getByRole("radiogroup", { name: screeningName("cauda_equina_suspected") });
  await answer.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("radio", { name: "Suspected: hold" }).check();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Referral letter" }).click();
  const letter = await opened;
  await expect(letter.getByRole("heading", { name: "Referral letter" })).toBeVisible();
  await expect(letter.getByLabel("Reason")).toHaveValue(/^Cauda equina suspected, since /);
  await expect(letter.getByLabel("Found today")).toHaveValue(/Answered yes: Any new numbness between the legs/);
  await expect(letter.getByLabel("Stopped")).toHaveValue(/stopped on /);
  await letter.getByLabel("To", { exact: true }).fill("Emergency department, St Anne");
  await letter.reload();
  await expect(letter.getByLabel("To", { exact: true })).toHaveValue("Emergency department, St Anne");
  await letter.getByRole("button", { name: "Undo my edits" }).click();
  await expect(letter.getByLabel("To", { exact: true })).not.toHaveValue("Emergency department, St Anne");
});

test("a key typed has the browser look through no styles and no other field of the form", async ({ page }) => {
  test.setTimeout(60_000);
  const { open } = await openFollowUp(page);
  await open();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const styleLooks = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "RecalcStyleCount")?.value ?? Number.NaN;
  };
  const note = page.getByRole("region", { name: "Note" }).getByRole("textbox");
  const cell = page.getByRole("textbox", { name: cellName("ely_angle_deg", "L"), exact: true });
  for (const field of [note, cell]) {
    await field.focus();
    const controls = () =>
      field.evaluate(({ form }: HTMLInputElement) => [...(form?.elements ?? [])].map(({ tagName }) => tagName));
    // Beside the button that keeps Enter from sending the form.
    const tagName = await field.evaluate((each) => each.tagName);
    expect((await controls()).toSorted()).toEqual(["BUTTON", tagName]);
    // The first key may bring a word of doubt beside the field, or the mark that something is being saved.
    await page.keyboard.type("11");
    const before = await styleLooks();
    await page.keyboard.type("1".repeat(20), { delay: 40 });
    expect((await styleLooks()) - before).toBeLessThan(10);
    await field.blur();
    expect(await field.evaluate(({ form }: HTMLInputElement) => form?.id)).toBe("");
  }
});
