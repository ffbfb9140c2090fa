/** Headers of a file that is saved, never shown in place, and kept by no cache. */

/** The name may hold any letters; paths, line breaks and control characters are taken out (RFC 6266, RFC 8187). */
export function attachment(name: string, type: string): Record<string, string> {
  const safe =
    name
      .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, " ")
      .replace(/\s+/g, " ")
      .replace(/^[.\s]+/, "")
      .trim() || "file";
  const ascii = safe.normalize("NFKD").replace(/[^\x20-\x7e]/g, "");
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${ascii.trim() || "file"}"; filename*=UTF-8''${encoded}`,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  };
}
