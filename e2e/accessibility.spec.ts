/** Every screen in light and dark: no axe violation, nothing said on the console; pictures of each are kept. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { and, desc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { visit } from "@/db/schema/visit";
import { addClinicItem, addCourse, newClinic, type TestClinic, type TestPatient, workedCase } from "./clinic";
import { expectAccessible, expectNothingCutOff, test, wear } from "./fixtures";
import { loginAs } from "./login";

type Seen = { clinic: TestClinic; patient: TestPatient; signedVisit: string; heldVisit: string; ownItem: string };
type Screen = {
  /** The route's folder under app/, without its groups. */
  route: string;
  as: "nobody" | "clinician" | "patient";
  address?: (seen: Seen) => string;
};

const ofPatient = (room: string) => (seen: Seen) => `/patients/${seen.patient.patientId}${room}`;

/** /setup is looked at in first-run.spec, /invite/[token] while it is accepted, /tablet in questionnaires.spec, a reminder's link in its own, a session's answers in phone-player.spec. */
const ELSEWHERE = ["", "setup", "invite/[token]", "reminders/[token]", "tablet", "my/answers/[sessionId]"];

const SCREENS: readonly Screen[] = [
  { route: "sign-in", as: "nobody" },
  { route: "caseload", as: "clinician" },
  { route: "patients/new", as: "clinician" },
  { route: "patients/[patientId]", as: "clinician", address: ofPatient("") },
  { route: "patients/[patientId]/plan", as: "clinician", address: ofPatient("/plan") },
  { route: "patients/[patientId]/diary", as: "clinician", address: ofPatient("/diary") },
  { route: "patients/[patientId]/reports", as: "clinician", address: ofPatient("/reports") },
  { route: "patients/[patientId]/visits", as: "clinician", address: ofPatient("/visits") },
  { route: "patients/[patientId]/record", as: "clinician", address: ofPatient("/record") },
  { route: "visits/[visitId]", as: "clinician", address: ({ signedVisit }) => `/visits/${signedVisit}` },
  {
    route: "visits/[visitId]/referral",
    as: "clinician",
    address: ({ heldVisit }) => `/visits/${heldVisit}/referral`,
  },
  { route: "library", as: "clinician" },
  { route: "library/exercises", as: "clinician" },
  { route: "library/exercises/[exercise]", as: "clinician", address: () => "/library/exercises/nordic" },
  { route: "library/exercises/new", as: "clinician", address: () => "/library/exercises/new?from=rdl_dl" },
  {
    route: "library/exercises/own/[item]",
    as: "clinician",
    address: ({ ownItem }) => `/library/exercises/own/${ownItem}`,
  },
  { route: "library/templates", as: "clinician" },
  { route: "library/measures", as: "clinician" },
  { route: "library/rules", as: "clinician" },
  { route: "settings", as: "clinician" },
  { route: "settings/clinic", as: "clinician" },
  { route: "settings/team", as: "clinician" },
  { route: "settings/rules", as: "clinician" },
  { route: "settings/phrases", as: "clinician" },
  { route: "settings/security", as: "clinician" },
  { route: "my", as: "patient" },
  { route: "my/session", as: "patient" },
  { route: "my/progress", as: "patient" },
  { route: "my/questionnaires", as: "patient" },
  { route: "my/record", as: "patient" },
  { route: "my/offline", as: "patient" },
];

const routes = pagesUnder("app", "").filter((route) => !ELSEWHERE.includes(route));

/** Folders with a page, their groups left out. */
function pagesUnder(folder: string, route: string): string[] {
  const here = existsSync(join(folder, "page.tsx")) ? [route] : [];
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const deeper = name.startsWith("(") ? route : route === "" ? name : `${route}/${name}`;
      return pagesUnder(join(folder, name), deeper);
    });
  return [...here, ...inside];
}

