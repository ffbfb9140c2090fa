/** How few keys a visit takes: an unchanged follow-up and six new values, without a mouse, every key counted. */
import { expect } from "@playwright/test";
import { addCourse, newClinic, PASSWORD, workedCase } from "./clinic";
import { answersKeys, test } from "./fixtures";
import { keyboard } from "./keyboard";
import { loginAs } from "./login";
import { cellName } from "./words";

/** A patient in Release: three signs, a treatment, and nothing else to confirm. */
async function unchangedCourse() {
  const clinic = await newClinic();
  const worked = workedCase("C01");
  const first = worked.visits[0];
  if (!first) throw new Error("no visit");
  const visits = [{ ...first, signs: first.signs.slice(0, 3), flags: [] }];
  const patient = await addCourse(clinic, { ...worked, visits }, { visits: 1, daysAgo: 7 });
  return { clinic, patient };
}

test("an unchanged follow-up from the caseload to signed: at most 16 keys beside the password, at most 30 s", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const { clinic, patient } = await unchangedCourse();
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await expect(page.getByText(patient.name).filter({ visible: true }).first()).toBeVisible();
  await answersKeys(page.locator("[data-row]").first());
  const keys = keyboard(page);
  const from = Date.now();

  await keys.press("j");
  await keys.press("n");
  await expect(page.getByRole("button", { name: "Same as last visit" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Since last visit" })).toBeFocused();
  await keys.press("a");
  await expect(page.getByText("All asked.", { exact: false })).toBeVisible();
  await keys.press("4");
  await expect(
    page.getByRole("group", { name: /^Worst pain in 24 h, back/ }).getByRole("radio", { name: "4", exact: true }),
  ).toBeChecked();
  await keys.press("s");
  const carried = page.locator(`[data-carried][data-path^="sign."]`);
  await expect(carried).toHaveCount(3);
  for (const left of [2, 1, 0]) {
    await keys.press("c");
    await expect(carried).toHaveCount(left);
  }
  await keys.press("t");
  await keys.press("r");
  await keys.press("Control+Enter");
  await expect(page.getByRole("dialog").getByLabel("Password", { exact: true })).toBeFocused();
  await keys.type(PASSWORD, false);
  await keys.press("Enter");
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();

  const seconds = (Date.now() - from) / 1000;
  process.stdout.write(`unchanged follow-up: ${keys.count()} keys beside the password, ${seconds.toFixed(1)} s\n`);
  expect(keys.count()).toBeLessThanOrEqual(16);
  expect(seconds).toBeLessThanOrEqual(30);
});

test("a follow-up with six new values, from the caseload to signed: at most 90 s at four keys a second", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { clinic, patient } = await unchangedCourse();
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await expect(page.getByText(patient.name).filter({ visible: true }).first()).toBeVisible();
  await answersKeys(page.locator("[data-row]").first());
  const keys = keyboard(page);
  const from = Date.now();
  await keys.press("j");
  await keys.press("n");
  await expect(page.getByRole("region", { name: "Since last visit" })).toBeFocused();
  await keys.press("a");
  await expect(page.getByText("All asked.", { exact: false })).toBeVisible();
  await keys.press("4");
  await keys.press("s");
  const carried = page.locator(`[data-carried][data-path^="sign."]`);
  await expect(carried).toHaveCount(3);
  for (const left of [2, 1, 0]) {
    await keys.press("c");
    await expect(carried).toHaveCount(left);
  }
  await keys.press("m");
  const cell = (id: Parameters<typeof cellName>[0], side: "L" | "R") =>
    page.getByRole("textbox", { name: cellName(id, side), exact: true });
  await expect(cell("ely_angle_deg", "L")).toBeFocused();
  // A slip is taken back by Escape; Enter and the arrows lead from cell to cell.
  await keys.type("92");
  await keys.press("Escape");
  await expect(cell("ely_angle_deg", "L")).toHaveValue("");
  await keys.type("112");
  await keys.press("Enter");
  await keys.type("14,5");
  await keys.press("ArrowDown");
  await keys.type("58");
  await keys.press("ArrowRight");
  await keys.type("61");
  await keys.press("ArrowUp");
  await keys.type("12");
  await keys.press("ArrowUp");
  await keys.type("118");
  await keys.press("ArrowLeft");
  await expect(cell("ely_angle_deg", "R")).toBeFocused();
  for (const [id, left, right] of [
    ["ely_angle_deg", "112", "118"],
    ["heel_buttock_cm", "14,5", "12"],
    ["mtt_knee_deg", "58", "61"],
  ] as const) {
    await expect(cell(id, "L")).toHaveValue(left);
    await expect(cell(id, "R")).toHaveValue(right);
  }
  await keys.press("Tab");
  await keys.press("Escape");
  await keys.press("t");
  await keys.press("r");
  await keys.press("Control+Enter");
  await expect(page.getByRole("dialog").getByLabel("Password", { exact: true })).toBeFocused();
  await keys.type(PASSWORD, false);
  await keys.press("Enter");
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();
  const seconds = (Date.now() - from) / 1000;
  process.stdout.write(
    `follow-up with six new values: ${keys.count()} keys beside the password, ${seconds.toFixed(1)} s\n`,
  );
  expect(seconds).toBeLessThanOrEqual(90);
});

test("each cell of the flowsheet says measure, side, today and unit; nothing scrolls sideways on a small screen", async ({
  page,
}) => {
  test.setTimeout(60_000);
  const { clinic, patient } = await unchangedCourse();
  await loginAs(page, clinic.owner.membershipId);
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${patient.name}` })
    .filter({ visible: true })
    .first()
    .click();
  const measures = page.getByRole("region", { name: "Measures" });
  await measures.scrollIntoViewIfNeeded();
  const names = await measures
    .locator("[data-cell]")
    .evaluateAll((cells) => cells.map((each) => each.getAttribute("aria-label") ?? ""));
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) expect(name).toMatch(/, today(, \w[\w ]*)?$/);
  expect(names).toContain("Ely / prone knee bend angle (knee flexion), left, today, degrees");
  expect(new Set(names).size).toBe(names.length);

  // 320 px, and a 1280 px window at 200 %, which lays out as 640.
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 720 });
    const beyond = await page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const wide = [...document.querySelectorAll<HTMLElement>("main *")].filter(
        (element) => element.getBoundingClientRect().right > clientWidth && !element.closest(".overflow-x-auto"),
      );
      return wide.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`).slice(0, 12);
    });
    expect(beyond, `${width} px: what reaches beyond the edge`).toEqual([]);
  }
});
