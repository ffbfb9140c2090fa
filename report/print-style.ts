/** Colours and type of the printed report: the light theme on white, readable in black and white. */
import { StyleSheet } from "@react-pdf/renderer";
import type { ChartHue } from "@/components/chart/axes";
import type { Wash } from "@/components/chart/geometry";

/** The light column of design/TOKENS.md. */
export const INK = {
  ink: "#1B2430",
  muted: "#5A6472",
  line: "#E6E1D7",
  rule: "#3B4754",
  good: "#17693F",
  bad: "#A8243B",
  same: "#4F5967",
  brand: "#0E6B66",
  surface: "#FFFFFF",
} as const;

export const HUES: Record<ChartHue, { line: string; text: string }> = {
  ink: { line: "#1B2430", text: "#1B2430" },
  front: { line: "#C2571A", text: "#9C4310" },
  back: { line: "#2B63A8", text: "#214F8A" },
};

export const WASHES: Record<Wash, string> = { 1: "#ECEAE4", 2: "#FBEDE2", 3: "#E8F0FA", 4: "#E1F1EE" };

/** The first family that has a glyph draws it. */
export const FONT_FAMILIES = ["Atkinson", "AtkinsonExtended", "DejaVu"];

export const style = StyleSheet.create({
  page: {
    fontFamily: FONT_FAMILIES,
    fontSize: 9,
    color: INK.ink,
    backgroundColor: INK.surface,
    paddingTop: 36,
    paddingBottom: 48,
    paddingHorizontal: 36,
  },
  /** Line heights stay out of the page and its footer: the library lays fixed parts out twice and loses them. */
  body: { fontSize: 9, lineHeight: 1.2 },
  row: { flexDirection: "row" },
  between: { flexDirection: "row", justifyContent: "space-between" },
  // A line height is inherited in points, so each size names its own.
  title: { fontSize: 13, fontWeight: 700, lineHeight: 1.3 },
  fact: { fontSize: 10, fontWeight: 700, lineHeight: 1.3 },
  lead: { fontSize: 10.5, lineHeight: 1.3 },
  heading: { fontSize: 11.5, fontWeight: 700, lineHeight: 1.3, marginTop: 12, marginBottom: 4 },
  bold: { fontWeight: 700 },
  muted: { color: INK.muted },
  small: { fontSize: 8, lineHeight: 1.2, color: INK.muted },
  footer: {
    position: "absolute",
    bottom: 22,
    left: 36,
    right: 36,
    flexDirection: "row",
    justifyContent: "space-between",
    fontSize: 8,
    color: INK.muted,
  },
});
