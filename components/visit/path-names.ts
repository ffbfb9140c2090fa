/** A draft field and what it holds in words: for conflicts, unconfirmed rows and what blocks signing. */
import { parseDraftPath } from "@/domain/visit/parse-path";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { flagById } from "@/domain/vocabulary/flags";
import { treatmentById } from "@/domain/vocabulary/treatments";
import text from "@/messages/en/visit.json";
import { measureName, signName } from "./names";
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
    default:
      return text.sections[sectionOf(path)];
  }
}

/** A field's value as it reads: its text, number or choice, without the names of its parts where one says it all. */
export function sayValue(value: unknown): string {
  if (value === null || value === undefined) return text.notRecorded;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.map(sayValue).join(", ");
  return Object.entries(value)
    .filter(([part]) => part !== "carried")
    .map(([, part]) => sayValue(part))
    .join(" · ");
}
