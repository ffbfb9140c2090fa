/** The patient's phone from Today to a logged session: in three taps, on hold, in Spanish, at 320 px, and when it is lost. */
import { type Browser, expect, type Page } from "@playwright/test";
import { addCourse, workedCase } from "./clinic";
import { expectAccessible, expectNothingCutOff, test } from "./fixtures";
import { loginAs } from "./login";
import {
  choosePain,
  expectKept,
  keptPaths,
  logSession,
  PHONE,
  type Phone,
  patientsPhone,
  receivedSessions,
  setHold,
  WITHOUT_WORKER,
} from "./phone";

const RECEIVED = "Received by your clinic";

test.describe("a session", () => {
  test("takes three taps beside exercising and the two pain answers, and arrives", async ({ browser }, info) => {
    const phone = await patientsPhone(browser);
    const { page } = phone;
    await page.goto("/my");
    const taps = await logSession(page);
    await expect(page.getByText(RECEIVED)).toBeVisible();
    info.annotations.push({ type: "interactions", description: `${taps.length}: ${taps.join(", ")}` });
    process.stdout.write(`Today open to logged session: ${taps.length} interactions (${taps.join(", ")})\n`);
    expect(taps.length).toBeLessThanOrEqual(3);
    expect(await receivedSessions(phone)).toMatchObject([{ during: 2, worst: 3, outcome: "done" }]);
    await phone.context.close();
  });

  test("asks for the walk beside it like for the rest, and for no answer twice", async ({ browser }) => {
    const { page, context } = await patientsPhone(browser);
    await page.goto("/my/session");
    await page.getByRole("button", { name: "I did all of it" }).click();
    const answers = page.getByRole("radio", { name: "Done", exact: true });
    expect(await answers.count()).toBeGreaterThan(1);
    for (const answer of await answers.all()) await expect(answer).toBeChecked();
    await context.close();
  });
});

test("by keyboard nothing that has the focus lies under the safety text", async ({ browser }) => {
  const { page, context } = await patientsPhone(browser);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("/my/session");
  await page.getByRole("button", { name: "I did all of it" }).click();
  const finish = page.getByRole("button", { name: "Finish session" });
  await expect(finish).toBeVisible();
  const seen: string[] = [];
  const covered: string[] = [];
  for (let k = 0; k < 60; k += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const dock = document.querySelector("footer");
      const at = document.activeElement;
      if (!at || at === document.body || !dock || dock.contains(at)) return null;
      const isCovered = at.getBoundingClientRect().bottom > dock.getBoundingClientRect().top;
      return { isCovered, name: `${at.tagName} ${at.id} ${at.textContent}`.slice(0, 60) };
    });
    if (focused) seen.push(focused.name);
    if (focused?.isCovered) covered.push(focused.name);
  }
  expect(seen.length).toBeGreaterThan(5);
  expect(covered).toEqual([]);
  await context.close();
});

test("the first document carries its styles, the next one links to them; both have their font", async ({ browser }) => {
  const { page, context } = await patientsPhone(browser, WITHOUT_WORKER);
  const failed: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() >= 400) failed.push(answer.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") failed.push(message.text());
  });
  const links = page.locator("link[rel=stylesheet]");
  const fontSize = () => page.getByRole("heading", { level: 1 }).evaluate((title) => getComputedStyle(title).fontSize);
  const hasFont = () =>
    page.evaluate(() => document.fonts.ready.then((all) => [...all].some((font) => font.status === "loaded")));

  await page.goto("/my");
  await expect(links).toHaveCount(0);
  const drawn = await fontSize();
  expect(await hasFont()).toBe(true);
  await expect.poll(async () => (await context.cookies()).some(({ name }) => name === "sheet")).toBe(true);

  await page.reload();
  await expect(links).toHaveCount(1);
  await expect(page.locator("head style")).toHaveCount(0);
  expect(await fontSize()).toBe(drawn);
  expect(await hasFont()).toBe(true);
  expect(failed).toEqual([]);
  await context.close();
});

const SPOKEN = {
  en: {
    stop: /^Stop/,
    all: "I did all of it",
    during: "Pain during exercise",
    worst: "Worst pain in the last 24 hours",
    finish: "Finish session",
    received: RECEIVED,
  },
  es: {
    stop: /^Pare/,
    all: "Lo hice todo",
    during: "Dolor durante el ejercicio",
    worst: "Peor dolor en las últimas 24 horas",
    finish: "Terminar la sesión",
    received: "Recibida por su clínica",
  },
} as const;

/** Axe in light and dark; 320 px, and 390 px with a reader's letters at 200 %, need no scrolling sideways. */
async function expectReadable(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  for (const [width, letters] of [
    [320, "100%"],
    [390, "200%"],
  ] as const) {
    await page.setViewportSize({ width, height: 640 });
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, letters);
    await expectNothingCutOff(page, `${name}, letters at ${letters}`);
  }
  await page.evaluate(() => document.documentElement.removeAttribute("style"));
  await page.setViewportSize(PHONE.viewport);
}

