/** A practised hand at the keyboard: keys at human pace, every one counted. */
import type { Page } from "@playwright/test";

/** Four keys a second, as a practised hand types. */
const KEY_MS = 250;

/** Presses keys at human pace and counts each of them; a chord counts for every key held. */
export function keyboard(page: Page) {
  let count = 0;
  return {
    count: () => count,
    press: async (key: string) => {
      count += key.split("+").length;
      await page.keyboard.press(key, { delay: KEY_MS });
    },
    /** Typed at the same pace; `counted` false for a password. */
    type: async (text: string, counted = true) => {
      if (counted) count += text.length;
      await page.keyboard.type(text, { delay: KEY_MS });
    },
  };
}
