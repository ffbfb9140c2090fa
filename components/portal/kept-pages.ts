/** The worker's caches of what is this patient's (public/my-worker.js): pages, and photos of the clinic's own exercises. */
export const KEPT_PAGES = "my-pages-1";
export const KEPT_PHOTOS = "my-photos-1";
