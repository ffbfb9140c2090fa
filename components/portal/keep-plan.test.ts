import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { forgetKeptPlan } from "./keep-plan";
import { KEPT_PAGES, KEPT_PHOTOS } from "./kept-pages";

const manifest = JSON.parse(readFileSync("public/my.webmanifest", "utf8")) as {
  scope: string;
  start_url: string;
  background_color: string;
  theme_color: string;
  icons: { src: string; sizes: string; purpose: string }[];
};

/** Width and height of a PNG, from its header. */
function sizeOf(path: string): string {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

test("the app installs to the patient's rooms alone, with icons of the sizes it says, one of them maskable", () => {
  expect([manifest.scope, manifest.start_url]).toEqual(["/my", "/my"]);
  for (const { src, sizes } of manifest.icons) expect(sizeOf(`public${src}`), src).toBe(sizes);
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  expect(manifest.icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
});

test("the app opens on the paper of the light theme", () => {
  const paper = /--paper: light-dark\((#[0-9a-f]{6}),/.exec(readFileSync("app/tokens.css", "utf8"))?.[1];
  expect([manifest.background_color, manifest.theme_color]).toEqual([paper, paper]);
});

test("sign-out forgets the very pages and photos that the worker keeps", () => {
  const worker = readFileSync("public/my-worker.js", "utf8");
  expect(worker).toContain(`const PAGES = "${KEPT_PAGES}";`);
  expect(worker).toContain(`const PHOTOS = "${KEPT_PHOTOS}";`);
});

test("sign-out waits until the worker has forgotten, then deletes what is left", async () => {
  const done: string[] = [];
  const postMessage = (message: { forget?: boolean }, [port]: MessagePort[]) => {
    expect(message).toEqual({ forget: true });
    setTimeout(() => {
      done.push("worker");
      port?.postMessage("forgotten");
    }, 20);
  };
  const registration = { active: { postMessage } };
  vi.stubGlobal("navigator", { serviceWorker: { getRegistration: async () => registration } });
  vi.stubGlobal("caches", { delete: async (name: string) => done.push(name) });
  await forgetKeptPlan();
  expect(done).toEqual(["worker", KEPT_PAGES, KEPT_PHOTOS]);
});
