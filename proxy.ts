/** Puts the content security policy on each response and sends strangers to sign in; it never decides who may see what. */
import { type NextRequest, NextResponse } from "next/server";
import { heldDocument } from "@/app/held-document";
import { PAGE_PATH_HEADER } from "@/domain/page-login";
import { environment } from "@/env";

const ROOMS = /^\/(caseload|patients|visits|library|outcomes|settings|my)(\/|$)/;
const LOGIN_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"];

/** next-auth splits a long cookie into `name.0`, `name.1`, … */
const hasLogin = (request: NextRequest) =>
  LOGIN_COOKIES.some((name) => request.cookies.has(name) || request.cookies.has(`${name}.0`));

export function contentSecurityPolicy(nonce: string, mode: "development" | "production" | "test"): string {
  const isDevelopment = mode === "development";
  return [
    "default-src 'self'",
    // React explains errors with eval, and Next injects styles, in development only.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
}

export async function proxy(request: NextRequest): Promise<Response> {
  // It has been through here already, and brings its policy.
  const held = hasLogin(request) ? await heldDocument(request) : null;
  return held ?? guarded(request);
}

function guarded(request: NextRequest): NextResponse {
  const { APP_URL, NODE_ENV } = environment();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, NODE_ENV);

  const response = wantsLogin(request) ? toSignIn(request) : withNonce(request, policy);
  response.headers.set("Content-Security-Policy", policy);
  if (APP_URL?.startsWith("https:")) {
    response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

/** Optimistic only: a cookie proves nothing, and each page asks for its actor itself. */
function wantsLogin(request: NextRequest): boolean {
  const isReading = request.method === "GET" || request.method === "HEAD";
  return isReading && ROOMS.test(request.nextUrl.pathname) && !hasLogin(request);
}

function toSignIn(request: NextRequest): NextResponse {
  const target = request.nextUrl.clone();
  target.search = "";
  target.searchParams.set("next", request.nextUrl.pathname);
  target.pathname = "/sign-in";
  return NextResponse.redirect(target);
}

/** Next takes the nonce for its own scripts from the policy among the request's headers; a page learns its own address. */
function withNonce(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(PAGE_PATH_HEADER, request.nextUrl.pathname);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: "/((?!_next/static/).*)" };
