/** Chooses the language of a request: the one asked for, else the cookie `locale`, else English. */
import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { messagesFor, readLocale } from "./rooms";

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = readLocale(asked ?? (await cookies()).get("locale")?.value);
  return {
    locale,
    messages: messagesFor(locale),
    // Clinical days are plain dates; an instant is always formatted with its clinic's zone.
    timeZone: "UTC",
  };
});
