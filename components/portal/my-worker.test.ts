/** The phone's worker with a clinic that can be switched off, a clock, and the browser's caches in memory. */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";

const ORIGIN = "https://clinic.test";
const ZONE = "Europe/London";
const HOUR = 3_600_000;
const code = readFileSync("public/my-worker.js", "utf8");

const absolute = (key: string | { url: string }) => new URL(typeof key === "string" ? key : key.url, ORIGIN).href;

class MemoryCache {
  rows = new Map<string, Response>();
  constructor(private readonly load: (url: string) => Promise<Response>) {}
  match = async (key: string) => this.rows.get(absolute(key))?.clone();
  matchAll = async () => [...this.rows.values()].map((row) => row.clone());
  keys = async () => [...this.rows.keys()].map((url) => ({ url }));
  put = async (key: string, response: Response) => void this.rows.set(absolute(key), response.clone());
  delete = async (key: string | { url: string }) => this.rows.delete(absolute(key));
  add = async (key: string) => this.put(key, await this.load(absolute(key)));
}

let now: number;
/** How far the phone's clock is ahead of the clinic's. */
let phoneOff: number;
let isOnline: boolean;
/** Requests still to come that the network loses. */
let lost: number;
let version: string;
let isPaused: boolean;
let asked: string[];
let claimed: number;
/** The clinic's answers wait for this. */
let answersFrom: Promise<void>;
/** Answers still to come, by address, that say the clinic is too busy. */
let busy: Map<string, number>;
/** How long the worker waited, where its pauses pass at once; null: they take their time. */
let pauses: number[] | null;
const stores = new Map<string, MemoryCache>();

/** What the clinic's server answers at this moment. */
async function clinic(url: string): Promise<Response> {
  const { pathname, search, searchParams } = new URL(url, ORIGIN);
  asked.push(url.replace(ORIGIN, ""));
  if (!isOnline || lost-- > 0) throw new TypeError("Failed to fetch");
  await answersFrom;
  const left = busy.get(pathname + search) ?? 0;
  busy.set(pathname + search, left - 1);
  if (left > 0) return new Response("busy", { status: 503 });
  if (pathname.startsWith("/api/photos/")) return new Response("photo");
  if (pathname.startsWith("/_next/static/")) return new Response("asset");
  const on = searchParams.get("on") ?? dayIn(ZONE, new Date(now - phoneOff));
  const marks = pathname === "/my" || pathname === "/my/session" ? pageMarks(on) : "";
  const state = isPaused ? "paused" : "open";
  return new Response(
    `<p>${pathname} ${version} ${on}<i data-kept="${state} robin" data-made="${new Date(now - phoneOff).toISOString()}"${isPaused ? "" : marks}></i>`,
  );
}
const PHOTO = "/api/photos/01890a5d-ac96-7000-8000-00000000000";
/** Of the clinic's own exercise in each version. */
const photoOf = (of: string) => `${PHOTO}${of.replace(/\D/g, "")}`;
const pageMarks = (on: string) =>
  ` data-photo="${photoOf(version)}" data-day="${on} ${ZONE}" data-session="${version} ${on}"`;

