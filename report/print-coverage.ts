/** Replaces what the fonts can't draw by a visible mark and names the fields, so that nothing is silently dropped. */
import words from "@/messages/en/report.json";

export const UNCOVERED = "\uFFFD";

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const NAMES = Object.entries(words.fields);

/** Joiners, variation selectors and line ends draw nothing themselves. */
function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0x0a ||
    codePoint === 0x0d ||
    codePoint === 0x200c ||
    codePoint === 0x200d ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
  );
}

export type IsCovered = (codePoint: number) => boolean;

function printableText(text: string, isCovered: IsCovered): string {
  let result = "";
  for (const { segment } of graphemes.segment(text.normalize("NFC"))) {
    const points = [...segment].map((character) => character.codePointAt(0) ?? 0);
    const drawn = points.filter((point) => !isInvisible(point));
    if (points.every((point) => point === 0x0a || point === 0x0d)) result += "\n";
    else if (drawn.every(isCovered)) result += String.fromCodePoint(...drawn);
    else result += UNCOVERED;
  }
  return result;
}

/** The name of the field a path belongs to; a field without a name is named by its path. */
const fieldName = (path: string): string => NAMES.find(([prefix]) => path.startsWith(prefix))?.[1] ?? path;

/** A copy that the fonts can draw, and the names of the fields in which something was replaced. */
export function printable<T>(value: T, isCovered: IsCovered): { value: T; fields: string[] } {
  const fields = new Set<string>();
  const walk = (node: unknown, path: string): unknown => {
    if (typeof node === "string") {
      const text = printableText(node, isCovered);
      if (text.includes(UNCOVERED) && !node.includes(UNCOVERED)) fields.add(fieldName(path));
      return text;
    }
    if (Array.isArray(node)) return node.map((item, i) => walk(item, `${path}.${i}`));
    if (node === null || typeof node !== "object") return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, item]) => [key, walk(item, path === "" ? key : `${path}.${key}`)]),
    );
  };
  return { value: walk(value, "") as T, fields: [...fields] };
}
