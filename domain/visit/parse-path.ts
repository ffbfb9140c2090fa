/** Reads the path of a draft's field from outside: only a field that some visit may hold is one. */
import { SIDES, type Side } from "@/domain/record";
import {
  ACK_IDS,
  ALONE,
  CONTACT_TEXTS,
  type DraftPath,
  isEnteredMeasure,
  SUBJECTIVE_KEYS,
} from "@/domain/visit/fields";
import { bodyRegionById, isBodyRegionId } from "@/domain/vocabulary/body-regions";
import { CONSENT_ITEMS, type ConsentId } from "@/domain/vocabulary/consent";
import { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import { type FlagId, flagById, isBlocking, isFlagId } from "@/domain/vocabulary/flags";
import { isMeasureId, measureById } from "@/domain/vocabulary/measures";
import { NEUROLOGICAL_CELLS } from "@/domain/vocabulary/neurological-grid";
import { isSignId, signById, signSides } from "@/domain/vocabulary/signs";
import { isTreatmentId } from "@/domain/vocabulary/treatments";

const isOneOf = <T extends string>(all: readonly T[], text: string): text is T =>
  (all as readonly string[]).includes(text);

/** What has a question of its own: red flags and history; the rest only the clinician can tell. */
const isAsked = (flag: FlagId): boolean => ["screening", "history"].includes(flagById(flag).origin);

function readSided(group: string, id: string, side: Side): DraftPath | null {
  switch (group) {
    case "sign":
      return isSignId(id) && signSides(signById(id)).includes(side) ? { kind: "sign", id, side } : null;
    case "measure":
      return isMeasureId(id) && isEnteredMeasure(id) && measureById(id).sides.includes(side)
        ? { kind: "measure", id, side }
        : null;
    case "neuro": {
      const cell = NEUROLOGICAL_CELLS.find((candidate) => candidate.key === id);
      return cell?.sides.includes(side) ? { kind: "neuro", key: cell.key, side } : null;
    }
    case "pain_area":
      return isBodyRegionId(id) && isOneOf<Side>(bodyRegionById(id).sides, side)
        ? { kind: "pain_area", region: id, side }
        : null;
    default:
      return null;
  }
}

function readNamed(group: string, id: string): DraftPath | null {
  // Under 18 follows from the birth date and is never typed (CLINICAL 3).
  const flag = isFlagId(id) && flagById(id).origin !== "derived" ? id : null;
  switch (group) {
    case "subjective":
      return isOneOf(SUBJECTIVE_KEYS, id) ? { kind: "subjective", key: id } : null;
    case "consent":
      return CONSENT_ITEMS.some((item) => item.id === id) ? { kind: "consent", id: id as ConsentId } : null;
    case "screening":
      return flag !== null && isAsked(flag) ? { kind: "screening", flag } : null;
    case "flag":
      return flag === null ? null : { kind: "flag", flag };
    case "ack":
      return isOneOf(ACK_IDS, id) ? { kind: "ack", id } : null;
    case "body":
      return id === "mass_kg" || id === "height_cm" ? { kind: "body", key: id } : null;
    case "questionnaire":
      return id === "rmdq" || id === "psfs" || id === "groc" ? { kind: id } : null;
    case "treatment":
      return isTreatmentId(id) ? { kind: "treatment", id } : null;
    case "retest":
      return /^[1-9]$/.test(id) ? { kind: "retest", n: Number(id) } : null;
    case "cannot_test":
      return isOneOf(CANNOT_TEST.tests, id) ? { kind: "cannot_test", id } : null;
    case "event":
      return id === "clearance" ? { kind: "clearance" } : null;
    case "contact":
      if (id === "channel" || id === "direction" || id === "red_flag_questions_asked") return { kind: id };
      return isOneOf(CONTACT_TEXTS, id) ? { kind: "contact_text", key: id } : null;
    default:
      return null;
  }
}

/** Reads a path from outside; null when no visit holds such a field (an unknown id, a side the thing doesn't have). */
export function parseDraftPath(path: string): DraftPath | null {
  const [group, id, last, ...rest] = path.split(".");
  if (group === undefined || rest.length > 0) return null;
  if (id === undefined) return isOneOf(ALONE, group) ? ({ kind: group } as DraftPath) : null;
  if (last === undefined) return readNamed(group, id);
  if (group === "event" && id === "error") {
    return isFlagId(last) && isBlocking(flagById(last)) ? { kind: "flag_error", flag: last } : null;
  }
  return isOneOf(SIDES, last) ? readSided(group, id, last) : null;
}
