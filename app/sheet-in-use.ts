/** The part of the style sheet that a document can need as it stands: less for a slow phone to read and match before it draws. */
import { type ChildNode, parse } from "postcss";

/** A rule, with the classes that each of its selectors waits for, or a block of them. */
type Piece = { text: string; needs: readonly (readonly string[])[] } | { open: string; pieces: readonly Piece[] };

/** Blocks whose rules apply to elements of the page; @keyframes and the like stay as they are. */
const BLOCKS = new Set(["media", "supports", "layer", "container"]);
const SHEET = /(<style\b[^>]*\bdata-whole=[^>]*>)([\s\S]*?)(<\/style>)/;

/**
 * @param html a whole document, whose script fetches the rest of its sheet once it starts (components/shell/held-start.ts)
 * @returns it with the rules alone that can apply to an element in it; as it is where it carries no sheet
 */
export function withSheetInUse(html: string): string {
  return html.replace(SHEET, (_, open: string, sheet: string, close: string) => {
    return `${open}${textOf(takenApart(sheet), classesOf(html))}${close}`;
  });
}

/** One build has one sheet. */
let last: { sheet: string; pieces: readonly Piece[] } | undefined;

function takenApart(sheet: string): readonly Piece[] {
  if (last?.sheet !== sheet) last = { sheet, pieces: parse(sheet).nodes.map(pieceOf) };
  return last.pieces;
}

function pieceOf(node: ChildNode): Piece {
  if (node.type === "rule") return { text: node.toString(), needs: node.selectors.map(neededBy) };
  if (node.type === "atrule" && node.nodes && BLOCKS.has(node.name)) {
    return { open: `@${node.name} ${node.params}{`, pieces: node.nodes.map(pieceOf) };
  }
  const isStatement = node.type === "atrule" && node.nodes === undefined;
  return { text: `${node}${isStatement ? ";" : ""}`, needs: [[]] };
}

/**
 * Classes without which the selector matches nothing. What stands in brackets may be left out or chosen from, and a name
 * written with a code point is rare: neither is asked for, so that a rule too many stays rather than one too few.
 */
function neededBy(selector: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [token, name] of selector.matchAll(/\.((?:\\.|[\w-]|[^\0-\x7f])+)|[()]/g)) {
    if (name === undefined) depth += token === "(" ? 1 : -1;
    else if (depth === 0 && !/\\[0-9a-f]/i.test(name)) names.push(name.replaceAll("\\", ""));
  }
  return names;
}

function classesOf(html: string): ReadonlySet<string> {
  const lists = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = ""]) => asWritten(names).split(/\s+/));
  return new Set(lists);
}

const CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
const asWritten = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity, name: string) => CHARACTERS[name] ?? entity);

function textOf(pieces: readonly Piece[], classes: ReadonlySet<string>): string {
  return pieces
    .map((piece) => {
      if ("text" in piece) return piece.needs.some((each) => each.every((name) => classes.has(name))) ? piece.text : "";
      const inside = textOf(piece.pieces, classes);
      // The order of the layers is that of their first mention: the whole sheet finds it as it would have made it.
      return inside === "" && !piece.open.startsWith("@layer") ? "" : `${piece.open}${inside}}`;
    })
    .join("");
}
