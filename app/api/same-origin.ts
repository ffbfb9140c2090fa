/** Route handlers that write answer only to the app's own pages; server actions have the framework's own check. */
import "server-only";
import { environment } from "@/env";

/** A browser names its origin on every POST: absent, null or another one is not ours. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  const { APP_URL } = environment();
  if (APP_URL !== undefined) return origin === APP_URL;
  // Without a configured address the app serves loopback only: the host that was asked for is the host that may ask.
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
