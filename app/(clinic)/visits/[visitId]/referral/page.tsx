/** `/visits/[id]/referral`: the letter a hold asks for, prefilled from the visit; nobody's page without a block. */

import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { ownerOf } from "@/components/outbox/owner";
import { ReferralForm } from "@/components/visit/referral-form";
import { referralFacts } from "@/db/referral";
import { staffName } from "@/db/staff";
import { openVisit } from "@/db/visit-page";
import { addDays } from "@/domain/calendar-day";
import { isUuid } from "@/domain/new-id";
import { fullName, recordNumber } from "@/domain/patient-name";
import { readDraft } from "@/domain/visit/read-draft";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import { flagById, isBlocking } from "@/domain/vocabulary/flags";
import words from "@/messages/en/referral.json";
import { referralLetter } from "@/report/referral-letter";

export const metadata = { title: words.title };

export default async function ReferralPage({ params }: { params: Promise<{ visitId: string }> }) {
  const actor = await requireClinician();
  const { visitId } = await params;
  const opened = isUuid(visitId) ? await openVisit(actor, visitId) : null;
  if (!opened || opened.state === "discarded") notFound();
  const [facts, clinician] = await Promise.all([referralFacts(actor, opened.patientId), staffName(actor)]);
  if (!facts || !clinician) notFound();
  const { judging } = opened;
  const entries =
    opened.signedText === null
      ? readDraft(new Map(opened.fields.map(({ path, value }) => [path, value])), judging.context).entries
      : (JSON.parse(opened.signedText) as { entries: VisitEntries }).entries;
  const { hold } = judging.state;
  const standing = (hold?.flags ?? []).map((flag) => ({
    flag,
    since: addDays(judging.context.day_zero, hold?.since ?? 0),
  }));
  const today = entries.flags
    .filter((flag) => isBlocking(flagById(flag)) && !standing.some((other) => other.flag === flag))
    .map((flag) => ({ flag, since: opened.visitOn }));
  const flags = [...standing, ...today];
  if (flags.length === 0) notFound();
  const says = new Intl.DateTimeFormat("en-GB", { timeZone: opened.timeZone, dateStyle: "medium", timeStyle: "short" });
  const stopped = opened.overlays[0]?.setAt ?? null;
  const guardian = [facts.guardianName, facts.guardianPhone].filter((part) => part !== null && part !== "").join(", ");
  const letter = referralLetter({
    flags,
    entries,
    history: opened.told.history,
    visitOn: opened.visitOn,
    stoppedAt: stopped === null ? null : says.format(stopped),
    writtenAt: says.format(new Date()),
    patient: {
      name: fullName(opened),
      record: recordNumber(opened.patientNumber),
      birthDate: opened.birthDate,
      sex: opened.sex,
      address: facts.address,
      phone: facts.phone,
      language: opened.language,
      interpreter: facts.interpreter,
      nextOfKin: facts.nextOfKin,
      guardian: guardian === "" ? null : guardian,
    },
    clinic: { name: opened.clinicName, phone: facts.clinicPhone },
    clinician,
  });
  const owner = ownerOf(actor);
  return <ReferralForm owner={owner} visitId={visitId} clinic={opened.clinicName} letter={letter} />;
}
