/** The contrast that TOKENS.md promises, computed from the style sheet itself, in both themes. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const SHEET = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const ROW = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
const TOKENS = new Map([...SHEET.matchAll(ROW)].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]));

const channel = (hex: string, at: number) => {
  const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string, theme: "light" | "dark"): string {
  const token = TOKENS.get(name);
  if (token === undefined) throw new Error(`no token ${name}`);
  return token[theme];
}

const TEXT = 4.5;
const GRAPHIC = 3;
const PAIRS: readonly [ink: string, ground: string, least: number][] = [
  ["ink", "paper", TEXT],
  ["ink", "surface", TEXT],
  ["ink-2", "sunken", TEXT],
  ["ink-2", "surface", TEXT],
  ["muted", "paper", TEXT],
  ["muted", "surface", TEXT],
  ["muted", "sunken", TEXT],
  ["muted", "brand-wash", TEXT],
  ["brand-ink", "paper", TEXT],
  ["brand-ink", "surface", TEXT],
  ["brand-ink", "brand-wash", TEXT],
  ["on-brand", "brand", TEXT],
  ["on-brand", "brand-ink", TEXT],
  ["front-ink", "front-wash", TEXT],
  ["back-ink", "back-wash", TEXT],
  ["good", "surface", TEXT],
  ["good", "good-wash", TEXT],
  ["same", "same-wash", TEXT],
  ["same", "surface", TEXT],
  ["bad", "surface", TEXT],
  ["bad", "bad-wash", TEXT],
  ["warn", "warn-wash", TEXT],
  ["warn", "surface", TEXT],
  ["paper", "ink", TEXT],
  ["field", "surface", GRAPHIC],
  ["brand", "surface", GRAPHIC],
  ["focus", "paper", GRAPHIC],
  ["focus", "surface", GRAPHIC],
];

describe("the colours", () => {
  it("come in both themes and each is a utility", () => {
    expect(TOKENS.size).toBe(48);
    for (const name of TOKENS.keys()) expect(SHEET).toContain(`--color-${name}: var(--${name});`);
  });

  describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
    it.each(PAIRS)("%s on %s can be told apart", (ink, ground, least) => {
      expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
    });
  });
});
