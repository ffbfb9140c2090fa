/** A patient's calendar feed behind its secret address. Unknown, ended and never there are the same answer. */
import { tokenHashOf } from "@/auth/one-time-link";
import { portalCalendar } from "@/db/portal-calendar";
import { findSubscription } from "@/db/subscription";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { calendarFeed } from "@/domain/calendar-feed";
import { messagesFor, readLocale } from "@/messages/rooms";

const HEADERS = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer" };

export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const hash = token.endsWith(".ics") ? tokenHashOf(token.slice(0, -4)) : null;
  try {
    const feed = hash === null ? null : await findSubscription(hash);
    if (feed?.kind !== "calendar") return new Response(null, { status: 404, headers: HEADERS });
    const { calendar } = messagesFor(readLocale(feed.language)).outside;
    const text = calendarFeed({
      id: feed.id,
      name: calendar.name,
      titles: { session: calendar.session, visit: calendar.visit },
      days: await portalCalendar(feed.actor),
      madeAt: new Date(),
    });
    return new Response(text, { headers: { ...HEADERS, "Content-Type": "text/calendar; charset=utf-8" } });
  } catch (error) {
    if (isDatabaseUnavailable(error)) {
      return new Response(null, { status: 503, headers: { ...HEADERS, "Retry-After": "60" } });
    }
    throw error;
  }
}