type Event = Record<string, unknown>;
/** A worker of this code over the same caches: a second one is an update. */
function startWorker(text = code) {
  const handlers = new Map<string, (event: Event) => void>();
  let work: Promise<unknown>[] = [];
  const waitUntil = (promise: Promise<unknown>) => void work.push(promise);
  const open = async (name: string) => {
    const store = stores.get(name) ?? new MemoryCache(clinic);
    stores.set(name, store);
    return store;
  };
  class WorkerDate extends Date {
    static override now = () => now;
  }
  const self = {
    location: new URL("/my-worker.js", ORIGIN),
    addEventListener: (kind: string, handler: (event: Event) => void) => handlers.set(kind, handler),
    skipWaiting: () => waitUntil(Promise.resolve()),
    clients: {
      claim: async () => {
        claimed += 1;
      },
    },
  };
  const caches = {
    open,
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (key: string, { cacheName }: { cacheName: string }) => (await open(cacheName)).match(key),
  };
  const Redirecting = class extends Response {
    static override redirect = (url: string | URL) =>
      new Response(null, { status: 302, headers: { location: `${url}` } });
  };
  const fetching = (request: string | { url: string }) => clinic(absolute(request));
  const wait = (done: (value?: unknown) => void, ms: number, value?: unknown) => {
    pauses?.push(ms);
    return setTimeout(done, pauses === null ? ms : 0, value);
  };
  const globals = { self, caches, fetch: fetching, Response: Redirecting, Date: WorkerDate, setTimeout: wait };
  runInContext(text, createContext({ ...globals, Headers, URL, URLSearchParams, Intl, Promise, Map, Set }));

  async function fire(kind: string, event: Event = {}) {
    handlers.get(kind)?.({ ...event, waitUntil });
    while (work.length > 0) await Promise.all(work.splice(0));
    work = [];
  }
  return {
    start: async () => {
      await fire("install");
      await fire("activate");
    },
    tell: () => fire("message", { data: { kept: `${isPaused ? "paused" : "open"} robin` } }),
    forget: () => fire("message", { data: { forget: true }, ports: [] }),
    /** A picture on a page, as the browser asks for it. */
    async picture(path: string): Promise<string> {
      let answer: Promise<Response> | undefined;
      const request = { method: "GET", mode: "no-cors", url: `${ORIGIN}${path}`, headers: new Headers() };
      const respondWith = (response: Promise<Response>) => {
        answer = response;
      };
      await fire("fetch", { request, respondWith });
      return (await answer)?.text() ?? "not answered";
    },
    /** What the browser shows at an address: the page's text, or where it is sent. */
    async visit(address: string): Promise<string> {
      let answer: Promise<Response> | undefined;
      const request = { method: "GET", mode: "navigate", url: `${ORIGIN}${address}`, headers: new Headers() };
      const respondWith = (response: Promise<Response>) => {
        answer = response;
        // The browser hears of a failure at once.
        answer.catch(() => {});
      };
      await fire("fetch", { request, respondWith });
      if (answer === undefined) throw new Error(`not answered: ${address}`);
      const response = await answer;
      return response.headers.get("location") ?? (/<p>([^<]*)/.exec(await response.text())?.[1] as string);
    },
  };
}

let worker: ReturnType<typeof startWorker>;
let today: CalendarDay;
const keptAddresses = () => [...(stores.get("my-pages-1")?.rows.keys() ?? [])].map((url) => url.replace(ORIGIN, ""));

beforeEach(async () => {
  now = Date.parse("2026-03-10T21:00:00Z");
  today = "2026-03-10";
  phoneOff = 0;
  answersFrom = Promise.resolve();
  [isOnline, isPaused, version, asked, claimed] = [true, false, "v1", [], 0];
  [busy, pauses, lost] = [new Map(), null, 0];
  stores.clear();
  worker = startWorker();
  await worker.start();
  await worker.tell();
});

