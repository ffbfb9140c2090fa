/** What each control of the visit screen is called: the one rule that screen readers and scripts rely on. */
import type { Side } from "@/domain/record";
import type { AckId } from "@/domain/visit/fields";
import { type FlagId, flagById, isFlagId } from "@/domain/vocabulary/flags";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { type SignId, signById } from "@/domain/vocabulary/signs";
import reason from "@/messages/en/reason.json";
import text from "@/messages/en/visit.json";

export const SIDE_WORDS: Record<Side, string> = { L: "left", R: "right", M: "midline" };

/** "Ely / prone knee bend angle (knee flexion), left"; midline and whole-person measures by their label alone. */
export const measureName = (id: MeasureId, side: Side): string =>
  side === "M" ? measureById(id).label : `${measureById(id).label}, ${SIDE_WORDS[side]}`;

const UNITS: Readonly<Record<string, string>> = text.unitWords;

/** A cell of the flowsheet: "Ely / prone knee bend angle (knee flexion), left, today, degrees". */
export const cellName = (id: MeasureId, side: Side): string =>
  [measureName(id, side), text.measures.today.toLowerCase(), UNITS[measureById(id).unit] ?? ""]
    .filter((part) => part !== "")
    .join(", ");

/** "Quadriceps tension, left"; the midline is named, since some signs have all three. */
export const signName = (id: SignId, side: Side): string => `${signById(id).label}, ${SIDE_WORDS[side]}`;

const TOPICS: Readonly<Record<string, string>> = text.screening.topics;

/** What a flag's questions are about; they are heard in full as its description where they stand in full. */
export const screeningName = (flag: FlagId): string => TOPICS[flag] ?? flagById(flag).name;

/** A precaution by its flag's name, a finding by its own. */
export const ackName = (id: AckId): string => (isFlagId(id) ? flagById(id).name : reason.acks[id]);

/** A control that belongs to a named thing: "Method, Hamstring peak force (isometric)". */
export const partName = (part: string, of: string): string => `${part}, ${of}`;
