/** Notices and warnings of an assessment, each in a sentence. */
import { noticeWords } from "@/components/assessment/notice-words";
import type { CalendarDay } from "@/domain/calendar-day";

type NoticeListProps = { notices: readonly string[]; warnings: readonly string[]; dayZero: CalendarDay };

export function NoticeList({ notices, warnings, dayZero }: NoticeListProps) {
  return (
    <ul className="mt-1 grid gap-1 text-secondary">
      {notices.map((notice) => (
        <li key={notice} data-notice={notice}>
          {noticeWords(notice, dayZero)}
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning} data-warning={warning}>
          {noticeWords(warning, dayZero)}
        </li>
      ))}
    </ul>
  );
}
