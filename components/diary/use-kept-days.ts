/** Diary days as typed: on this device at once, for this person alone, until the clinic has them. */
import { useEffect, useState } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { DraftDevice, diaryDraft } from "@/components/outbox/draft-device";
import type { CalendarDay } from "@/domain/calendar-day";
import { type DiaryDay, diaryDays } from "@/domain/home-session/diary";

export type KeptDays = {
  typed: Readonly<Record<CalendarDay, DiaryDay>>;
  type: (day: DiaryDay) => void;
  /** The clinic has these. */
  saved: (days: readonly DiaryDay[]) => void;
};

/** @param open the days that can be typed now, as the clinic has them */
export function useKeptDays(owner: Owner, patientId: string, open: readonly DiaryDay[]): KeptDays {
  const [typed, setTyped] = useState<KeptDays["typed"]>({});
  const [device] = useState(() => new DraftDevice(owner, diaryDraft(patientId)));
  const [asOpened] = useState(open);
  const forget = (days: readonly DiaryDay[]) => void device.forget(days.map(change));

  useEffect(() => {
    void device.kept().then((fields) => {
      const days = fields.flatMap(({ value }) => diaryDays.safeParse([value]).data ?? []);
      void device.forget(days.filter((day) => isAmong(day, asOpened)).map(change));
      const mine = days.filter((day) => asOpened.some(({ on }) => on === day.on) && !isAmong(day, asOpened));
      // What was typed while this was read is newer.
      setTyped((before) => ({ ...Object.fromEntries(mine.map((day) => [day.on, day])), ...before }));
    });
  }, [device, asOpened]);

  return {
    typed,
    type: (day) => {
      setTyped((before) => ({ ...before, [day.on]: day }));
      // Typed back to what the clinic has: nothing of it is unsaved.
      void device.keep(() => [change(day)]).then(() => isAmong(day, open) && forget([day]));
    },
    saved: forget,
  };
}

const change = (day: DiaryDay) => ({ path: day.on, value: day, base: 0 });
const isAmong = (day: DiaryDay, days: readonly DiaryDay[]) =>
  days.some((one) => one.on === day.on && isSameDay(one, day));

export const isSameDay = (a: DiaryDay, b: DiaryDay): boolean =>
  a.mark === b.mark && a.painDuring === b.painDuring && a.painWorst24h === b.painWorst24h && a.source === b.source;
