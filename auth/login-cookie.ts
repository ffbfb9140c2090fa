/** The cookie of a signed-in browser: next-auth's encrypted token with a random login id in it and nothing else. */
import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { environment } from "@/env";

/** The longest life a login may have (a patient's); the login's row ends it earlier. */
export const LOGIN_COOKIE_SECONDS = 90 * 24 * 60 * 60;

export function loginCookie() {
  const secure = environment().APP_URL?.startsWith("https:") ?? false;
  return {
    // next-auth's own names; the prefix makes the browser refuse the cookie over plain HTTP.
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** The login id in this request's cookie; null when there is none or it isn't ours. Says nothing about the login itself. */
export async function readLoginId(): Promise<string | null> {
  const token = (await cookies()).get(loginCookie().name)?.value;
  if (!token) return null;
  try {
    const content = await decode({ token, secret: environment().AUTH_SECRET });
    return typeof content?.login === "string" ? content.login : null;
  } catch {
    // Altered, expired, or made with another secret: nobody is signed in.
    return null;
  }
}

/** Signs this browser in. Only where cookies may be set: server actions and route handlers. */
export async function setLoginCookie(opened: { id: string; expiresAt: Date }): Promise<void> {
  const { name, options } = loginCookie();
  const value = await encode({
    token: { login: opened.id },
    secret: environment().AUTH_SECRET,
    maxAge: LOGIN_COOKIE_SECONDS,
  });
  (await cookies()).set(name, value, { ...options, expires: opened.expiresAt });
}

export async function clearLoginCookie(): Promise<void> {
  const { name, options } = loginCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
