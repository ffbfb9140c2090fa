/** What a browser remembers about its reader without an account: colours and language. Nothing here opens a record. */
"use server";

import { cookies } from "next/headers";
import { readTheme } from "@/components/shell/theme";
import { readLocale } from "@/messages/rooms";

const A_YEAR = 365 * 24 * 60 * 60;
const KEEP = { path: "/", maxAge: A_YEAR, sameSite: "lax", httpOnly: true } as const;

/** Field `theme`: light, dark, or anything else for what the device says. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = readTheme(readText(form, "theme"));
  const jar = await cookies();
  if (theme === "system") jar.delete("theme");
  else jar.set("theme", theme, KEEP);
}

/** Field `locale`: one of the languages; anything else is English. */
export async function chooseLanguage(form: FormData): Promise<void> {
  (await cookies()).set("locale", readLocale(readText(form, "locale")), KEEP);
}

function readText(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}
