/** The address in a reminder's List-Unsubscribe header: a mail program's POST ends the reminders, a reader's GET asks first. */
import { tokenHashOf } from "@/auth/one-time-link";
import { endSubscriptionByToken } from "@/db/subscription";
import { isDatabaseUnavailable } from "@/db/unavailable";

const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer" };

type Context = { params: Promise<{ token: string }> };

/** Known or not, the answer is the same: nobody learns from it which addresses exist. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const hash = tokenHashOf((await params).token);
  try {
    if (hash !== null) await endSubscriptionByToken(hash, "reminder");
    return new Response(null, { status: 200, headers: HEADERS });
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    return new Response(null, { status: 503, headers: { ...HEADERS, "Retry-After": "60" } });
  }
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const page = tokenHashOf(token) === null ? "/reminders/unknown" : `/reminders/${token}`;
  return new Response(null, { status: 303, headers: { ...HEADERS, Location: page } });
}
