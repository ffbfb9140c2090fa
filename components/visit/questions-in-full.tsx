/** What is asked of the patient, word for word: fetched where the topic alone doesn't do. */
import { FLAG_GUIDES } from "@/domain/vocabulary/flag-guides";
import type { FlagId } from "@/domain/vocabulary/flags";

export function QuestionsInFull({ id, flag }: { id: string; flag: FlagId }) {
  return (
    <div id={id}>
      {FLAG_GUIDES[flag].questions.map((question) => (
        <p key={question}>{question}</p>
      ))}
    </div>
  );
}
