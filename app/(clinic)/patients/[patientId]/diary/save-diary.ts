/** Saves the days of a paper diary. */
"use server";

import { requireClinician } from "@/auth/actor";
import { type DiarySaved, saveDiary } from "@/db/diary";
import { type DiaryDay, diaryDays } from "@/domain/home-session/diary";
import { isUuid } from "@/domain/new-id";

export async function saveDiaryOf(patientId: string, days: DiaryDay[]): Promise<DiarySaved> {
  const actor = await requireClinician();
  const read = diaryDays.safeParse(days);
  if (!isUuid(patientId) || !read.success) return { ok: false, reason: "not_found" };
  return saveDiary(actor, patientId, read.data);
}
