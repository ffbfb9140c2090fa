/** A questionnaire as it was signed: its score, what was ticked or rated word for word, and who filled it when. */
import { dayText } from "@/components/chart/value-text";
import type { QuestionnaireEntry } from "@/domain/visit/visit-entries";
import { GROC, RMDQ } from "@/domain/vocabulary/questionnaires";
import record from "@/messages/en/record.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";

const words = record.rows;
const ANCHORS: Readonly<Record<string, string>> = GROC.anchors;

function scoreWords({ instrument, score }: QuestionnaireEntry): string {
  if (score === null) return words.notScored;
  if (instrument === "rmdq") return fill(parts.questionnaires.total, { score });
  if (instrument === "psfs") return fill(words.mean, { score });
  return `${score > 0 ? "+" : ""}${score} ${ANCHORS[String(score)] ?? ""}`.trim();
}

/** The score's line, then one line with the items. */
export function questionnaireRows(entry: QuestionnaireEntry): { name: string; value: string }[] {
  const { instrument, ticked, activities, filled_by, filled_on, language, response_id } = entry;
  const name = text.forms[instrument];
  const items = [
    ...(ticked ?? []).map((item) => `${item}. ${RMDQ.items[item - 1] ?? ""}`.trim()),
    ...(activities ?? []).map(({ text: named, score }) => `${named}: ${score ?? text.notRecorded}`),
  ];
  return [
    {
      name,
      value: [
        scoreWords(entry),
        fill(words.filled[filled_by], { on: dayText(filled_on) }),
        ...(language === null ? [] : [`${words.language}: ${language}`]),
        ...(response_id === null ? [] : [parts.questionnaires.accepted]),
      ].join(", "),
    },
    ...(items.length === 0 ? [] : [{ name: `${name}, ${words.items}`, value: items.join("\n") }]),
  ];
}