describe("a day that begins in flight mode", () => {
  test("Today and the player roll over at the clinic's midnight, for the three days a kept plan is good for", async () => {
    isOnline = false;
    expect(await worker.visit("/my")).toBe(`/my v1 ${today}`);
    for (const days of [1, 2, 3]) {
      now = Date.parse("2026-03-10T21:00:00Z") + days * 24 * HOUR;
      expect(await worker.visit("/my")).toBe(`/my v1 ${addDays(today, days)}`);
      expect(await worker.visit("/my/session")).toBe(`/my/session v1 ${addDays(today, days)}`);
    }
    // Beyond them the newest stands, which says of which day it is.
    now += 24 * HOUR;
    expect(await worker.visit("/my")).toBe(`/my v1 ${today}`);
  });

  test.each([3 * 24 * HOUR, -3 * 24 * HOUR])(
    "a phone whose clock is off by %i ms opens the clinic's day",
    async (off) => {
      now += off;
      phoneOff = off;
      version = "v2";
      await worker.tell();
      isOnline = false;
      expect(await worker.visit("/my")).toBe(`/my v2 ${today}`);
      now += 24 * HOUR;
      expect(await worker.visit("/my/session")).toBe(`/my/session v2 ${addDays(today, 1)}`);
    },
  );

  test("the coming days are fetched again with a new version, else not within the hour", async () => {
    asked = [];
    now += 5 * 60_000;
    await worker.tell();
    expect(asked.filter((address) => address.includes("?on="))).toEqual([]);
    version = "v2";
    now += 5 * 60_000;
    await worker.tell();
    expect(asked.filter((address) => address.includes("?on="))).toHaveLength(6);
    isOnline = false;
    now += 24 * HOUR;
    expect(await worker.visit("/my")).toBe(`/my v2 ${addDays(today, 1)}`);
  });

  test("days gone by leave the phone", async () => {
    now += 24 * HOUR;
    await worker.tell();
    expect(keptAddresses()).not.toContain(`/my?on=${addDays(today, 1)}`);
    expect(keptAddresses()).toContain(`/my?on=${addDays(today, 4)}`);
  });
});

describe("a session under way", () => {
  const begun = () => `/my/session?version=v1&on=${today}`;

  test("finishes on the version it began, in flight mode and after the phone has kept two newer ones", async () => {
    for (const newer of ["v2", "v3"]) {
      version = newer;
      now += 10 * 60_000;
      await worker.tell();
    }
    isOnline = false;
    expect(await worker.visit("/my/session")).toBe(`/my/session v3 ${today}`);
    expect(await worker.visit(begun())).toBe(`/my/session v1 ${today}`);
    expect(await worker.visit(`${begun()}&answers=1`)).toBe(`/my/session v1 ${today}`);
  });

  test("goes on past midnight as it began", async () => {
    isOnline = false;
    now += 4 * HOUR;
    expect(await worker.visit("/my/session")).toBe(`/my/session v1 ${addDays(today, 1)}`);
    expect(await worker.visit(begun())).toBe(`/my/session v1 ${today}`);
  });

  test("its page is dropped after two days", async () => {
    version = "v2";
    now += 10 * 60_000;
    await worker.tell();
    expect(keptAddresses()).toContain(begun());
    now += 49 * HOUR;
    await worker.tell();
    expect(keptAddresses()).not.toContain(begun());
  });

  test("a new worker takes over at once and keeps what is here", async () => {
    const before = keptAddresses();
    stores.set("my-pages-0", new MemoryCache(clinic));
    const newer = startWorker(`${code}\n// a later release`);
    await newer.start();
    expect(claimed).toBe(2);
    expect([...stores.keys()]).not.toContain("my-pages-0");
    expect(keptAddresses()).toEqual(before);
    isOnline = false;
    expect(await newer.visit("/my/session")).toBe(`/my/session v1 ${today}`);
    expect(await newer.visit(begun())).toBe(`/my/session v1 ${today}`);
  });
});

test("a room that isn't kept says that it needs the network", async () => {
  isOnline = false;
  for (const room of ["/my/record", "/my/questionnaires"]) expect(await worker.visit(room)).toBe("/my/offline");
  expect(await worker.visit("/my/offline")).toContain("/my/offline");
});

test("a hold clears the coming days and begun sessions too", async () => {
  version = "v2";
  now += 10 * 60_000;
  await worker.tell();
  isPaused = true;
  await worker.visit("/my");
  expect(keptAddresses()).toEqual(["/my"]);
  isOnline = false;
  expect(await worker.visit("/my/record")).toBe("/my");
});