for (const locale of ["en", "es"] as const) {
  test(`each of the phone's rooms and each step of a session can be read and heard (${locale})`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(150_000);
    const words = SPOKEN[locale];
    const { page, context } = await patientsPhone(browser);
    await context.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    for (const address of ["/my", "/my/progress", "/my/questionnaires", "/my/record", "/my/session"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectReadable(page, address);
    }
    await page.getByRole("button", { name: words.stop }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectReadable(page, "stop");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: words.all }).click();
    await expect(page.getByRole("button", { name: words.finish })).toBeVisible();
    await expectReadable(page, "finish");
    await choosePain(page, words.during, 2);
    await choosePain(page, words.worst, 3);
    await page.getByRole("button", { name: words.finish }).click();
    await expect(page.getByText(words.received)).toBeVisible();
    await expectReadable(page, "saved");
    await context.close();
  });
}

/** A phone in the middle of a session, its plan kept, without network: it has yet to hear of the hold that was set. */
async function heldMidSession(browser: Browser): Promise<Phone> {
  const phone = await patientsPhone(browser);
  const { page, context } = phone;
  await page.goto("/my");
  await expectKept(page);
  await page.getByRole("link", { name: "Start session" }).click();
  await expect(page.getByRole("button", { name: "I did all of it" })).toBeVisible();
  await context.setOffline(true);
  await setHold(phone);
  return phone;
}

test.describe("a hold", () => {
  test.use({ allowedComplaints: ["Failed to load resource", "net::ERR"] });

  test("reaches a phone in the middle of a session at its next contact, and clears what was kept", async ({
    browser,
  }) => {
    test.setTimeout(45_000);
    const { page, context } = await heldMidSession(browser);
    // Until the phone hears of it the session goes on; the first contact ends it.
    await context.setOffline(false);
    await expect(page.getByRole("heading", { name: "Your exercises are paused." })).toBeVisible();
    await expect.poll(() => keptPaths(page)).toEqual(["/my"]);
    await context.setOffline(true);
    for (const address of ["/my", "/my/session", "/my/progress"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { name: "Your exercises are paused." })).toBeVisible();
      await expect(page.getByText(/cauda|flag/i)).toHaveCount(0);
    }
    await context.close();
  });

  test("said while the network goes again: nothing of the plan comes back", async ({ browser }) => {
    const { page, context } = await heldMidSession(browser);
    // The clinic's word comes through, and nothing after it.
    await page.evaluate(() => {
      window.fetch = async () => Response.json({ paused: true });
      window.dispatchEvent(new Event("online"));
    });
    await expect.poll(() => page.url()).toContain("chrome-error:");
    await context.setOffline(false);
    await page.goto("/my");
    await expect(page.getByRole("heading", { name: "Your exercises are paused." })).toBeVisible();
    await context.close();
  });
});

test("in Spanish from Today to the clinic's receipt", async ({ browser, baseURL }) => {
  const phone = await patientsPhone(browser);
  const { page, context } = phone;
  await context.addCookies([{ name: "locale", value: "es", url: baseURL ?? "" }]);
  await page.goto("/my");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await page.getByRole("link", { name: "Empezar la sesión" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Lo hice todo" }).click();
  await choosePain(page, "Dolor durante el ejercicio", 2);
  await choosePain(page, "Peor dolor en las últimas 24 horas", 3);
  await page.getByRole("button", { name: "Terminar la sesión" }).click();
  await expect(page.getByText("Recibida por su clínica")).toBeVisible();
  expect(await receivedSessions(phone)).toMatchObject([{ during: 2, worst: 3 }]);
  await context.close();
});

test("a lost phone: the patient sees where they are signed in and ends it from another", async ({ browser }) => {
  const { page, context, patient } = await patientsPhone(browser);
  const lost = await browser.newContext(PHONE);
  const other = await lost.newPage();
  await loginAs(other, patient.membershipId);
  await other.goto("/my");
  await page.goto("/my/record");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  await other.goto("/my");
  await expect(other).toHaveURL(/sign-in/);
  await lost.close();
  await context.close();
});

test("somebody else signs in on the same browser: a page of the first is refused, and goes on when they are back", async ({
  browser,
}) => {
  const phone = await patientsPhone(browser);
  const { page, context, clinic, patient } = phone;
  const other = await addCourse(clinic, workedCase("C02"), { visits: 1, daysAgo: 2, diligence: 0 });
  await page.goto("/my/record");
  const second = await context.newPage();
  await loginAs(second, other.membershipId);
  await second.goto("/my");

  // Whoever presses all the same, past the question.
  const refused = page.waitForResponse((response) => response.status() === 409);
  await page
    .getByRole("button", { name: "Español", includeHidden: true })
    .evaluate((button: HTMLButtonElement) => button.form?.requestSubmit(button));
  await refused;
  const question = page.getByRole("dialog", { name: "Another person is signed in" });
  await expect(question).toContainText(clinic.name);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Stay on this page" }).click();
  await second.reload();
  await expect(second.locator("html")).toHaveAttribute("lang", "en");

  await loginAs(second, patient.membershipId);
  await second.goto("/my");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");

  await loginAs(second, other.membershipId);
  await second.goto("/my");
  await expect(page.getByRole("dialog", { name: "Otra persona ha iniciado sesión" })).toBeVisible();
  await page.getByRole("button", { name: "Ir a la persona que ha iniciado sesión" }).click();
  await expect(page).toHaveURL(/\/my$/);
  await context.close();
});
