/** The few doors of next-auth that are used: its CSRF token, the password's POST, and whether a login is alive. */
import { NextRequest } from "next/server";
import nextAuth from "next-auth";
import { authOptions } from "@/auth/next-auth";

/** An email and a password are never longer; what is, is refused unread. */
const BODY_MAX_BYTES = 4 * 1024;
const READING = new Set(["csrf", "providers", "session"]);
const WRITING = new Set(["callback/credentials"]);

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  return READING.has(nextauth.join("/")) ? nextAuth(request, context, authOptions()) : notFound();
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!WRITING.has(nextauth.join("/"))) return notFound();
  if (!isFromOwnPage(request)) return answer(403, "foreign-origin");
  const body = await readBody(request);
  if (body === null) return answer(400, "too-long");
  const read = new NextRequest(request.url, { method: "POST", headers: request.headers, body });
  const response: Response = await nextAuth(read, context, authOptions());
  // The form reads the reason from the answer; a 401 would only put an error on the browser's console.
  return response.status === 401 ? new Response(response.body, { status: 200, headers: response.headers }) : response;
}

/** The page that sends the form has the host the request went to; a missing or opaque Origin is no page of ours. */
function isFromOwnPage(request: NextRequest): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

/** null when it is too long; stops reading there. */
async function readBody(request: NextRequest): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_MAX_BYTES) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > BODY_MAX_BYTES) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

const notFound = () => answer(404, "not-found");

function answer(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });
}
