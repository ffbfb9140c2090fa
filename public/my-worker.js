/**
 * Keeps a patient's plan on their phone: pages of one login with all they are drawn from, so that they open in flight
 * mode, also on the days to come. The clinic comes first whenever it answers; nothing of the plan stays once it says
 * paused or signed out. It knows no build: a kept page names its own scripts, and goes only when a newer one is here in
 * full. The player's page of an earlier version stays for two days, for a session that began on it.
 */
const PAGES = "my-pages-1";
const ASSETS = "my-assets-1";
/** A clinic's own exercises: whose photo it is shows whose patient one is, so they go with the pages. */
const PHOTOS = "my-photos-1";
const KEPT_PATHS = ["/my", "/my/session", "/my/progress", "/my/offline"];
/** Kept for each day that a plan may be exercised by without the clinic. */
const AHEAD_PATHS = ["/my", "/my/session"];
const AHEAD_DAYS = 3;
const PATIENCE_MS = 4_000;
const AGAIN_MS = 1_000;
const FRESH_MS = 60_000;
const AHEAD_FRESH_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const BUSY_PAUSES_MS = [1_000, 4_000, 10_000];

/** Requests in their order; answers to those up to `closed` were overtaken by a hold or a sign-out. */
let asked = 0;
let closed = 0;
let signOuts = 0;
/** Pages are stored one after the other, so that two can't disagree on whose they are. */
let turn = Promise.resolve();

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith("my-") && ![PAGES, ASSETS, PHOTOS].includes(name));
  await Promise.all(former.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/**
 * A page says whose it is and whether exercises are paused; a phone that is up to date asks for nothing. At sign-out
 * it waits to hear that all is forgotten, with whatever was still on its way.
 */
self.addEventListener("message", (event) => {
  if (event.data?.kept) event.waitUntil(bringUpToDate(event.data.kept));
  if (event.data?.forget) event.waitUntil(forgetAll().then(() => event.ports[0]?.postMessage("forgotten")));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/_next/static/")) event.respondWith(openKept(request, ASSETS));
  else if (pathname.startsWith("/api/photos/")) event.respondWith(openKept(request, PHOTOS));
  else if (pathname !== "/my" && !pathname.startsWith("/my/")) return;
  else if (request.mode === "navigate") event.respondWith(openPage(event));
  // Not a page's data, so the router goes there as a browser does, and finds what is kept.
  else if (request.headers.has("RSC")) event.respondWith(fetch(request).catch(() => html("")));
});

const html = (text) => new Response(text, { headers: { "Content-Type": "text/html" } });

/** A script is named by its content, and a photo never changes. */
async function openKept(request, cacheName) {
  return (await caches.match(request.url, { cacheName })) ?? fetch(request);
}

async function openPage(event) {
  const { request } = event;
  const { pathname, search } = new URL(request.url);
  const number = ++asked;
  const answer = fetch(request);
  event.waitUntil(answer.then((response) => keep(pathname, search, number, response.clone())).catch(() => {}));
  const kept = await keptPage(pathname, search);
  if (kept === undefined) {
    return answer.catch(async () => {
      for (const instead of ["/my/offline", "/my"]) if (await keptPage(instead)) return Response.redirect(instead);
      // A network that has just come back may fail once more.
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      return fetch(request);
    });
  }
  const later = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  const fresh = answer.then((response) => (response.status >= 500 ? kept : response));
  return Promise.race([fresh.catch(() => kept), later]);
}

/** The page of a session begun earlier when that is asked for, else the page of this day by the clinic's zone. */
async function keptPage(path, search = "") {
  const pages = await caches.open(PAGES);
  const begun = new URLSearchParams(search);
  if (path === "/my/session" && begun.has("version")) {
    const wanted = `${begun.get("version")} ${begun.get("on")}`;
    const all = await pages.matchAll();
    const found = all.find((page) => pathOf(page) === path && page.headers.get("X-Session") === wanted);
    if (found) return found;
  }
  const newest = await pages.match(path);
  const [day, zone] = dayOf(newest);
  const today = zone && new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(clinicNow(newest));
  return today && today !== day ? ((await pages.match(`${path}?on=${today}`)) ?? newest) : newest;
}

const pathOf = (page) => page.headers.get("X-Path");
/** The clinical day a page is of, and the clinic's zone. */
const dayOf = (page) => (page?.headers.get("X-Day") || null)?.split(" ") ?? [];
/** By the clinic's clock: the phone's, as far off as it was when it had this page. */
const clinicNow = (page) => {
  const offset = Date.parse(page.headers.get("X-Made-At")) - Number(page.headers.get("X-Kept-At"));
  return Date.now() + (Number.isNaN(offset) ? 0 : offset);
};
/** The version of the plan a page shows. */
const versionOf = (page) => page?.headers.get("X-Session")?.split(" ")[0] || null;

const isYoung = (page, limit) => {
  const age = Date.now() - Number(page.headers.get("X-Kept-At"));
  return age >= 0 && age < limit;
};

async function bringUpToDate(kept) {
  const since = signOuts;
  // What was forgotten meanwhile is not asked for again.
  const fetchSome = async (addresses) => (signOuts === since ? fetchPages(addresses) : undefined);
  const pages = await caches.open(PAGES);
  if (!(await isUpToDate(pages, kept))) await fetchSome(KEPT_PATHS);
  // Nobody waits for the days to come: one page at a time leaves the clinic's server to others.
  for (const address of await staleDays(pages)) await fetchSome([address]);
  await turn;
  await dropPast();
  await dropUnused();
}

async function fetchPages(addresses) {
  const fetched = addresses.map(async (address) => {
    const number = ++asked;
    const [path, query] = address.split("?");
    const search = query === undefined ? "" : `?${query}`;
    await keep(path, search, number, await fetchPatiently(address));
  });
  await Promise.all(fetched).catch(() => {});
}

/** A busy clinic is asked again: else a page that it was too busy for would be missing until the next visit here. */
async function fetchPatiently(address) {
  const ask = () => fetch(address, { headers: { Accept: "text/html" } });
  for (const pause of BUSY_PAUSES_MS) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return ask();
}

async function isUpToDate(pages, kept) {
  const [today, player, ...rest] = await Promise.all(KEPT_PATHS.map((path) => pages.match(path)));
  if (!today || today.headers.get("X-Kept") !== kept || !isYoung(today, FRESH_MS)) return false;
  if (kept.startsWith("paused")) return true;
  return rest.every(Boolean) && player !== undefined && versionOf(player) === versionOf(today);
}

/** Addresses of the coming days that aren't here, or are of another version or older than an hour. */
async function staleDays(pages) {
  const today = await pages.match("/my");
  const stale = [];
  for (const address of aheadOf(today)) {
    const page = await pages.match(address);
    const isGood = page && versionOf(page) === versionOf(today) && isYoung(page, AHEAD_FRESH_MS);
    if (!isGood) stale.push(address);
  }
  return stale;
}

function aheadOf(today) {
  const [day] = dayOf(today);
  if (day === undefined || versionOf(today) === null) return [];
  const days = Array.from({ length: AHEAD_DAYS }, (_, k) => new Date(Date.parse(day) + (k + 1) * DAY_MS));
  return days.flatMap((on) => AHEAD_PATHS.map((path) => `${path}?on=${on.toISOString().slice(0, 10)}`));
}

/** Days gone by, and pages of sessions that are too old to be gone on with. */
async function dropPast() {
  const pages = await caches.open(PAGES);
  const wanted = new Set([...KEPT_PATHS, ...aheadOf(await pages.match("/my"))]);
  for (const key of await pages.keys()) {
    const { pathname, search } = new URL(key.url);
    const isBegun = search.startsWith("?version=") && isYoung(await pages.match(key), 2 * DAY_MS);
    if (!isBegun && !wanted.has(pathname + search)) await pages.delete(key);
  }
}

function keep(path, search, number, response) {
  const mine = turn.then(() => keepNow(path, search, number, response));
  turn = mine.catch(() => {});
  return mine;
}

async function keepNow(path, search, number, response) {
  if (!KEPT_PATHS.includes(path) || response.status >= 500 || number <= closed) return;
  // Sent to sign in, or not a patient any more.
  if (response.type === "opaqueredirect" || response.redirected || !response.ok) return forget();
  const text = await response.text();
  const kept = /data-kept="((open|paused) [^"]+)"/.exec(text);
  if (kept === null) return;
  const isPaused = kept[2] === "paused";
  const pages = await caches.open(PAGES);
  const [former] = await pages.matchAll();
  if (isPaused || (former && former.headers.get("X-Kept") !== kept[1])) await forget(isPaused);
  // The page of a session begun earlier is not today's.
  if (!isPaused && search !== "" && !(AHEAD_PATHS.includes(path) && /^\?on=[\d-]{10}$/.test(search))) return;
  await keepAssets(text);
  await keepPhotos(text);
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary", "Link"]) headers.delete(name);
  headers.set("X-Kept", kept[1]);
  headers.set("X-Kept-At", String(Date.now()));
  headers.set("X-Made-At", /data-made="([^"]*)"/.exec(text)?.[1] ?? "");
  headers.set("X-Path", path);
  headers.set("X-Day", /data-day="([^"]*)"/.exec(text)?.[1] ?? "");
  headers.set("X-Session", /data-session="([^"]*)"/.exec(text)?.[1] ?? "");
  const page = new Response(text, { headers });
  if (isPaused) return void (await (await caches.open(PAGES)).put("/my", page));
  if (path === "/my/session" && search === "") await keepBegun(page);
  await (await caches.open(PAGES)).put(path + search, page);
}

