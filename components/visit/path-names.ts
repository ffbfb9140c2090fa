/** A draft field and what it holds in words: for conflicts, unconfirmed rows and what blocks signing. */
import type { Side } from "@/domain/record";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { type BodyRegionId, bodyRegionById } from "@/domain/vocabulary/body-regions";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { flagById } from "@/domain/vocabulary/flags";
import { NEUROLOGICAL_CELLS, type NeurologicalKey } from "@/domain/vocabulary/neurological-grid";
import { treatmentById } from "@/domain/vocabulary/treatments";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { ackName, measureName, SIDE_WORDS, signName } from "./names";
import { sectionOf } from "./section-states";

export function pathName(path: string): string {
  const at = parseDraftPath(path);
  switch (at?.kind) {
    case "measure":
      return measureName(at.id, at.side);
    case "sign":
      return signName(at.id, at.side);
    case "screening":
    case "flag":
    case "flag_error":
      return flagById(at.flag).name;
    case "subjective":
      return text.subjective[at.key];
    case "treatment":
      return treatmentById(at.id).label;
    case "consent":
      return CONSENT_ITEMS.find(({ id }) => id === at.id)?.label ?? path;
    case "body":
      return text.bodyValues[at.key];
    case "cannot_test":
      return text.cannotTest[at.id];
    case "override":
      return text.decision.override;
    case "pain_area":
      return areaName(at.region, at.side);
    case "neuro":
      return cellNameOf(at.key, at.side);
    case "ack":
      return `${text.precautions.acknowledged}: ${ackName(at.id)}`;
    case "rmdq":
    case "psfs":
    case "groc":
      return text.forms[at.kind];
    case "retest":
      return fill(parts.retest.one, { n: at.n });
    case "since_last":
      return text.sinceLast.label;
    case "interpreter":
      return text.interpreter.label;
    case "adverse_response":
      return text.adverse.label;
    case "advice":
      return text.treatment.advice;
    case "channel":
    case "direction":
      return parts.contact[at.kind];
    case "red_flag_questions_asked":
      return parts.contact.asked;
    case "contact_text":
      return parts.contact[at.key];
    default:
      return text.sections[sectionOf(path)];
  }
}

/** An area of the body chart; the midline needs no name of its own. */
export const areaName = (region: BodyRegionId, side: Side): string =>
  side === "M" ? bodyRegionById(region).label : `${bodyRegionById(region).label}, ${SIDE_WORDS[side]}`;

export const cellNameOf = (key: NeurologicalKey, side: Side): string =>
  [NEUROLOGICAL_CELLS.find((cell) => cell.key === key)?.label, SIDE_WORDS[side]].join(", ");

/** A field's value as it reads: its text, number or choice, without the names of its parts where one says it all. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return text.notRecorded;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(sayValue).join(", ");
  return Object.entries(value)
    .filter(([part]) => part !== "carried" && part !== "response_id")
    .map(([, part]) => sayValue(part))
    .join(" · ");
}
