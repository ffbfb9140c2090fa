/** Saves the days of a paper diary and says what became of them. */
"use server";

import { getTranslations } from "next-intl/server";
import { requireClinician } from "@/auth/actor";
import { saveDiary } from "@/db/diary";
import { type DiaryDay, diaryDays } from "@/domain/home-session/diary";
import { isUuid } from "@/domain/new-id";

export async function saveDiaryOf(patientId: string, days: DiaryDay[]): Promise<{ ok: boolean; message: string }> {
  const actor = await requireClinician();
  const t = await getTranslations({ locale: "en", namespace: "diary" });
  const read = diaryDays.safeParse(days);
  if (!isUuid(patientId) || !read.success) return { ok: false, message: t("notFound") };
  const saved = await saveDiary(actor, patientId, read.data);
  if (saved.ok) return { ok: true, message: t("saved", { n: saved.changed }) };
  const words = { not_found: "notFound", outside: "outside", restricted: "restricted" } as const;
  return { ok: false, message: t(words[saved.reason]) };
}
