import { expect, test } from "vitest";
import { withinDocument } from "./read-style-sheet";

test("what a sheet names from where it lies is named from the root; all else stays", () => {
  const text =
    '@font-face{src:url(../media/a.woff2)}a{background:url("./b.png")}b{mask:url(data:x)}c{mask:url(/d.svg)}';
  expect(withinDocument(text, "/_next/static/chunks/sheet.css")).toBe(
    '@font-face{src:url(/_next/static/media/a.woff2)}a{background:url("/_next/static/chunks/b.png")}b{mask:url(data:x)}c{mask:url(/d.svg)}',
  );
});
