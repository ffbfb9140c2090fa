/**
 * Keeps a patient's plan on their phone: three pages of one login with all they are drawn from, so that they open in
 * flight mode. The clinic comes first whenever it answers; nothing of the plan stays once it says paused or signed out.
 * It knows no build: a kept page names its own scripts, and goes only when a newer one is here in full.
 */
const PAGES = "my-pages-1";
const ASSETS = "my-assets-1";
const KEPT_PATHS = ["/my", "/my/session", "/my/progress"];
const PATIENCE_MS = 4_000;
const FRESH_MS = 60_000;

/** Requests in their order; answers to those up to `closed` were overtaken by a hold or a sign-out. */
let asked = 0;
let closed = 0;
/** Pages are stored one after the other, so that two can't disagree on whose they are. */
let turn = Promise.resolve();

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith("my-") && name !== PAGES && name !== ASSETS);
  await Promise.all(former.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** A page says whose it is and whether exercises are paused; a phone that is up to date asks for nothing. */
self.addEventListener("message", (event) => {
  if (event.data?.kept) event.waitUntil(bringUpToDate(event.data.kept));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/_next/static/")) event.respondWith(openAsset(request));
  else if (pathname !== "/my" && !pathname.startsWith("/my/")) return;
  else if (request.mode === "navigate") event.respondWith(openPage(event));
  // Not a page's data, so the router goes there as a browser does, and finds what is kept.
  else if (request.headers.has("RSC")) event.respondWith(fetch(request).catch(() => html("")));
});

const html = (text) => new Response(text, { headers: { "Content-Type": "text/html" } });

async function openAsset(request) {
  return (await caches.match(request.url, { cacheName: ASSETS })) ?? fetch(request);
}

async function openPage(event) {
  const { request } = event;
  const { pathname, search } = new URL(request.url);
  const number = ++asked;
  const answer = fetch(request);
  event.waitUntil(answer.then((response) => keep(pathname, search, number, response.clone())).catch(() => {}));
  const kept = await keptPage(pathname);
  if (kept === undefined) {
    return answer.catch(async (error) => {
      if (await keptPage("/my")) return Response.redirect("/my");
      throw error;
    });
  }
  const later = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  const fresh = answer.then((response) => (response.status >= 500 ? kept : response));
  return Promise.race([fresh.catch(() => kept), later]);
}

const keptPage = async (path) => (await caches.open(PAGES)).match(path);

async function bringUpToDate(kept) {
  const { headers } = (await keptPage("/my")) ?? {};
  const age = Date.now() - Number(headers?.get("X-Kept-At") ?? 0);
  const there = await (await caches.open(PAGES)).keys();
  const isWhole = kept.startsWith("paused") || there.length === KEPT_PATHS.length;
  if (isWhole && headers?.get("X-Kept") === kept && age >= 0 && age < FRESH_MS) return;
  await Promise.all(
    KEPT_PATHS.map(async (path) => {
      const number = ++asked;
      await keep(path, "", number, await fetch(path, { headers: { Accept: "text/html" } }));
    }),
  ).catch(() => {});
  await turn;
  await dropUnused();
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
  if (!isPaused && search !== "") return;
  await keepAssets(text);
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary", "Link"]) headers.delete(name);
  headers.set("X-Kept", kept[1]);
  headers.set("X-Kept-At", String(Date.now()));
  await (await caches.open(PAGES)).put(isPaused ? "/my" : path, new Response(text, { headers }));
}

async function forget(overtakes = true) {
  if (overtakes) closed = asked;
  await caches.delete(PAGES);
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

async function fonts(paths) {
  const assets = await caches.open(ASSETS);
  const sheets = paths.filter((path) => path.endsWith(".css"));
  const found = sheets.map(async (path) => fontsOf((await (await assets.match(path))?.text()) ?? "", path));
  return (await Promise.all(found)).flat().filter((path) => path.startsWith("/_next/static/"));
}

/** What no kept page is drawn from any more: an older build's. */
async function dropUnused() {
  const pages = await caches.open(PAGES);
  const texts = await Promise.all((await pages.keys()).map(async (key) => (await pages.match(key))?.text() ?? ""));
  const paths = texts.flatMap(assetsOf);
  const used = new Set([...paths, ...(await fonts(paths))]);
  const assets = await caches.open(ASSETS);
  for (const { url } of await assets.keys()) if (!used.has(new URL(url).pathname)) await assets.delete(url);
}
