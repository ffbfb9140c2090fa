/** The patient's phone: a patient with a running plan, and what Lighthouse says of Today on a slow phone. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import lighthouse from "lighthouse";
import { chromium } from "playwright";
import { preTenantTransaction, transaction } from "@/db/client";
import { openLogin } from "@/db/login";
import { membership } from "@/db/schema/account";
import type { Actor } from "@/db/scope";
import { seedCourse } from "@/db/seed/course";
import { seedPatientLogin } from "@/db/seed/people";
import type { WorkedCase } from "@/db/testing/worked-case";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { findBrowser } from "../launch/browser.mjs";
import { freePort } from "../launch/server.mjs";
import { atRest } from "./at-rest";
import { type Cookie, loginCookie } from "./clinic";

/** Medians over the runs; scores from 0 to 100. */
export type PhoneFigures = {
  performance: number;
  accessibility: number;
  /** Largest paint while network and processor were held down to the phone's. */
  lcpMs: number;
  /** The same as Lighthouse works it out from an unhindered load, which the performance score is made of. */
  simulatedLcpMs: number;
  /** Of an empty page of the same build: what machine and framework leave to be reached. */
  emptyPerformance: number;
  emptyLcpMs: number;
  /** What Lighthouse doesn't see, since Today's script waits for the first use: blocking time from the first key on, at 4×. */
  startBlockingMs: number;
  /** From that key until the script runs. */
  startMs: number;
};

export const PHONE_RUNS = 3;
const VISITS = 4;
const DAYS_SINCE = 5;

/** Four visits of the case, its plan running, most sessions done, signed in on a phone. Returns the phone's cookie. */
export async function enterPhonePatient(
  actor: Actor,
  worked: WorkedCase,
  today: CalendarDay,
  number: number,
): Promise<Cookie> {
  const visits = worked.visits.slice(0, VISITS);
  const dayZero = addDays(today, -DAYS_SINCE - (visits.at(-1)?.day ?? 0));
  const person = { givenName: "Robin", familyName: "Vane", occupation: "Baker", complaint: "Low back ache" };
  const { patientId } = await transaction(actor, (tx) =>
    seedCourse(tx, actor, { ...worked, visits }, { ...person, diligence: 0.8 }, { number, dayZero, today }),
  );
  const login = await preTenantTransaction(async (tx) => {
    const membershipId = await seedPatientLogin(tx, actor.clinicId, patientId, person);
    const [member] = await tx
      .select({ userId: membership.userId })
      .from(membership)
      .where(eq(membership.id, membershipId));
    if (!member) throw new Error("no membership");
    return openLogin(tx, { ...member, membershipId, role: "patient" });
  });
  return loginCookie(login.id);
}

/** Lighthouse's own phone: slow 4G (150 ms, 1.6 Mbit/s) and a quarter of the processor's speed. */
export async function measurePhone(origin: string, cookie: Cookie): Promise<PhoneFigures> {
  const applied: Run[] = [];
  const simulated: Run[] = [];
  const empty: Run[] = [];
  const emptyApplied: Run[] = [];
  const starts: Start[] = [];
  for (let k = 0; k < PHONE_RUNS; k += 1) {
    applied.push(await oneRun(`${origin}/my`, cookie, "devtools"));
    simulated.push(await oneRun(`${origin}/my`, cookie, "simulate"));
    empty.push(await oneRun(`${origin}/empty`, cookie, "simulate"));
    emptyApplied.push(await oneRun(`${origin}/empty`, cookie, "devtools"));
    starts.push(await oneStart(`${origin}/my`, cookie));
  }
  const median = <Of extends string>(runs: Record<Of, number>[], of: Of) => {
    const sorted = runs.map((run) => run[of]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    performance: median(simulated, "performance"),
    accessibility: median(simulated, "accessibility"),
    lcpMs: median(applied, "lcpMs"),
    simulatedLcpMs: median(simulated, "lcpMs"),
    emptyPerformance: median(empty, "performance"),
    emptyLcpMs: median(emptyApplied, "lcpMs"),
    startBlockingMs: median(starts, "blockingMs"),
    startMs: median(starts, "ms"),
  };
}

type Run = { performance: number; accessibility: number; lcpMs: number };

/** Each in a browser of its own, as on a first visit. */
async function oneRun(address: string, cookie: Cookie, throttlingMethod: "devtools" | "simulate"): Promise<Run> {
  const profile = mkdtempSync(join(tmpdir(), "cp-phone-"));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findBrowser(),
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  try {
    await atRest();
    // Lighthouse opens a tab of its own in this profile, so that it is signed in.
    await context.addCookies([{ ...cookie, url: new URL(address).origin }]);
    const run = await lighthouse(address, {
      ...{ port, output: "json", logLevel: "error", throttlingMethod },
      onlyCategories: ["performance", "accessibility"],
    });
    if (!run) throw new Error("Lighthouse said nothing");
    const { categories, audits, finalDisplayedUrl, runtimeError } = run.lhr;
    if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
    // A sign-in page is light too.
    if (finalDisplayedUrl !== address) throw new Error(`Lighthouse ended at ${finalDisplayedUrl}`);
    const score = (of: string) => Math.round((categories[of]?.score ?? Number.NaN) * 100);
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      lcpMs: audits["largest-contentful-paint"]?.numericValue ?? Number.NaN,
    };
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

type Start = { ms: number; blockingMs: number };

/** Presses a key in Today once it is there, at a quarter of the processor's speed and the network as it is. */
async function oneStart(address: string, cookie: Cookie): Promise<Start> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
  try {
    await atRest();
    const context = await browser.newContext();
    await context.addCookies([{ ...cookie, url: new URL(address).origin }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(address, { waitUntil: "load" });
    await page.evaluate(watchStart, START);
    await page.keyboard.press("Shift");
    return (await page.evaluate((name) => Reflect.get(window, name), START)) as Start;
  } finally {
    await browser.close();
  }
}

const START = "__benchStart";

/** Runs in the page before the key: adds up what tasks take beyond 50 ms each, until two seconds after its script runs. */
function watchStart(name: string): void {
  let blockingMs = 0;
  let pressedAt = Number.POSITIVE_INFINITY;
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      if (startTime + duration > pressedAt) blockingMs += duration - 50;
    }
  }).observe({ type: "longtask" });
  const started = new Promise<Start>((resolve) => {
    window.addEventListener("keydown", ({ timeStamp }) => {
      pressedAt = timeStamp;
      const look = setInterval(() => {
        // The first thing that a running page writes down is whose it is.
        if (localStorage.length === 0) return;
        clearInterval(look);
        const ms = performance.now() - pressedAt;
        setTimeout(() => resolve({ ms, blockingMs }), 2_000);
      }, 10);
    });
  });
  Reflect.set(window, name, started);
}
