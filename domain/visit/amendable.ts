/** Which fields of a signed visit an amendment may correct: what was seen, measured and said, never what was decided. */
import { SIDES } from "@/domain/record";
import {
  ACK_IDS,
  ALONE,
  CONTACT_TEXTS,
  type DraftKind,
  type DraftPath,
  draftPath,
  SUBJECTIVE_KEYS,
} from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { BODY_REGIONS } from "@/domain/vocabulary/body-regions";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import { FLAGS, flagById, isBlocking } from "@/domain/vocabulary/flags";
import { MEASURES } from "@/domain/vocabulary/measures";
import { NEUROLOGICAL_CELLS } from "@/domain/vocabulary/neurological-grid";
import { SIGNS } from "@/domain/vocabulary/signs";
import { TREATMENTS } from "@/domain/vocabulary/treatments";

/** Acts with consequences of their own: they are done anew at a visit, where they act (CLINICAL 3.3, 5.1). */
const DECIDED: readonly DraftKind[] = [
  "decision",
  "override",
  "clearance",
  "flag_error",
  "next_review",
  "responses",
  "no_show",
];

const isSuspected = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "decision" in answer && answer.decision === "suspected";

/** A block acts at once and is lifted only by a clearance or as entered in error; an amendment does neither. */
export function isAmendable(path: DraftPath, old: unknown, value: unknown): boolean {
  if (DECIDED.includes(path.kind)) return false;
  if (path.kind === "flag") return !isBlocking(flagById(path.flag));
  if (path.kind === "screening" && isBlocking(flagById(path.flag))) return !isSuspected(old) && !isSuspected(value);
  return true;
}

const idsOf = (all: readonly { id: string }[]) => all.map(({ id }) => id);
/** What a path is made of, in the order of the form; what no visit can hold is left out when it is read. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  subjective: SUBJECTIVE_KEYS,
  consent: idsOf(CONSENT_ITEMS),
  screening: idsOf(FLAGS),
  flag: idsOf(FLAGS),
  ack: ACK_IDS,
  body: ["mass_kg", "height_cm"],
  questionnaire: ["rmdq", "psfs", "groc"],
  treatment: idsOf(TREATMENTS),
  retest: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
  cannot_test: CANNOT_TEST.tests,
  contact: ["channel", "direction", "red_flag_questions_asked", ...CONTACT_TEXTS],
};
const SIDED: Readonly<Record<string, readonly string[]>> = {
  pain_area: idsOf(BODY_REGIONS),
  neuro: NEUROLOGICAL_CELLS.map(({ key }) => key),
  sign: idsOf(SIGNS),
  measure: idsOf(MEASURES),
};

/** A contact asks and tells; nothing is examined or treated at one. */
const AT_CONTACT = ["contact", "screening", "flag", "ack"];

/** Every field that an amendment may fill where nothing was recorded. */
export function amendablePaths(visit: "contact" | "visit"): string[] {
  const named = Object.entries(NAMED).flatMap(([group, ids]) => ids.map((id) => `${group}.${id}`));
  const sided = Object.entries(SIDED).flatMap(([group, ids]) =>
    ids.flatMap((id) => SIDES.map((side) => `${group}.${id}.${side}`)),
  );
  return [...ALONE, ...named, ...sided].filter((path) => {
    const at = parseDraftPath(path);
    const [group = ""] = path.split(".");
    const isHere = visit === "contact" ? AT_CONTACT.includes(group) : group !== "contact";
    return at !== null && isHere && isAmendable(at, null, null);
  });
}

const isTreatment = (path: string): boolean => path.startsWith("treatment.");

/** Recorded fields that cease to be recorded by the same amendment: a technique and "no treatment given" can't both stand. */
export function takenAlong(path: string, value: unknown, recorded: readonly string[]): string[] {
  const none = draftPath.treatment("none");
  if (value === null || !isTreatment(path)) return [];
  return recorded.filter((other) => isTreatment(other) && other !== path && (path === none || other === none));
}
