/** Screening in the report's words: what was asked, answered and decided, on which day. */
import { dayText } from "@/components/chart/value-text";
import { isAttended } from "@/domain/attended";
import { addDays } from "@/domain/calendar-day";
import type { ScreeningRecord } from "@/domain/record";
import { flagById, isBlocking } from "@/domain/vocabulary/flags";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import type { ReportVisit } from "@/report/report-input";

const sentences = words.screening;

function positiveSentence(answer: ScreeningRecord, date: string, dayZero: string): string {
  const flag = flagById(answer.flag).name;
  if (answer.decision === "not_concerned")
    return fill(sentences.not_concerned, { date, flag, reason: answer.reason ?? words.none });
  if (answer.decision === "safety_net") {
    const recheck = answer.recheck_day === undefined ? words.none : dayText(addDays(dayZero, answer.recheck_day));
    return fill(sentences.safety_net, { date, flag, recheck });
  }
  return fill(answer.decision === "suspected" ? sentences.suspected : sentences.undecided, { date, flag });
}

export function screeningSentences(visits: readonly ReportVisit[], dayZero: string): string[] {
  const dateOf = ({ visit }: ReportVisit): string => dayText(addDays(dayZero, visit.day));
  const said: string[] = [];
  for (const asked of visits) {
    const { visit, assessment } = asked;
    for (const answer of visit.screening ?? [])
      if (answer.answer === "yes") said.push(positiveSentence(answer, dateOf(asked), dayZero));
    if (assessment.phase_after === "hold" && assessment.phase_before !== "hold") {
      const flags = assessment.safety.flags
        .map(flagById)
        .filter(isBlocking)
        .map(({ name }) => name);
      said.push(fill(sentences.hold, { date: dateOf(asked), flags: flags.join(", ") }));
    }
  }
  // A contact may set a flag and takes none of the visit before it away.
  const standing = visits.slice(
    Math.max(
      0,
      visits.findLastIndex(({ visit }) => isAttended(visit)),
    ),
  );
  const [precautions] = standing;
  const inForce = new Set(standing.flatMap(({ assessment }) => assessment.safety.flags));
  const flags = [...inForce].map(flagById).filter((flag) => !isBlocking(flag));
  if (precautions !== undefined && flags.length > 0)
    said.push(
      fill(sentences.precautions, { date: dateOf(precautions), flags: flags.map(({ name }) => name).join(", ") }),
    );
  const asked = visits.filter(({ visit }) => (visit.screening ?? []).length > 0);
  const latest = asked.at(-1);
  if (latest === undefined) return [sentences.not_asked, ...said];
  const allNo = latest.visit.screening?.every(({ answer }) => answer === "no") === true;
  return allNo ? [fill(sentences.answered_no, { date: dateOf(latest) }), ...said] : said;
}
