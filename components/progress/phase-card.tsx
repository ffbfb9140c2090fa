/** Where the patient stands in the course of care, and since when. */

import { noticeWords } from "@/components/assessment/notice-words";
import { measureTitle } from "@/components/chart/chart-words";
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { PhaseTrack } from "@/components/ui/phase-track";
import { type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { Phase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/progress.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";

export type PhaseCardProps = {
  phase: Phase;
  since: CalendarDay | null;
  today: CalendarDay;
  dayZero: CalendarDay;
  outsideModel: boolean;
  /** Codes of the last signed assessment: notices and warnings. */
  codes: readonly string[];
};

export function PhaseCard({ phase, since, today, dayZero, outsideModel, codes }: PhaseCardProps) {
  const name = phase === "none" ? words.phase_none : status.phase[phase];
  return (
    <Card>
      <PhaseTrack phase={phase} label={fill(words.phase_label, { phase: name })} className="w-full" />
      <p className="mt-3 text-section">
        {since === null ? name : fill(words.phase_now, { phase: name, n: daysBetween(since, today) })}
      </p>
      {since === null ? null : (
        <p className="text-secondary text-muted">{fill(words.phase_since, { on: dayText(since) })}</p>
      )}
      {outsideModel ? <p className="mt-1 text-secondary font-bold">{words.outside}</p> : null}
      {codes.length === 0 ? null : (
        <ul aria-label={words.notices} className="mt-3 grid gap-1 border-t border-line pt-2 text-secondary">
          {codes.map((code) => (
            <li key={code}>{noticeWords(code, dayZero, measureTitle)}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
