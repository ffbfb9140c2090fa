/** What a browser pays: the script each page fetches, how soon typing in the visit form is shown, and the phone's Today. */
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { findBrowser } from "../launch/browser.mjs";
import { atRest } from "./at-rest";
import type { Cookie } from "./clinic";
import { pagePath, type Scene, type Subjects } from "./measure-size";
import { measurePhone, type PhoneFigures } from "./phone";
import { ROOM_NAMES, type RoomName, roomPath } from "./rooms";
import type { PageName } from "./tree";

export type Scripts = {
  /** Bytes as they travel (gzip). */
  total: number;
  /** Of those, what was asked for only after the page had loaded. */
  afterLoad: number;
  /** Of the total, the charting library. */
  charts: number;
  /** On top of the total: what follows the first key, ahead of need. */
  atWork: number;
};

type SiteCookie = Cookie & { url: string };

async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
  await atRest();
  return browser;
}

/** Loads the page into an empty cache and adds up its scripts. */
async function scriptsOf(browser: Browser, url: string, cookie: SiteCookie): Promise<Scripts> {
  return inContext(browser, cookie, async (context) => {
    const page = await context.newPage();
    const found: { size: Promise<number>; isLate: boolean; isAtWork: boolean; text: Promise<string> }[] = [];
    let loaded = false;
    let atWork = false;
    page.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      found.push({
        size: request.sizes().then(({ responseBodySize }) => responseBodySize),
        isLate: loaded,
        isAtWork: atWork,
        text: request.response().then((response) => response?.text() ?? ""),
      });
    });
    page.on("load", () => {
      loaded = true;
    });
    const answer = await page.goto(url, { waitUntil: "load" });
    if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
    await settled(page, () => found.length);
    atWork = true;
    // It means nothing on any page, and yet somebody is there.
    await page.keyboard.press("Shift");
    await settled(page, () => found.length);
    const scripts: Scripts = { total: 0, afterLoad: 0, charts: 0, atWork: 0 };
    for (const { size, isLate, isAtWork, text } of found) {
      const bytes = await size;
      if (isAtWork) {
        scripts.atWork += bytes;
        continue;
      }
      scripts.total += bytes;
      if (isLate) scripts.afterLoad += bytes;
      if (/recharts-/.test(await text)) scripts.charts += bytes;
    }
    return scripts;
  });
}

export type Typing = { keys: number; p75: number; max: number };
/** `plainP75`: the same in a form of a dozen fields, which is what this machine and this browser take at the least. */
export type TypingFigures = Typing & { plainP75: number };

/** Types a note into the form of a visit at a quarter of the processor's speed; ms from key to next paint. */
async function typing(browser: Browser, url: string, cookie: SiteCookie): Promise<Typing | null> {
  return inContext(browser, cookie, async (context) => {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "load" });
    // The form is read before it is written in.
    await atRest();
    const fields = await page.locator("main textarea:visible, main input[type=text]:visible").all();
    if (fields.length === 0) return null;
    await page.evaluate(watchPaints, PAINTS);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    const text = "Slept badly, sat for two hours; stiff on getting up. ";
    for (const field of fields.slice(0, FIELDS)) {
      await field.focus();
      await page.keyboard.type(text, { delay: 90 });
    }
    const taken = (await page.evaluate((name) => Reflect.get(window, name), PAINTS)) as number[];
    taken.sort((a, b) => a - b);
    return {
      keys: taken.length,
      p75: taken[Math.floor(taken.length * 0.75)] ?? Number.NaN,
      max: taken.at(-1) ?? Number.NaN,
    };
  });
}

const SLOWDOWN = 4;
const FIELDS = 3;
const PAINTS = "__benchPaints";

/** Runs in the page: notes the time from each key to the frame that shows it. */
function watchPaints(name: string): void {
  const taken: number[] = [];
  Reflect.set(window, name, taken);
  window.addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        // A message is delivered after the frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => taken.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    true,
  );
}

async function inContext<T>(
  browser: Browser,
  cookie: SiteCookie,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  try {
    await context.addCookies([cookie]);
    return await work(context);
  } finally {
    await context.close();
  }
}

/** Until the count has stayed the same for a second. */
async function settled(page: Page, count: () => number): Promise<void> {
  for (let last = -1; last !== count(); ) {
    last = count();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  }
}

/** Pages whose script is weighed. */
export type ScriptPage = "empty" | PageName | RoomName | "my";

export type InBrowser = {
  scripts: Map<ScriptPage, Scripts>;
  typing: TypingFigures | null;
  phone: PhoneFigures | null;
};

export async function measureBrowser(
  scene: Scene,
  subjects: Subjects,
  cookies: { clinician: Cookie; patient: Cookie },
  asked: { javascript: boolean; typing: boolean; phone: boolean },
): Promise<InBrowser> {
  const { origin } = scene.app;
  const clinician = { ...cookies.clinician, url: origin };
  const browser = await openBrowser();
  const scripts: InBrowser["scripts"] = new Map();
  const weigh = async (page: ScriptPage, path: string, cookie: SiteCookie) =>
    scripts.set(page, await scriptsOf(browser, origin + path, cookie));
  let typed: TypingFigures | null = null;
  try {
    if (asked.javascript || asked.phone) await weigh("empty", "/empty", clinician);
    for (const page of asked.javascript ? scene.pages : []) await weigh(page, pagePath(page, subjects, 2), clinician);
    for (const room of asked.javascript ? ROOM_NAMES : []) await weigh(room, roomPath(room, subjects, 2), clinician);
    if (asked.javascript || asked.phone) await weigh("my", "/my", { ...cookies.patient, url: origin });
    const form = asked.typing && scene.pages.includes("visit") ? origin + pagePath("visit", subjects, 3) : null;
    if (form !== null) {
      const inVisit = await typing(browser, form, clinician);
      const plain = await typing(browser, `${origin}/patients/new`, clinician);
      typed = inVisit && plain && { ...inVisit, plainP75: plain.p75 };
    }
  } finally {
    await browser.close();
  }
  return { scripts, typing: typed, phone: asked.phone ? await measurePhone(origin, cookies.patient) : null };
}
