import { expect, test } from "vitest";
import { withSheetInUse } from "./sheet-in-use";

const page = (sheet: string, body: string) =>
  `<html><head><style nonce="n" data-whole="/sheet.css">${sheet}</style></head><body>${body}</body></html>`;
/** The sheet that a document with this body leaves with. */
const inUse = (sheet: string, body: string) =>
  /<style[^>]*>([\s\S]*?)<\/style>/.exec(withSheetInUse(page(sheet, body)))?.[1];

test("a rule stays where an element of the document has all the classes of one of its selectors", () => {
  const sheet = ".a{top:0}.b{top:1px}.a.b{top:2px}.b .a,.c{top:3px}.group:hover .a{top:4px}";
  expect(inUse(sheet, '<p class="a c"></p>')).toBe(".a{top:0}.b .a,.c{top:3px}");
  expect(inUse(sheet, '<p class="group"><b class="a"></b></p>')).toBe(".a{top:0}.group:hover .a{top:4px}");
});

test("what asks for no class stays: elements, attributes, fonts, movements, properties", () => {
  const sheet =
    '@charset "utf-8";:root{--x:1}h1,dialog::backdrop{top:0}[data-theme=dark]{--x:2}@font-face{font-family:A;src:url(/a.woff2)}@keyframes k{0%{top:0}to{top:1px}}@property --x{syntax:"*";inherits:false}@page{margin:1cm}';
  expect(inUse(sheet, "<p></p>")).toBe(sheet);
});

test("names with signs in them are known as the document writes them", () => {
  const sheet =
    String.raw`.\[\&_svg\]\:shrink-0 svg{top:0}.max-h-\[calc\(1px\+2px\)\]{top:1px}.\*\:p-1>*{top:2px}.w-1\/2{top:3px}` +
    String.raw`.before\:content-\[\'x\'\]:before{top:4px}.hover\:a:hover{top:5px}`;
  expect(inUse(sheet, '<p class="[&amp;_svg]:shrink-0 before:content-[&#x27;x&#x27;]\n*:p-1"></p>')).toBe(
    String.raw`.\[\&_svg\]\:shrink-0 svg{top:0}.\*\:p-1>*{top:2px}.before\:content-\[\'x\'\]:before{top:4px}`,
  );
  expect(inUse(sheet, '<p class="max-h-[calc(1px+2px)] w-1/2"></p>')).toBe(
    String.raw`.max-h-\[calc\(1px\+2px\)\]{top:1px}.w-1\/2{top:3px}`,
  );
});

test("of what stands in brackets, or is written with a code point, none is asked for", () => {
  const sheet = String.raw`.a:not(.b){top:0}.a:is(:where(.c):hover *){top:1px}.\32xl\:a{top:2px}.b:not(.a){top:3px}`;
  expect(inUse(sheet, '<p class="a"></p>')).toBe(
    String.raw`.a:not(.b){top:0}.a:is(:where(.c):hover *){top:1px}.\32xl\:a{top:2px}`,
  );
});

test("a block goes with its last rule, but for the layers, whose order is that of their first mention", () => {
  const sheet =
    "@layer base{.z{top:0}}@layer utilities{@media (hover:hover){.y{top:1px}}@media (width>=1px){@supports (top:0){.a{top:2px}.y{top:3px}}}@media (width<1px){.a{top:4px}}}";
  expect(inUse(sheet, '<p class="a"></p>')).toBe(
    "@layer base{}@layer utilities{@media (width>=1px){@supports (top:0){.a{top:2px}}}@media (width<1px){.a{top:4px}}}",
  );
});

test("the next document has its own part, and one without a sheet stays as it is", () => {
  expect(inUse(".a{top:0}.b{top:1px}", '<p class="a"></p>')).toBe(".a{top:0}");
  expect(inUse(".a{top:0}.b{top:1px}", '<p class="b"></p>')).toBe(".b{top:1px}");
  const linked = '<link rel="stylesheet" href="/sheet.css"><style>.a{top:0}</style><p class="b"></p>';
  expect(withSheetInUse(linked)).toBe(linked);
});
