/** Writes what a visit holds as typed rows, once, when it is signed; from then on a trigger refuses to change them. */
import "server-only";
import { newId } from "@/domain/new-id";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { Tx } from "./client";
import { consent } from "./schema/consent";
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
import type { Actor } from "./scope";

export type SignedPlace = { visitId: string; patientId: string; episodeId: string; visitOn: string; language: string };

/** All in one go on the transaction's connection. Empty lists write nothing: not recorded is no row. */
export async function writeVisitRows(tx: Tx, actor: Actor, place: SignedPlace, entries: VisitEntries): Promise<void> {
  const { clinicId } = actor;
  const keyed = <T extends object>(rows: readonly T[]) =>
    rows.map((row) => ({ clinicId, id: newId(), patientId: place.patientId, visitId: place.visitId, ...row }));
  const { consents, questionnaires, ...rows } = visitRows(entries);
  const writes: Promise<unknown>[] = [];
  const write = <T extends object>(of: readonly T[], insert: (rows: T[]) => Promise<unknown>) => {
    if (of.length > 0) writes.push(insert([...of]));
  };
  write(keyed(rows.finding), (of) => tx.insert(finding).values(of).execute());
  write(keyed(rows.measurement), (of) => tx.insert(measurement).values(of).execute());
  write(keyed(rows.screeningAnswer), (of) => tx.insert(screeningAnswer).values(of).execute());
  write(keyed(rows.visitFlag), (of) => tx.insert(visitFlag).values(of).execute());
  write(keyed(rows.acknowledgement), (of) => tx.insert(acknowledgement).values(of).execute());
  write(keyed(rows.neurologicalFinding), (of) => tx.insert(neurologicalFinding).values(of).execute());
  write(keyed(rows.painArea), (of) => tx.insert(painArea).values(of).execute());
  write(keyed(rows.treatmentGiven), (of) => tx.insert(treatmentGiven).values(of).execute());
  write(keyed(rows.immediateRetest), (of) => tx.insert(immediateRetest).values(of).execute());
  write(keyed(rows.clearance), (of) => tx.insert(clearance).values(of).execute());
  write(
    keyed(consents).map((row) => ({
      ...row,
      consentedOn: place.visitOn,
      explainedById: actor.membershipId,
      language: row.language ?? place.language,
    })),
    (of) => tx.insert(consent).values(of).execute(),
  );
  write(
    keyed(questionnaires).map((row) => ({
      ...row,
      episodeId: place.episodeId,
      filledById: actor.membershipId,
      acceptedAt: new Date(),
      acceptedById: actor.membershipId,
    })),
    (of) => tx.insert(questionnaireResponse).values(of).execute(),
  );
  await Promise.all(writes);
}

/** What each table's rows of a signed visit hold, keys and people apart; the same for writing and for checking. */
export function visitRows(entries: VisitEntries) {
  return {
    finding: entries.findings.map(({ onset_on, length_cm, ...row }) => ({
      ...row,
      onsetOn: onset_on,
      lengthCm: length_cm,
    })),
    measurement: entries.measurements.map(({ lever_m, pelvis_stabilised, trials, source: _source, ...row }) => ({
      ...row,
      trials: trials.length > 0 ? trials : null,
      leverM: lever_m,
      pelvisStabilised: pelvis_stabilised,
    })),
    screeningAnswer: entries.screening.map(({ recheck_on, ...row }) => ({ ...row, recheckOn: recheck_on ?? null })),
    visitFlag: entries.flags.map((flag) => ({ flag })),
    acknowledgement: entries.acks.map((ack) => ({ item: ack.id, limitText: ack.limit })),
    neurologicalFinding: entries.neurological.map(({ key, side, state, change, onset, note }) => ({
      key,
      side,
      state,
      change: change ?? null,
      age: onset ?? null,
      note: note || null,
    })),
    painArea: entries.pain_areas.map(({ region, side, quality, intensity, note }) => ({
      region,
      side,
      qualities: [...quality],
      intensity,
      note,
    })),
    treatmentGiven: entries.treatments.map(({ treatment, ...detail }) => ({ treatment, detail })),
    immediateRetest: entries.retests.flatMap(({ measure, side, before, after, same_rater }) =>
      after === null ? [] : [{ measure, side, before, after, sameRater: same_rater }],
    ),
    clearance: clearanceRows(entries),
    consents: entries.consents.map((entry) => ({
      item: entry.consent,
      state: entry.answer,
      language: entry.language ?? null,
      detail: consentDetail(entry),
    })),
    questionnaires: entries.questionnaires
      .filter((entry) => entry.response_id === null)
      .map((entry) => ({
        instrument: entry.instrument,
        instrumentVersion: "1",
        language: entry.language ?? "en",
        filledBy: entry.filled_by,
        answers: { ticked: entry.ticked, activities: entry.activities },
        score: entry.score,
        completed: entry.score !== null,
      })),
  };
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
