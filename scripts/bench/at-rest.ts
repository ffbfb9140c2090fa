/** Waits before something is measured in a browser. */
import { setTimeout as pause } from "node:timers/promises";

const SETTLED_MS = 6_000;

/**
 * Until a browser's own start is over: it loads pages of its own first, on the processor that the page is measured on,
 * while whoever treats or trains opened theirs long ago.
 */
export const atRest = (): Promise<void> => pause(SETTLED_MS);
