import { expect, test } from "vitest";
import { holdScripts } from "./held-start";

const tags = {
  ahead: '<link rel="preload" as="script" fetchPriority="low" nonce="n" href="/_next/static/chunks/a.js"/>',
  own: '<script src="/_next/static/chunks/b.js" async="" nonce="n"></script>',
  last: '<script src="/_next/static/chunks/a.js" async="" nonce="n" id="_R_"></script>',
  data: '<script nonce="n">(self.__next_f=self.__next_f||[]).push([0])</script><script nonce="n">self.__next_f.push([1,"x"])</script>',
  moves: '<script nonce="n">$RC("B:0","S:0")</script>',
};
const page = (body: string) =>
  `<!DOCTYPE html><html><head><meta charSet="utf-8"/>${tags.ahead}${tags.own}</head><body>${body}${tags.last}${tags.data}${tags.moves}</body></html>`;

test("a page that doesn't say so starts as Next.js made it", () => {
  const html = page("<main>a form</main>");
  expect(holdScripts(html, "n")).toBe(html);
});

test("a page that may wait fetches and runs nothing but the starter and what puts it together", () => {
  const held = holdScripts(page('<span hidden data-may-wait="2026-11-29T09:00:00.000Z"></span>'), "n");
  const open = [...held.matchAll(/<(?:script|link)\b([^>]*)>/g)]
    .map(([, of]) => of)
    .filter((of) => !/type="held"/.test(of ?? ""));
  expect(open).toEqual([' rel="expect" href="#page-end" blocking="render"/', ' nonce="n"', ' nonce="n"']);
  expect(held).toContain(`blocking="render"/><script nonce="n">(`);
  expect(held).toContain('"madeAt":"2026-11-29T09:00:00.000Z"');
  expect(held).toContain(tags.moves);
});

test("what is held names its address and its place, for the starter and for a page kept on the phone", () => {
  const held = holdScripts(page('<span hidden data-may-wait="2026-11-29T09:00:00.000Z"></span>'), "n");
  expect(held).toContain('<script type="held" data-src="/_next/static/chunks/b.js" async="" nonce="n"></script>');
  expect(held).toContain('data-src="/_next/static/chunks/a.js" async="" nonce="n" id="_R_"');
  expect(held).toContain('<script type="held">self.__next_f.push([1,"x"])</script>');
});