/** A session may be under way on what `page` replaces. */
async function keepBegun(page) {
  const pages = await caches.open(PAGES);
  const former = await pages.match("/my/session");
  const session = former?.headers.get("X-Session");
  if (!session || session === page.headers.get("X-Session")) return;
  const [version, on] = session.split(" ");
  await pages.put(`/my/session?version=${version}&on=${on}`, former);
}

async function forget(overtakes = true) {
  if (overtakes) closed = asked;
  await Promise.all([caches.delete(PAGES), caches.delete(PHOTOS)]);
}

/** Answers on their way are overtaken at once; one that is being stored is waited for, and deleted with the rest. */
function forgetAll() {
  signOuts += 1;
  closed = asked;
  turn = turn.then(() => forget(false));
  return turn;
}

const assetsOf = (text) => [...new Set(text.match(/\/_next\/static\/[^"'\\\s<>()?]+/g))];
const fontsOf = (css, of) =>
  [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url]) => new URL(url, new URL(of, self.location)).pathname);

async function keepAssets(text) {
  const assets = await caches.open(ASSETS);
  const add = async (path) => {
    if (!(await assets.match(path))) await assets.add(path);
  };
  const paths = assetsOf(text);
  await Promise.all(paths.map(add));
  await Promise.all((await fonts(paths)).map(add));
}

const photosOf = (text) => [...new Set(text.match(/\/api\/photos\/[0-9a-f-]{36}/g))];

/** One that can't be had leaves its exercise without a picture, not the phone without its plan. */
async function keepPhotos(text) {
  const photos = await caches.open(PHOTOS);
  const add = async (path) => {
    if (!(await photos.match(path))) await photos.add(path);
  };
  await Promise.allSettled(photosOf(text).map(add));
}

async function fonts(paths) {
  const assets = await caches.open(ASSETS);
  const sheets = paths.filter((path) => path.endsWith(".css"));
  const found = sheets.map(async (path) => fontsOf((await (await assets.match(path))?.text()) ?? "", path));
  return (await Promise.all(found)).flat().filter((path) => path.startsWith("/_next/static/"));
}

/** What no kept page is drawn from any more: an older build's, an earlier plan's. */
async function dropUnused() {
  const pages = await caches.open(PAGES);
  const texts = await Promise.all((await pages.keys()).map(async (key) => (await pages.match(key))?.text() ?? ""));
  const paths = texts.flatMap(assetsOf);
  const used = new Set([...paths, ...(await fonts(paths))]);
  await dropAllBut(used, ASSETS);
  await dropAllBut(new Set(texts.flatMap(photosOf)), PHOTOS);
}

async function dropAllBut(used, cacheName) {
  const cache = await caches.open(cacheName);
  for (const { url } of await cache.keys()) if (!used.has(new URL(url).pathname)) await cache.delete(url);
}
