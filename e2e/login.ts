/** Signs a browser in without the screens: the login's row and the cookie that names it, as sign-in makes them. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { preTenantTransaction } from "@/db/client";
import { login, membership } from "@/db/schema/account";

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** `membershipId`: who signs in, and where. Returns the login's id, to revoke or age it. */
export async function loginAs(page: Page, membershipId: string): Promise<string> {
  const id = randomUUID();
  await preTenantTransaction(async (tx) => {
    const [member] = await tx
      .select({ userId: membership.userId })
      .from(membership)
      .where(eq(membership.id, membershipId));
    if (!member) throw new Error(`no membership ${membershipId}`);
    await tx.insert(login).values({
      id,
      userId: member.userId,
      membershipId,
      idleMinutes: 30,
      expiresAt: new Date(Date.now() + A_DAY_MS),
      device: "e2e",
    });
  });
  await page.context().addCookies([await loginCookieFor(id)]);
  return id;
}

/** The cookie of a login on the server under test (E2E_BASE_URL, AUTH_SECRET). */
export async function loginCookieFor(loginId: string) {
  const { E2E_BASE_URL, AUTH_SECRET } = process.env;
  if (!E2E_BASE_URL || !AUTH_SECRET) throw new Error("E2E_BASE_URL and AUTH_SECRET name the server under test");
  const secure = E2E_BASE_URL.startsWith("https:");
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    value: await encode({ token: { login: loginId }, secret: AUTH_SECRET, maxAge: A_DAY_MS / 1000 }),
    url: E2E_BASE_URL,
    httpOnly: true,
    secure,
    sameSite: "Lax" as const,
  };
}
