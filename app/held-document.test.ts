import { NextRequest } from "next/server";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { heldDocument } from "./held-document";

const POLICY = { "content-security-policy": "script-src 'nonce-abc' 'strict-dynamic'" };
const TODAY =
  '<html><head><meta charset="utf-8"><script src="/_next/static/a.js" nonce="abc"></script><style nonce="abc" data-whole="/_next/static/a.css">.a{top:0}.b{top:1px}</style></head><p class="a"></p><span data-may-wait="2026-11-29T09:00:00.000Z"></span></html>';

beforeAll(() => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("HOST", "0.0.0.0");
  vi.stubEnv("PORT", "3100");
  vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost/none");
});
afterEach(() => vi.unstubAllGlobals());

/** This server's answer to itself; what it was asked is in the calls. */
function answering(answer: () => Promise<Response>) {
  const asked = vi.fn((_address: string, _options: RequestInit) => answer());
  vi.stubGlobal("fetch", asked);
  return asked;
}

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  heldDocument(
    new NextRequest(`https://clinic.example${path}`, { method, headers: { accept: "text/html,*/*", ...headers } }),
  );

test("Today's document is asked of this server as the patient asked, and leaves with its scripts held", async () => {
  const asked = answering(async () => new Response(TODAY, { headers: { ...POLICY, "content-type": "text/html" } }));
  const held = await ask("/my?on=2026-11-30", { cookie: "a=b" });
  expect(asked.mock.calls[0]?.[0]).toBe("http://127.0.0.1:3100/my?on=2026-11-30");
  const sent = new Headers(asked.mock.calls[0]?.[1].headers);
  expect(sent.get("cookie")).toBe("a=b");
  expect(held?.status).toBe(200);
  expect(held?.headers.get("content-security-policy")).toBe(POLICY["content-security-policy"]);
  const html = await held?.text();
  expect(html).toContain('type="held" data-src="/_next/static/a.js"');
  expect(html).toContain('data-whole="/_next/static/a.css">.a{top:0}</style>');
  // What it asks itself comes by here again, and is let through.
  expect(await ask("/my", Object.fromEntries(sent))).toBeNull();
  expect(asked).toHaveBeenCalledTimes(1);
});

test.each([
  ["a page's data", "/my", { rsc: "1" }, "GET"],
  ["a form that is sent", "/my", {}, "POST"],
  ["another room", "/my/session", {}, "GET"],
  ["a picture", "/my", { accept: "image/*" }, "GET"],
])("%s goes the usual way, unasked", async (_what, path, headers, method) => {
  const asked = answering(async () => new Response(TODAY, { headers: POLICY }));
  expect(await ask(path, headers as Record<string, string>, method)).toBeNull();
  expect(asked).not.toHaveBeenCalled();
});

test("what leads elsewhere, or can't be had, goes the usual way", async () => {
  answering(async () => new Response(null, { status: 307, headers: { ...POLICY, location: "/sign-in" } }));
  expect(await ask("/my")).toBeNull();
  answering(() => Promise.reject(new Error("refused")));
  expect(await ask("/my")).toBeNull();
});

test("a busy server is asked once, and its word passed on", async () => {
  answering(async () => new Response("Busy", { status: 503, headers: { ...POLICY, "retry-after": "2" } }));
  const answer = await ask("/my");
  expect(answer?.status).toBe(503);
  expect(answer?.headers.get("retry-after")).toBe("2");
  expect(await answer?.text()).toBe("Busy");
});