let seen: Seen;
test.beforeAll(async () => {
  const clinic = await newClinic();
  const patient = await addCourse(clinic, workedCase("C01"), { visits: 4, daysAgo: 5 });
  await addCourse(clinic, workedCase("C06"), { visits: 2, daysAgo: 3, last: { stopReason: "tingling" } });
  const held = await addCourse(clinic, workedCase("C04"), { visits: 2, daysAgo: 2 });
  const [signedVisit, heldVisit] = await Promise.all([lastVisit(clinic, patient), lastVisit(clinic, held)]);
  seen = { clinic, patient, signedVisit, heldVisit, ownItem: await addClinicItem(clinic) };
});

async function lastVisit({ owner }: TestClinic, { patientId }: TestPatient): Promise<string> {
  const [last] = await transaction(owner, (tx) =>
    tx
      .select({ id: visit.id })
      .from(visit)
      .where(and(eq(visit.clinicId, owner.clinicId), eq(visit.patientId, patientId)))
      .orderBy(desc(visit.visitOn))
      .limit(1),
  );
  return last!.id;
}

async function signInAs(page: Page, as: Screen["as"]): Promise<void> {
  if (as === "clinician") await loginAs(page, seen.clinic.owner.membershipId);
  if (as === "patient") await loginAs(page, seen.patient.membershipId);
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** A small phone, and 1440 px at 200 %. */
const NARROW = [320, 720] as const;

async function lookAt(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const colorScheme of ["light", "dark"] as const) {
      await wear(page, colorScheme);
      await page.screenshot({ path: `artefacts/screens/${name}-${size.width}-${colorScheme}.png` });
    }
    // Nothing is cut off or needs scrolling sideways.
    await expectNothingCutOff(page, name);
  }
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 640 });
    await expectNothingCutOff(page, name);
  }
}

test("every screen of the app is looked at here", () => {
  const listed = new Set(SCREENS.map(({ route }) => route));
  expect(routes.filter((route) => !listed.has(route))).toEqual([]);
});

for (const { route, as, address } of SCREENS.filter((screen) => routes.includes(screen.route))) {
  test(`/${route}`, async ({ page }) => {
    test.setTimeout(120_000);
    await signInAs(page, as);
    const answer = await page.goto(address?.(seen) ?? `/${route}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await lookAt(page, route.replaceAll(/[[\]]/g, "").replaceAll("/", "-"));
  });
}

test("the caseload's rows lie within their list, whatever the width", async ({ page }) => {
  await signInAs(page, "clinician");
  await page.goto("/caseload");
  const newVisit = page.getByRole("button", { name: `New visit, ${seen.patient.name}` }).first();
  for (const width of [1024, 1152, 1280, 1366, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const key = await newVisit.boundingBox();
    const list = await page.getByRole("list").filter({ has: newVisit }).boundingBox();
    if (!key || !list) throw new Error("no row");
    expect(key.x + key.width, `${width} px`).toBeLessThanOrEqual(list.x + list.width);
  }
});

test("a visit while it is written", async ({ page }) => {
  // Sixty rows, judged four times.
  test.setTimeout(240_000);
  await signInAs(page, "clinician");
  await page.goto("/caseload");
  await page
    .getByRole("button", { name: `New visit, ${seen.patient.name}` })
    .first()
    .click();
  await page
    .getByRole("group", { name: /^Worst pain in 24 h, back/ })
    .getByRole("radio", { name: "3" })
    .check();
  await expect(page.getByRole("complementary", { name: "Assessment, live" })).toBeVisible();
  // The clinic's frame has stepped aside.
  await expect(page.getByRole("navigation", { name: "Main", includeHidden: true })).toBeHidden();
  await lookAt(page, "visit-draft");
});

test("the end of a session at home", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(SIZES[1]);
  await signInAs(page, "patient");
  await page.goto("/my");
  await page.getByRole("link", { name: "Start session" }).click();
  await page.getByRole("button", { name: "I did all of it" }).click();
  await expect(page.getByRole("heading", { name: "How did it go?" })).toBeVisible();
  await lookAt(page, "my-session-finish");
});
