/**
 * A page of use without its script: the browser fetches and starts that once it is of use itself. The page says that it
 * may wait (hold-start.tsx), and proxy.ts sends its document with the scripts' tags held. ADR 0020.
 */

/** Marks the end of what a page shows. */
export const PAGE_END = "page-end";
/** On this device while something waits in it for the clinic. */
export const UNSENT_MARK = "counterpoise.unsent";
/** A page older than this was kept, or its clock is off: what it says has to be looked at. */
const FRESH_MS = 60_000;
/** After the page has loaded: past the first look at it, and soon enough to keep it for flight mode. */
const LATEST_MS = 5_000;

export type HeldStart = { madeAt: string; unsentMark: string; freshMs: number; latestMs: number };

/** Its own text is what the document carries: it knows its argument and the browser, and nothing else of this file. */
export function startHeldScripts({ madeAt, unsentMark, freshMs, latestMs }: HeldStart): void {
  const { nonce } = document.currentScript as HTMLScriptElement;
  const begun = new AbortController();
  function start() {
    // Nothing listens to the page's keys and touches any longer than it has to.
    begun.abort();
    // The document carries what it shows; what its script may show needs the rest.
    const whole = document.querySelector<HTMLElement>("style[data-whole]");
    if (whole) {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: whole.dataset.whole });
      whole.after(link);
    }
    for (const held of document.querySelectorAll<HTMLScriptElement>("script[type=held]")) {
      const { src } = held.dataset;
      const script = document.createElement("script");
      // Of a script for browsers without modules the others fetch nothing.
      Object.assign(
        script,
        { nonce, id: held.id, noModule: held.noModule },
        src ? { src, async: true } : { text: held.text },
      );
      held.replaceWith(script);
    }
  }
  function mayWait(): boolean {
    try {
      const isFresh = Math.abs(Date.now() - Date.parse(madeAt)) < freshMs;
      return isFresh && navigator.onLine && localStorage.getItem(unsentMark) === null;
    } catch {
      // A browser that keeps nothing tells nothing.
      return false;
    }
  }
  if (!mayWait()) {
    addEventListener("DOMContentLoaded", start);
    return;
  }
  const onUse = ({ target }: Event) => {
    // These do what they are for without it, sooner than beside its start.
    if (!(target instanceof Element && target.closest("a, summary"))) start();
  };
  const { signal } = begun;
  for (const sign of ["pointerdown", "keydown"])
    addEventListener(sign, onUse, { capture: true, passive: true, signal });
  addEventListener("load", () => setTimeout(start, latestMs), { signal });
  // Come back to by "back": it may be hours old.
  addEventListener("pageshow", ({ persisted }) => persisted && start(), { signal });
}

/**
 * @param html a whole document of Next.js'
 * @param nonce the one of its response
 * @returns it with its scripts held where it says that they may be, else as it is
 */
export function holdScripts(html: string, nonce: string): string {
  const madeAt = /data-may-wait="([^"]+)"/.exec(html)?.[1];
  if (madeAt === undefined) return html;
  const held: HeldStart = { madeAt, unsentMark: UNSENT_MARK, freshMs: FRESH_MS, latestMs: LATEST_MS };
  const starter = `<script nonce="${nonce}">(${startHeldScripts})(${JSON.stringify(held)})</script>`;
  // A first paint of half a page has it all laid out a second time, while it is already being touched.
  const whole = `<link rel="expect" href="#${PAGE_END}" blocking="render"/>`;
  return (
    html
      // The sheet is within the document or linked to by it: ahead of that it only takes what is on its way first.
      .replaceAll(/<link [^>]*\bas="(?:script|style)"[^>]*>/g, "")
      // The page's data, which waits for whoever reads it.
      .replaceAll(/<script [^>]*>(?=\(?self\.__next_f\b)/g, '<script type="held">')
      .replaceAll(/<script ([^>]*)\bsrc="(\/_next\/[^"]+)"/g, '<script type="held" $1data-src="$2"')
      .replace(/<meta charset=[^>]*>/i, (charset) => charset + whole + starter)
  );
}
