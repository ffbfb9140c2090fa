import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { contentSecurityPolicy, proxy } from "./proxy";

beforeAll(() => {
  process.env.DATABASE_URL = "postgres://nobody@localhost/none";
  process.env.APP_URL = "https://clinic.example";
});

const visit = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { headers, method }));

test("each response has a policy with a nonce of its own, which the page receives", async () => {
  const responses = await Promise.all([visit("/sign-in"), visit("/sign-in")]);
  const [first, second] = responses.map((r) => r.headers.get("content-security-policy"));
  expect(first).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
  expect(first).not.toBe(second);
  const response = await visit("/sign-in");
  expect(response.headers.get("x-middleware-request-content-security-policy")).toBe(
    response.headers.get("content-security-policy"),
  );
});

test("a policy the browser brings along is replaced", async () => {
  const response = await visit("/sign-in", { "content-security-policy": "script-src 'nonce-known'" });
  expect(response.headers.get("x-middleware-request-content-security-policy")).not.toContain("known");
});

test("a page is told its own path, whatever the browser says it is", async () => {
  const response = await visit("/patients/1?tab=plan", {
    cookie: "next-auth.session-token=a",
    "x-counterpoise-path": "/visits/of-somebody",
  });
  expect(response.headers.get("x-middleware-request-x-counterpoise-path")).toBe("/patients/1");
});

test("nothing evaluated, inlined, framed or based elsewhere in production", async () => {
  const policy = contentSecurityPolicy("n", "production");
  for (const refused of ["unsafe-eval", "script-src 'self'", "style-src 'self' 'unsafe-inline'"]) {
    expect(policy).not.toContain(refused);
  }
  for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"]) {
    expect(policy).toContain(directive);
  }
});

test("HTTPS is pinned where the app lives on HTTPS", async () => {
  expect((await visit("/sign-in")).headers.get("strict-transport-security")).toContain("max-age=63072000");
});

test("a stranger in a room is sent to sign in and back to where they wanted", async () => {
  const response = await visit("/patients/1?tab=plan");
  expect(response.status).toBe(307);
  expect(new URL(response.headers.get("location") ?? "").pathname).toBe("/sign-in");
  expect(new URL(response.headers.get("location") ?? "").search).toBe("?next=%2Fpatients%2F1");
});

test.each([
  ["someone with a login", "/caseload", { cookie: "next-auth.session-token=a" }, "GET"],
  ["someone with a login over HTTPS", "/my", { cookie: "__Secure-next-auth.session-token.0=a" }, "GET"],
  ["a form or an action, which answer for themselves", "/visits/1", {}, "POST"],
  ["a room that only begins alike", "/mystery", {}, "GET"],
])("%s passes", async (_who, path, headers, method) => {
  expect((await visit(path, headers as Record<string, string>, method)).status).toBe(200);
});
