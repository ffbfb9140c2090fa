/** Writes what a visit holds as typed rows, once, when it is signed; from then on a trigger refuses to change them. */
import "server-only";
import { newId } from "@/domain/new-id";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { Tx } from "./client";
import {
  acknowledgement,
  clearance,
  finding,
  immediateRetest,
  measurement,
  neurologicalFinding,
  painArea,
  questionnaireResponse,
  screeningAnswer,
  treatmentGiven,
  visitFlag,
} from "./schema/finding";
import { consent } from "./schema/patient";
import type { Actor } from "./scope";

export type SignedPlace = { visitId: string; patientId: string; episodeId: string; visitOn: string; language: string };

/** All in one go on the transaction's connection. Empty lists write nothing: not recorded is no row. */
export async function writeVisitRows(tx: Tx, actor: Actor, place: SignedPlace, entries: VisitEntries): Promise<void> {
  const key = () => ({ clinicId: actor.clinicId, id: newId(), patientId: place.patientId, visitId: place.visitId });
  const writes: Promise<unknown>[] = [];
  const write = <T>(rows: T[], insert: (rows: T[]) => Promise<unknown>) => {
    if (rows.length > 0) writes.push(insert(rows));
  };

  write(
    entries.findings.map(({ onset_on, length_cm, ...row }) => ({
      ...key(),
      ...row,
      onsetOn: onset_on,
      lengthCm: length_cm,
    })),
    (rows) => tx.insert(finding).values(rows).execute(),
  );
  write(
    entries.measurements.map(({ lever_m, pelvis_stabilised, trials, ...row }) => ({
      ...key(),
      ...row,
      trials: trials.length > 0 ? trials : null,
      leverM: lever_m,
      pelvisStabilised: pelvis_stabilised,
    })),
    (rows) => tx.insert(measurement).values(rows).execute(),
  );
  write(
    entries.screening.map(({ recheck_on, ...row }) => ({ ...key(), ...row, recheckOn: recheck_on ?? null })),
    (rows) => tx.insert(screeningAnswer).values(rows).execute(),
  );
  write(
    entries.flags.map((flag) => ({ ...key(), flag })),
    (rows) => tx.insert(visitFlag).values(rows).execute(),
  );
  write(
    entries.acks.map((ack) => ({ ...key(), item: ack.id, limitText: ack.limit })),
    (rows) => tx.insert(acknowledgement).values(rows).execute(),
  );
  write(
    entries.neurological.map(({ key: cell, side, state, change, onset }) => ({
      ...key(),
      key: cell,
      side,
      state,
      change: change ?? null,
      age: onset ?? null,
    })),
    (rows) => tx.insert(neurologicalFinding).values(rows).execute(),
  );
  write(
    entries.pain_areas.map(({ region, side, quality, intensity }) => ({
      ...key(),
      region,
      side,
      qualities: [...quality],
      intensity,
    })),
    (rows) => tx.insert(painArea).values(rows).execute(),
  );
  write(
    entries.treatments.map(({ treatment, ...detail }) => ({ ...key(), treatment, detail })),
    (rows) => tx.insert(treatmentGiven).values(rows).execute(),
  );
  write(
    entries.retests.flatMap(({ measure, side, before, after, same_rater }) =>
      after === null ? [] : [{ ...key(), measure, side, before, after, sameRater: same_rater ?? false }],
    ),
    (rows) => tx.insert(immediateRetest).values(rows).execute(),
  );
  write(
    clearanceRows(entries).map((row) => ({ ...key(), ...row })),
    (rows) => tx.insert(clearance).values(rows).execute(),
  );
  write(
    entries.consents.map((entry) => ({
      clinicId: actor.clinicId,
      id: newId(),
      patientId: place.patientId,
      visitId: place.visitId,
      item: entry.consent,
      state: entry.answer,
      consentedOn: place.visitOn,
      explainedById: actor.membershipId,
      language: entry.language ?? place.language,
      detail: consentDetail(entry),
    })),
    (rows) => tx.insert(consent).values(rows).execute(),
  );
  write(
    entries.questionnaires
      .filter((entry) => entry.response_id === null)
      .map((entry) => ({
        clinicId: actor.clinicId,
        id: newId(),
        patientId: place.patientId,
        episodeId: place.episodeId,
        visitId: place.visitId,
        instrument: entry.instrument,
        instrumentVersion: "1",
        language: entry.language ?? "en",
        filledBy: entry.filled_by,
        filledById: actor.membershipId,
        answers: { ticked: entry.ticked, activities: entry.activities },
        score: entry.score,
        completed: entry.score !== null,
        acceptedAt: new Date(),
        acceptedById: actor.membershipId,
      })),
    (rows) => tx.insert(questionnaireResponse).values(rows).execute(),
  );
  await Promise.all(writes);
}

function clearanceRows(entries: VisitEntries) {
  const errors = entries.flag_errors.map(({ flag, reason, second_clinician }) => ({
    kind: "flag_entered_in_error" as const,
    flag,
    reason,
    secondClinician: second_clinician,
    clearedBy: null,
    clearedOn: null,
    what: null,
  }));
  if (entries.clearance === null) return errors;
  const { who, on, what } = entries.clearance;
  const cleared = {
    kind: "medical_clearance" as const,
    flag: null,
    reason: null,
    secondClinician: null,
    clearedBy: who,
    clearedOn: on,
    what,
  };
  return [cleared, ...errors];
}

function consentDetail(entry: VisitEntries["consents"][number]): string | null {
  const chaperone = entry.chaperone && `chaperone ${entry.chaperone}`;
  const parts = [chaperone, entry.chaperone_name, entry.receiver, entry.explained_by, entry.note];
  const said = parts.filter((part): part is string => part !== undefined && part !== "");
  return said.length > 0 ? said.join("; ") : null;
}
