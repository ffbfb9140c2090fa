/** Where a person is sent after signing in: a path of this app and nothing else. */

/** `text` when it is a plain path of this app, else null: no other origin, no scheme, nothing a browser reads as one. */
export function safePath(text: string | null | undefined): string | null {
  if (!text?.startsWith("/") || text.length > 512) return null;
  // Browsers take a backslash for a slash and drop tabs and line ends before they read a URL.
  if (/^\/[/\\]/.test(text) || /[\\\p{Cc}]/u.test(text)) return null;
  try {
    const base = "http://app.invalid";
    const url = new URL(text, base);
    if (url.origin !== base || url.pathname.startsWith("//") || url.pathname.startsWith("/api/")) return null;
    return `${url.pathname}${url.search}`;
  } catch {
    return null;
  }
}
