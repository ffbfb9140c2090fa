/** The theme's colours a chart is drawn with. */
import type { ChartHue } from "@/components/chart/axes";

export const hueColour = (hue: ChartHue): string => `var(--${hue})`;

/** The darker shade for text of the same hue. */
export const hueInk = (hue: ChartHue): string => (hue === "ink" ? "var(--ink)" : `var(--${hue}-ink)`);
