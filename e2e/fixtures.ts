/** What every journey shares: it fails on whatever the browser complains about, and can ask axe about a screen. */
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

type Fixtures = {
  /** Complaints a test expects ("404"), by a part of their text. */
  allowedComplaints: string[];
  complaints: undefined;
};

export const test = base.extend<Fixtures>({
  allowedComplaints: [[], { option: true }],
  complaints: [
    async ({ context, allowedComplaints }, use) => {
      const heard: string[] = [];
      const note = (text: string) => {
        if (!allowedComplaints.some((allowed) => text.includes(allowed))) heard.push(text);
      };
      // Policy violations arrive here as well: the browser reports them as console errors.
      context.on("console", (message) => {
        const from = message.location().url;
        if (message.type() === "error") note(`${message.page()?.url() ?? ""} console: ${message.text()} (${from})`);
      });
      context.on("weberror", (error) => note(`${error.page()?.url() ?? ""} uncaught: ${error.error().message}`));
      await use(undefined);
      expect(heard, "the browser had nothing to complain about").toEqual([]);
    },
    { auto: true },
  ],
});

/** Themes change colours alone: what says nothing of them is asked once. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** No axe violation on the screen as it stands, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await drawWhole(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await wear(page, colorScheme);
    // Nothing here lies in a frame, for which alone the other mode opens a second page.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const { violations } = await (colorScheme === "dark" ? axe.withRules(OF_COLOUR) : axe).analyze();
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join("; ")})`,
    );
    expect(found, `axe, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** Puts on a theme, and waits until all of it is on the screen: before, words of one may stand on the ground of the other. */
export async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await drawn(page);
  await page.evaluate(restyle);
  await drawn(page);
}

const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

/** The script of this part of the page has come: a key pressed before that is nobody's. */
export async function answersKeys(part: Locator): Promise<void> {
  const isAlive = () => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")));
  await expect.poll(isAlive).toBe(true);
  await drawn(part.page());
}

/** Runs in the page: what lies out of sight takes on the theme when it is asked for its colours. */
function restyle(): void {
  for (const element of document.querySelectorAll("body *")) getComputedStyle(element).color;
}

/** Sections out of sight are laid out when scrolled to, and would then move under what axe takes for their background. */
async function drawWhole(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets = [sheet];
  });
}

/** Nothing needs scrolling sideways; what reaches beyond the edge is named, but for what scrolls in a frame of its own. */
export async function expectNothingCutOff(page: Page, name: string): Promise<void> {
  // A chart takes the new width a moment after its card has.
  const beyond = () =>
    page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const wide = [...document.querySelectorAll("body *")].filter(
        (element) => element.getBoundingClientRect().right > clientWidth && !element.closest(".overflow-x-auto"),
      );
      const named = wide.map((element) => `${element.tagName} ${element.getAttribute("class")} ${element.textContent}`);
      return [`${scrollWidth} px wide`, ...named.map((text) => text.slice(0, 120)).slice(-8)];
    });
  await expect.poll(beyond, { message: `${name}, ${page.viewportSize()?.width} px` }).toEqual([]);
}
