/** Questionnaires a patient answered before the visit, waiting to be taken in. */
import { transaction } from "@/db/client";
import { questionnaireResponse } from "@/db/schema/finding";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";

const ACTIVITY = newId();
const SENT = {
  nprs: { answers: { areas: [{ side: "M", current: 0, best: 0, worst: 4 }] }, score: 4 },
  rmdq: { answers: { completed: true, ticked: [1, 2, 3] }, score: 3 },
  psfs: { answers: { activities: [{ id: ACTIVITY, text: "Stairs", score: 6 }] }, score: 6 },
  groc: { answers: { score: 2 }, score: 2 },
};

/** Returns the response's id. */
export async function sentResponse(
  actor: Actor,
  place: { patientId: string; episodeId: string },
  instrument: keyof typeof SENT = "nprs",
): Promise<string> {
  const id = newId();
  await transaction(actor, (tx) =>
    tx.insert(questionnaireResponse).values({
      ...place,
      clinicId: actor.clinicId,
      id,
      instrument,
      instrumentVersion: "1",
      language: "en",
      filledBy: "patient",
      ...SENT[instrument],
      completed: true,
    }),
  );
  return id;
}

/** The draft's fields that take a sent questionnaire in; pain stands among the measures and has none. */
export function takenIn(responses: Partial<Record<"rmdq" | "psfs" | "groc", string>>) {
  return Object.entries(responses).map(([instrument, id]) => {
    const { answers } = SENT[instrument as keyof typeof SENT];
    return { path: `questionnaire.${instrument}`, value: { ...answers, filled_by: "patient", response_id: id } };
  });
}
