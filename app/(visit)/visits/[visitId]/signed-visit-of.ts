/** Turns a signed visit from the database into what its read-only page shows; its result is the stored one. */
import type { SignedVisitData } from "@/components/visit/signed-visit";
import type { OpenedVisit } from "@/db/visit-page";
import { fullName } from "@/domain/patient-name";
import type { VisitEntries } from "@/domain/visit/visit-entries";

export function signedVisitOf(opened: OpenedVisit): SignedVisitData {
  const at = (instant: Date) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: opened.timeZone, dateStyle: "medium", timeStyle: "short" }).format(
      instant,
    );
  return {
    patientId: opened.patientId,
    patientName: fullName(opened),
    kind: opened.kind,
    number: opened.number,
    visitOn: opened.visitOn,
    dayZero: opened.judging.context.day_zero,
    signedAt: opened.signedAt === null ? "" : at(opened.signedAt),
    signedBy: opened.signedBy ?? "",
    hash: opened.signedHash ?? "",
    // What was signed is read from the text that was signed, not from the draft it came from.
    entries: opened.signedText === null ? null : (JSON.parse(opened.signedText) as { entries: VisitEntries }).entries,
    stored: opened.stored ?? null,
    events: opened.events.map(({ kind, reason, at: when }) => ({ kind, reason, at: at(when) })),
  };
}
