/** A questionnaire the patient filled beforehand as the draft field that takes it into the visit, with who and when. */
import { DRAFT_VALUES } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import type { WaitingResponse } from "./visit-data";

type Instrument = "rmdq" | "psfs" | "groc";

/** null where the answers don't have the shape of their instrument: nothing is guessed. */
export function acceptedField(
  response: WaitingResponse,
): { instrument: Instrument; path: string; value: unknown } | null {
  const { id, instrument, filledOn, answers, score } = response;
  if (instrument !== "rmdq" && instrument !== "psfs" && instrument !== "groc") return null;
  const said = (typeof answers === "object" && answers !== null ? answers : {}) as Record<string, unknown>;
  const filled = {
    filled_by: response.filledBy === "clinician" ? "clinician" : "patient",
    filled_on: filledOn,
    response_id: id,
  };
  const content = {
    rmdq: { completed: true, ticked: said.ticked },
    psfs: { activities: said.activities },
    groc: { score: said.score ?? score },
  }[instrument];
  const read = DRAFT_VALUES[instrument].safeParse({ ...content, ...filled });
  return read.success ? { instrument, path: draftPath.questionnaire(instrument), value: read.data } : null;
}
