/** How a visit begins and ends on the screen: a day for it, and the signature. */
import { expect, type Page } from "@playwright/test";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { PASSWORD } from "./clinic";

/** From the caseload: a new visit in one click, moved to the day on which it took place. */
export async function startVisit(page: Page, name: string, visitOn: CalendarDay): Promise<void> {
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${name}` })
    .first()
    .click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]+$/);
  const [visitDate, nextReview] = [page.getByLabel("Date").first(), page.getByLabel("Date").nth(1)];
  await visitDate.fill(visitOn);
  await visitDate.press("Enter");
  // The page opened anew on that day: the next review lies after it.
  await expect(nextReview).toHaveAttribute("min", addDays(visitOn, 1));
  await expect(visitDate).toHaveValue(visitOn);
}

/** Signs with the password and waits for the signed record. Returns the visit's id. */
export async function signVisit(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Sign visit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign visit" }).click();
  await expect(page.getByText(/^Signed .* by /)).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
