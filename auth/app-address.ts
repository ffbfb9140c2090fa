/** The address that links carry: the configured one, never what a request claims to have been sent to. */
import "server-only";
import { headers } from "next/headers";
import { environment } from "@/env";

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const LOOPBACK_ADDRESS = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|localhost)$/i;

/** Origin for links that leave the app; null when the app is reachable beyond this computer and APP_URL is unset. */
export function appOrigin(): string | null {
  const { APP_URL, HOST, PORT } = environment();
  if (APP_URL) return APP_URL;
  return LOOPBACK_ADDRESS.test(HOST) ? `http://localhost:${PORT}` : null;
}

/**
 * Does this request come from the computer the app runs on? Everything must say so: the address the app listens on, its
 * configured address, the Host (a foreign name can be made to point here) and each hop a proxy has noted.
 */
export async function isOnLoopback(): Promise<boolean> {
  const { APP_URL, HOST } = environment();
  const request = await headers();
  const hops = (request.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return (
    LOOPBACK_ADDRESS.test(HOST) &&
    (APP_URL === undefined || LOOPBACK_HOST.test(new URL(APP_URL).host)) &&
    LOOPBACK_HOST.test(request.get("host") ?? "") &&
    LOOPBACK_HOST.test(request.get("x-forwarded-host") ?? "localhost") &&
    hops.every((hop) => hop === "" || LOOPBACK_ADDRESS.test(hop))
  );
}

/** Whose tries are counted together: the last hop's address, which a proxy writes itself; an IPv6 network as one. */
export function clientAddress(request: Headers): string {
  const address = (request.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim() ?? "";
  return address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
}

/** What a login remembers of its browser. */
export function deviceOf(request: Headers): string | null {
  return request.get("user-agent");
}
