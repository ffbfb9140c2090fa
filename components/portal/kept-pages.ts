/** The worker's cache of pages (public/my-worker.js). */
export const KEPT_PAGES = "my-pages-1";
