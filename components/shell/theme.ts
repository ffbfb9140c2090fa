/** The three ways a screen may be coloured; `system` follows the device and is the absence of a choice. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Reads the cookie `theme`; anything unknown means that nobody chose. */
export function readTheme(text: string | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? "system";
}
