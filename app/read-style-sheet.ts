/** The style sheet as it was built, for documents that carry it themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StyleSheet } from "@/components/shell/style-sheet";

/** @throws when the build holds none, or more than the one that every room links to */
export function readStyleSheet(): StyleSheet {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), ".next", "static", "chunks");
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
  const [sheet] = sheets;
  if (sheet === undefined || sheets.length > 1) throw new Error(`one style sheet in ${folder}, not ${sheets.length}`);
  const href = `/_next/static/chunks/${sheet}`;
  return { href, text: withinDocument(readFileSync(join(folder, sheet), "utf8"), href) };
}

/** A sheet names its fonts from where it lies, a document from where it is: here they are named from the root. */
export function withinDocument(text: string, href: string): string {
  return text.replace(/url\((["']?)(\.{1,2}\/[^"')]+)\1\)/g, (_, quote: string, path: string) => {
    return `url(${quote}${new URL(path, `http://sheet${href}`).pathname}${quote})`;
  });
}
