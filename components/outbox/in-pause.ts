/** Work that can wait until what was just done is on the screen. */

/** At the latest, where the browser has something to draw all the time. */
const LATEST_MS = 100;
/** Where the browser doesn't tell of its pauses. */
const UNTOLD_MS = 50;

/** Does the work once the browser has nothing to draw; returns what calls it off. */
export function inPause(work: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const waiting = requestIdleCallback(work, { timeout: LATEST_MS });
    return () => cancelIdleCallback(waiting);
  }
  const waiting = setTimeout(work, UNTOLD_MS);
  return () => clearTimeout(waiting);
}
