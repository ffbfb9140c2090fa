/** Documents that leave with their scripts held (components/shell/held-start.ts): asked of this server itself, then changed as a whole. */
import "server-only";
import type { NextRequest } from "next/server";
import { holdScripts } from "@/components/shell/held-start";
import { environment } from "@/env";
import { nonceOf } from "./response-nonce";
import { withSheetInUse } from "./sheet-in-use";

/** Of pages that may say that their script can wait: only these are worth asking for twice. */
const PATHS = new Set(["/my"]);
/** On the request that this server makes of itself; whoever else sends it gets the document as Next.js makes it. */
const WHOLE = "x-counterpoise-whole";
const PATIENCE_MS = 15_000;
/** Of one connection alone, or of the body as it was packed for it. */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding", "host"];

const isDocument = ({ method, headers, nextUrl }: NextRequest): boolean =>
  method === "GET" &&
  PATHS.has(nextUrl.pathname) &&
  !headers.has(WHOLE) &&
  !headers.has("rsc") &&
  (headers.get("accept") ?? "").includes("text/html");

function without(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers(headers);
  for (const name of names) kept.delete(name);
  return kept;
}

/** Where this server reaches itself, whatever it listens on. */
function ownOrigin(): string {
  const { HOST, PORT } = environment();
  const host = HOST === "0.0.0.0" ? "127.0.0.1" : HOST === "::" ? "::1" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}

/** null: not a document of that kind, or one that leads elsewhere; it goes the usual way then. */
export async function heldDocument(request: NextRequest): Promise<Response | null> {
  if (environment().NODE_ENV !== "production" || !isDocument(request)) return null;
  const headers = without(request.headers, HOP_BY_HOP);
  headers.set(WHOLE, "1");
  headers.set("accept-encoding", "identity");
  const { pathname, search } = request.nextUrl;
  const options: RequestInit = { headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) };
  const whole = await fetch(`${ownOrigin()}${pathname}${search}`, options).catch(() => null);
  const nonce = whole === null ? undefined : nonceOf(whole.headers);
  if (whole === null || nonce === undefined || (whole.status >= 300 && whole.status < 400)) return null;
  const html = await whole.text().catch(() => null);
  if (html === null) return null;
  // A server too busy for the page says so once: asking it again would make it busier.
  const { status } = whole;
  const held = holdScripts(html, nonce);
  // Only a held document brings the starter, which fetches the rest of the sheet.
  return new Response(held === html ? html : withSheetInUse(held), {
    status,
    headers: without(whole.headers, HOP_BY_HOP),
  });
}
