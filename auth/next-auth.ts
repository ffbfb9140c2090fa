/** next-auth as the transport of a login: it checks the password through us and puts a login id into its token, nothing else. */
import "server-only";
import type { AuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import { readHandedLogin, readLogin, revokeLogin } from "@/db/login";
import { environment } from "@/env";
import { appOrigin, clientAddress, deviceOf } from "./app-address";
import { LOGIN_COOKIE_SECONDS, loginCookie, readLoginId } from "./login-cookie";
import { PasswordsBusyError } from "./password";
import { signInWithPassword } from "./password-sign-in";

/** What the sign-in form learns instead of a login: "wrong", "busy", or "too-many:840" with the seconds to wait. */
class SignInRefused extends Error {}

/** next-auth puts an error's message into its answer, so a fault of ours must not speak for itself. */
function refuseFor(error: unknown): never {
  if (!(error instanceof PasswordsBusyError)) console.error("sign-in", error instanceof Error ? error.name : "fault");
  throw new SignInRefused("busy");
}

export function authOptions(): AuthOptions {
  const cookie = loginCookie();
  return {
    secret: environment().AUTH_SECRET,
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    session: { strategy: "jwt", maxAge: LOGIN_COOKIE_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      credentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(typed, request) {
          const headers = new Headers(request.headers);
          const signedIn = await signInWithPassword(
            { email: typed?.email ?? "", password: typed?.password ?? "", address: clientAddress(headers) },
            deviceOf(headers),
            await readLoginId(),
          ).catch(refuseFor);
          if (signedIn.ok) return { id: signedIn.opened.id };
          throw new SignInRefused(signedIn.reason === "wrong" ? "wrong" : `too-many:${signedIn.retryAfterSeconds}`);
        },
      }),
    ],
    callbacks: {
      // The token is rebuilt from the login id each time: what a client asks to have written into it is never read.
      async jwt({ token, user }) {
        const login = user ? user.id : token.login;
        // Throwing is how this version lets go of a token whose login has ended.
        const isLive =
          typeof login === "string" && ((await readLogin(login)) !== null || (await readHandedLogin(login)) !== null);
        if (!isLive) throw new Error("the login has ended");
        return { login };
      },
      session: ({ session }) => ({ expires: session.expires }),
      // The form goes where /sign-in says; nothing a request names is followed.
      redirect: ({ baseUrl }) => appOrigin() ?? baseUrl,
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.login === "string") await revokeLogin(token.login);
      },
    },
    logger: {
      error(code, metadata) {
        // An ended login is everyday, and its stack would fill the log.
        if (code !== "JWT_SESSION_ERROR")
          console.error("sign-in", code, metadata instanceof Error ? metadata.name : "");
      },
      warn() {},
      debug() {},
    },
  };
}