test("with nothing kept a network that fails once is tried again, and one that stays away is the browser's to tell", async () => {
  await worker.forget();
  [pauses, lost] = [[], 1];
  expect(await worker.visit("/my")).toBe(`/my v1 ${today}`);
  expect(pauses).toEqual([1_000]);
  await worker.forget();
  isOnline = false;
  await expect(worker.visit("/my")).rejects.toThrow("Failed to fetch");
});

describe("a clinic that is too busy to answer", () => {
  const tomorrow = () => `/my?on=${addDays(today, 1)}`;
  /** A new version, so that every page is asked for. */
  async function askAgain(answers: [string, number][]) {
    version = "v2";
    now += 10 * 60_000;
    [busy, pauses, asked] = [new Map(answers), [], []];
    await worker.tell();
  }

  test("is asked again, later each time, until the page is here", async () => {
    await askAgain([
      [tomorrow(), 3],
      ["/my/progress", 1],
    ]);
    expect(pauses).toEqual([1_000, 1_000, 4_000, 10_000]);
    isOnline = false;
    expect(await worker.visit("/my/progress")).toBe(`/my/progress v2 ${today}`);
    now += 24 * HOUR;
    expect(await worker.visit("/my")).toBe(`/my v2 ${addDays(today, 1)}`);
  });

  test("is left alone after four answers, and the other days are kept all the same", async () => {
    await askAgain([[tomorrow(), 9]]);
    expect(asked.filter((address) => address === tomorrow())).toHaveLength(4);
    isOnline = false;
    now += 48 * HOUR;
    expect(await worker.visit("/my")).toBe(`/my v2 ${addDays(today, 2)}`);
  });

  test("has one page of the days to come to draw at a time", async () => {
    let answer = () => {};
    const first = new Promise<void>((resolve) => {
      answer = resolve;
    });
    version = "v2";
    now += 10 * 60_000;
    await worker.visit("/my");
    await worker.visit("/my/session");
    asked = [];
    answersFrom = first;
    const underWay = worker.tell();
    await vi.waitFor(() => expect(asked).toEqual([tomorrow()]));
    answer();
    await underWay;
    expect(asked.filter((address) => address.includes("?on="))).toHaveLength(6);
  });
});

describe("sign-out on a phone that others use", () => {
  test("nothing comes back with what was still on its way", async () => {
    now += 10 * 60_000;
    asked = [];
    let answer = () => {};
    answersFrom = new Promise((resolve) => {
      answer = resolve;
    });
    const underWay = worker.tell();
    await vi.waitFor(() => expect(asked).toContain("/my"));
    const begunNow = worker.tell();
    const forgotten = worker.forget();
    answer();
    await Promise.all([underWay, begunNow, forgotten]);
    expect(keptAddresses()).toEqual([]);
    expect([...(stores.get("my-photos-1")?.rows.keys() ?? [])]).toEqual([]);
  });

  test("a person who signs in again has their plan kept again", async () => {
    await worker.forget();
    expect(keptAddresses()).toEqual([]);
    await worker.tell();
    expect(keptAddresses()).toContain("/my/session");
  });
});

describe("photos of the clinic's own exercises", () => {
  test("are here in flight mode, and those of an earlier plan go with its pages", async () => {
    isOnline = false;
    expect(await worker.picture(photoOf("v1"))).toBe("photo");
    await expect(worker.picture(photoOf("v2"))).rejects.toThrow("Failed to fetch");
    isOnline = true;
    version = "v2";
    now += 10 * 60_000;
    await worker.tell();
    now += 49 * HOUR;
    await worker.tell();
    isOnline = false;
    expect(await worker.picture(photoOf("v2"))).toBe("photo");
    await expect(worker.picture(photoOf("v1"))).rejects.toThrow("Failed to fetch");
  });

  test("go with the plan when exercises are paused", async () => {
    isPaused = true;
    await worker.visit("/my");
    isOnline = false;
    await expect(worker.picture(photoOf("v1"))).rejects.toThrow("Failed to fetch");
  });
});
