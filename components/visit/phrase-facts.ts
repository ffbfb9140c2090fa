/** What this visit knows of its patient for the places of a phrase; what it doesn't know is left open. */
import { dayText } from "@/components/chart/value-text";
import { lastAttended } from "@/domain/attended";
import type { PhraseFacts } from "@/domain/visit/phrases";
import { isImbalance } from "@/domain/visit/profiles";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import type { Draft } from "./use-draft";

export function phraseFacts({ data, live }: Draft): PhraseFacts {
  live.refresh();
  const { read, judged } = live.current;
  const { pattern } = judged?.assessment ?? { pattern: null };
  const sides = (["L", "R"] as const).filter((side) => pattern && isImbalance(pattern[side].statement));
  const [only, other] = sides;
  const worst = read.entries.measurements.find(({ measure }) => measure === "nprs_worst")?.value;
  const lastWorst = data.earlier
    .flatMap(({ record }) => record.measures)
    .findLast(({ id }) => id === "nprs_worst")?.value;
  const last = lastAttended(data.earlier);
  const said = (value: number | null | undefined) => (value === null || value === undefined ? null : String(value));
  return {
    "first name": data.patient.firstName,
    "full name": data.patient.name,
    age: String(data.patient.age),
    side: only === undefined ? null : other === undefined ? text.sides[only].toLowerCase() : text.phrases.both,
    pain: said(worst),
    "last pain": said(lastWorst),
    phase: status.phase[data.judging.state.phase],
    visit: said(data.number),
    date: dayText(data.visitOn),
    "last visit": last === undefined ? null : dayText(last.visitOn),
    clinician: data.clinician,
  };
}
