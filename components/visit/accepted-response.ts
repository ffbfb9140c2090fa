/** A questionnaire the patient filled beforehand as the draft fields that take it into the visit, with who and when. */
import { painMeasures } from "@/domain/questionnaire/fill";
import type { AnsweredBy } from "@/domain/visit/answered-by";
import { DRAFT_VALUES, type DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import type { WaitingResponse } from "./visit-data";

type Instrument = "nprs" | "rmdq" | "psfs" | "groc";
export type AcceptedFields = { instrument: Instrument; fields: { path: string; value: unknown }[] };
/** As a response is stored; what was typed at an earlier visit isn't offered here. */
const BY = ["clinician", "patient", "guardian"] as const;
type Response = Pick<WaitingResponse, "id" | "instrument" | "answers" | "score" | "filledBy" | "filledOn">;

/** null where the answers don't have the shape of their instrument: nothing is guessed. */
export function acceptedFields(response: Response): AcceptedFields | null {
  const { id, instrument, filledOn, answers, score } = response;
  const filled: AnsweredBy = {
    filled_by: BY.find((by) => by === response.filledBy) ?? "patient",
    filled_on: filledOn,
    response_id: id,
  };
  if (instrument === "nprs") {
    const fields = painMeasures(answers)?.map(({ measure, side, value }) => ({
      path: draftPath.measure(measure, side),
      value: { value: String(value), ...filled } satisfies DraftValue<"measure">,
    }));
    return fields ? { instrument, fields } : null;
  }
  if (instrument !== "rmdq" && instrument !== "psfs" && instrument !== "groc") return null;
  const said = (typeof answers === "object" && answers !== null ? answers : {}) as Record<string, unknown>;
  const content = {
    rmdq: { completed: true, ticked: said.ticked },
    psfs: { activities: said.activities },
    groc: { score: said.score ?? score },
  }[instrument];
  const read = DRAFT_VALUES[instrument].safeParse({ ...content, ...filled });
  return read.success
    ? { instrument, fields: [{ path: draftPath.questionnaire(instrument), value: read.data }] }
    : null;
}

/** What stands in a field is still this response, as it was taken over: whatever changes it lets go of it. */
export const isStill = (value: unknown, id: string): boolean => (value as AnsweredBy | null)?.response_id === id;

type Settled = DraftValue<"responses">;

/** The draft's word on a response: taken in, left for another visit, or neither yet. */
export function settled(now: Settled | null, id: string, as: "accepted" | "left" | "open"): Settled | null {
  const others = (ids: readonly string[] = []) => ids.filter((each) => each !== id);
  const next = { accepted: others(now?.accepted), left: others(now?.left) };
  if (as !== "open") next[as].push(id);
  return next.accepted.length + next.left.length === 0 ? null : next;
}
