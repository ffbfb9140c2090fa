/** The language of the phone, and of what was asked to be sent outside it. */
"use server";

import { chooseLanguage } from "@/app/choose-look";
import { requirePatient } from "@/auth/actor";
import { translateSubscriptions } from "@/db/subscription";
import { readLocale } from "@/messages/rooms";

/** Field `locale`. What is sent changes first: where that fails, the phone keeps its language too. */
export async function chooseMyLanguage(form: FormData): Promise<void> {
  const locale = form.get("locale");
  await translateSubscriptions(await requirePatient(), readLocale(typeof locale === "string" ? locale : undefined));
  await chooseLanguage(form);
}
