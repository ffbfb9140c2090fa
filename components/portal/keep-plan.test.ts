import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KEPT_PAGES } from "./kept-pages";

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

test("sign-out forgets the very pages that the worker keeps", () => {
  expect(readFileSync("public/my-worker.js", "utf8")).toContain(`const PAGES = "${KEPT_PAGES}";`);
});
