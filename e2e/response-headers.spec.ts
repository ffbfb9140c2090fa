/** What every response carries: a policy that lets only our own scripts run, and nothing that helps an attacker. */
import { expect, test } from "@playwright/test";

const ADDRESSES = [
  { name: "a page", path: "/sign-in" },
  { name: "a page that doesn't exist", path: "/nowhere" },
  { name: "a redirect to sign in", path: "/caseload" },
  { name: "an answer for machines", path: "/api/health/live" },
];

for (const { name, path } of ADDRESSES) {
  test(`${name} carries the policy and says nothing about its maker`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    expect(headers["content-security-policy"]).toMatch(/script-src 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["cache-control"] ?? "no-store").toContain("no-store");
  });
}

for (const path of ["/sign-in", "/nowhere"]) {
  test(`${path}: each script has the response's nonce, and the browser refuses nothing`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    const response = await page.goto(path);
    const nonce = /'nonce-([^']+)'/.exec(response?.headers()["content-security-policy"] ?? "")?.[1];
    // As the server wrote it: what a trusted script adds later needs none.
    const tags = (await response?.text())?.match(/<script\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    expect(tags.filter((tag) => !tag.includes(` nonce="${nonce}"`))).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test("the server is alive, and ready with this version's schema", async ({ request }) => {
  expect(await (await request.get("/api/health/live")).json()).toEqual({ status: "live" });
  const ready = await request.get("/api/health/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ status: "ready" });
});
