/** The patient's phone in a journey: 390 × 844, its interactions counted, and what the clinic has received from it. */
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { homeSession } from "@/db/schema/home-session";
import { holdOverlay, visit } from "@/db/schema/visit";
import { newId } from "@/domain/new-id";
import { addCourse, newClinic, type TestClinic, type TestPatient, workedCase } from "./clinic";
import { loginAs } from "./login";

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

export type Phone = { page: Page; context: BrowserContext; clinic: TestClinic; patient: TestPatient; loginId: string };

/** A page that the service worker has taken over sends past Playwright's routes: where they matter, none is let in. */
export const WITHOUT_WORKER = { serviceWorkers: "block" } as const;

/** A patient two days after the visit that assigned the plan, signed in on their phone. Nothing was logged yet. */
export async function patientsPhone(browser: Browser, options: Partial<typeof WITHOUT_WORKER> = {}): Promise<Phone> {
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 1, daysAgo: 2, diligence: 0 });
  const context = await browser.newContext({ ...PHONE, ...options });
  const page = await context.newPage();
  const loginId = await loginAs(page, patient.membershipId);
  return { page, context, clinic, patient, loginId };
}

export async function choosePain(page: Page, question: string, score: number): Promise<void> {
  await page
    .getByRole("group", { name: question })
    .getByRole("radio", { name: String(score), exact: true })
    .check({ timeout: 5_000 });
}

/** From Today to the finished session, as someone does it who did all of it. Returns what was tapped beside the pains. */
export async function logSession(page: Page, { during = 2, worst = 3 } = {}): Promise<string[]> {
  const taps: string[] = [];
  const tap = async (role: "link" | "button", name: string) => {
    await page.getByRole(role, { name }).click();
    taps.push(name);
  };
  await tap("link", "Start session");
  await tap("button", "I did all of it");
  await choosePain(page, "Pain during exercise", during);
  await choosePain(page, "Worst pain in the last 24 hours", worst);
  await tap("button", "Finish session");
  return taps;
}

/** Sessions that the clinic has of this patient, oldest first. */
export function receivedSessions({ clinic, patient }: Pick<Phone, "clinic" | "patient">) {
  return transaction(clinic.owner, (tx) =>
    tx
      .select({
        id: homeSession.id,
        during: homeSession.painDuring,
        worst: homeSession.painWorst24h,
        outcome: homeSession.outcome,
        stopReason: homeSession.stopReason,
        performedAt: homeSession.performedAt,
        sentAt: homeSession.sentAt,
        receivedAt: homeSession.receivedAt,
        clockOffsetMs: homeSession.clockOffsetMs,
      })
      .from(homeSession)
      .where(eq(homeSession.patientId, patient.patientId))
      .orderBy(asc(homeSession.receivedAt)),
  );
}

/** The plan is kept for flight mode: the worker is in charge and holds its three pages. */
export async function expectKept(page: Page): Promise<void> {
  await expect
    .poll(() => keptPaths(page), { message: "pages kept on the phone", timeout: 15_000 })
    .toEqual(["/my", "/my/offline", "/my/progress", "/my/session"]);
  // And the three days to come, fetched after these, one by one.
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open("my-pages-1")).keys()).length), { timeout: 15_000 })
    .toBeGreaterThanOrEqual(10);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

export const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(
      names.filter((name) => name.startsWith("my-pages")).map(async (name) => (await caches.open(name)).keys()),
    );
    return [...new Set(kept.flat().map(({ url }) => new URL(url).pathname))].sort();
  });

/** What a blocking answer in a visit's draft does at once (the screens of it: hold.spec.ts). */
export async function setHold({ clinic, patient }: Pick<Phone, "clinic" | "patient">): Promise<void> {
  const { clinicId, membershipId } = clinic.owner;
  const { patientId, episodeId } = patient;
  await transaction(clinic.owner, async (tx) => {
    const [last] = await tx.select({ id: visit.id }).from(visit).where(eq(visit.patientId, patientId)).limit(1);
    if (!last) throw new Error("a patient without a visit");
    await tx.insert(holdOverlay).values({
      ...{ clinicId, id: newId(), patientId, episodeId, visitId: last.id },
      flag: "cauda_equina_suspected",
      setById: membershipId,
    });
  });
}
