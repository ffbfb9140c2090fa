/** The referral letter from a hold (CLINICAL 11.6): what was seen and said, prefilled for the clinician to edit; no diagnosis. */
import { dayText } from "@/components/chart/value-text";
import { ageOn, type CalendarDay } from "@/domain/calendar-day";
import type { Sex } from "@/domain/record";
import type { LastTold } from "@/domain/visit/last-told";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import { bodyRegionById } from "@/domain/vocabulary/body-regions";
import { FLAG_GUIDES } from "@/domain/vocabulary/flag-guides";
import { FLAGS, type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import { measureById } from "@/domain/vocabulary/measures";
import words from "@/messages/en/referral.json";
import visit from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";

export type ReferralInput = {
  /** Blocking flags, and since which day each stands. */
  flags: readonly { flag: FlagId; since: CalendarDay }[];
  entries: VisitEntries;
  /** From earlier visits, where today told nothing. */
  history: LastTold["history"];
  visitOn: CalendarDay;
  /** Date and time in the clinic's zone; null where nothing was stopped yet. */
  stoppedAt: string | null;
  writtenAt: string;
  patient: {
    name: string;
    record: string;
    birthDate: CalendarDay;
    sex: Sex;
    address: string | null;
    phone: string | null;
    language: string;
    interpreter: keyof typeof visit.interpreter.needs;
    nextOfKin: string | null;
    guardian: string | null;
  };
  clinic: { name: string; phone: string | null };
  clinician: { name: string; registration: string | null };
};

export const REFERRAL_PARTS = [
  "to",
  "urgency",
  "patient",
  "reason",
  "found",
  "unknown",
  "history",
  "told",
  "stopped",
  "question",
  "signature",
] as const;
export type ReferralLetter = Record<(typeof REFERRAL_PARTS)[number], string>;

const URGENCIES = ["emergency", "same_day", "urgent"] as const;
const lines = (all: readonly (string | null)[]): string =>
  all.filter((line) => line !== null && line !== "").join("\n");
const some = (all: readonly (string | null)[]): string => lines(all) || words.none;
const withSide = (label: string, side: "L" | "R" | "M"): string =>
  side === "M" ? label : `${label}, ${visit.sides[side].toLowerCase()}`;

/** An action is said without the source it comes from. */
const actionOf = (flag: FlagId): string => (flagById(flag).action.split(/\. S: /)[0] ?? "").replace(/\.$/, "");

export function referralLetter(input: ReferralInput): ReferralLetter {
  const { entries, patient, clinic, clinician, flags } = input;
  const urgency = URGENCIES.find((each) => flags.some(({ flag }) => FLAG_GUIDES[flag].referral === each)) ?? "urgent";
  return {
    to: "",
    urgency: lines([words.urgencies[urgency], fill(words.written, { at: input.writtenAt })]),
    patient: lines([
      `${patient.name} · ${fill(words.record, { number: patient.record })}`,
      fill(words.born, {
        date: dayText(patient.birthDate),
        age: ageOn(patient.birthDate, input.visitOn),
        sex: visit.sexes[patient.sex],
      }),
      [patient.address, patient.phone].filter((part) => part !== null && part !== "").join(" · "),
      `${fill(words.language, { language: patient.language })} · ${fill(words.interpreter, {
        need: visit.interpreter.needs[entries.interpreter ?? patient.interpreter].toLowerCase(),
      })}`,
      patient.nextOfKin && fill(words.nextOfKin, { name: patient.nextOfKin }),
      patient.guardian && fill(words.guardian, { name: patient.guardian }),
    ]),
    reason: lines(
      flags.map(({ flag, since }) =>
        fill(words.since, { flag: flagById(flag).name, date: dayText(since), action: actionOf(flag) }),
      ),
    ),
    found: some(found(entries)),
    unknown: some(unknown(entries)),
    history: some(history(input)),
    told: entries.advice ?? "",
    stopped: input.stoppedAt === null ? "" : fill(words.stopped, { at: input.stoppedAt }),
    question: fill(words.question, { phone: clinic.phone ?? "" }),
    signature: lines([
      clinician.name,
      clinician.registration && fill(words.registration, { number: clinician.registration }),
      clinic.name,
      words.copy,
    ]),
  };
}

function found({ screening, neurological, measurements, pain_areas }: VisitEntries): string[] {
  return [
    ...screening
      .filter(({ answer }) => answer === "yes")
      .flatMap(({ flag }) => FLAG_GUIDES[flag].questions.map((question) => fill(words.yes, { question }))),
    ...neurological
      .filter(({ state }) => state === "abnormal")
      .map(({ key, side, change, onset }) =>
        fill(words.neuro, {
          test: key.replaceAll("_", " "),
          side: side === "M" ? "" : side,
          state: [
            change ? parts.neuro.changes[change] : parts.neuro.states.abnormal,
            onset ? parts.neuro.onsets[onset] : "",
          ]
            .filter((part) => part !== "")
            .join(", ")
            .toLowerCase(),
        }),
      ),
    ...pain_areas.flatMap(({ region, side, intensity }) =>
      intensity === null
        ? []
        : fill(words.area, { region: withSide(bodyRegionById(region).label, side), score: intensity }),
    ),
    ...measurements
      .filter(({ quality }) => quality === "ok")
      .map(({ measure, side, value, unit }) =>
        fill(words.measure, {
          name: withSide(measureById(measure).label, side),
          value: `${value} ${visit.units[unit as keyof typeof visit.units] ?? unit}`.trim(),
        }),
      ),
  ];
}

/** Not asked and not examined is said: it is not "no" and not "normal". */
function unknown({ screening, neurological }: VisitEntries): string[] {
  const asked = new Set<FlagId>(screening.map(({ flag }) => flag));
  const open = FLAGS.filter((flag) => isBlocking(flag) && flag.origin === "screening" && !asked.has(flag.id));
  const notDone = neurological.filter(({ state }) => state === "not_done");
  return [
    ...open.flatMap(({ id }) => FLAG_GUIDES[id].questions.map((question) => fill(words.notAsked, { question }))),
    ...(neurological.length === 0 ? [words.nerves] : []),
    ...notDone.map(({ key, side }) =>
      fill(words.notDone, { test: key.replaceAll("_", " "), side: side === "M" ? "" : side }),
    ),
  ];
}

function history({ entries, history: earlier }: ReferralInput): string[] {
  const told = new Map(earlier.map(({ key, text }) => [key, text]));
  for (const { key, text } of entries.subjective) told.set(key, text);
  const texts = (["history", "medication", "allergies"] as const).flatMap((key) => {
    const text = told.get(key);
    return text === undefined ? [] : `${visit.subjective[key]}: ${text}`;
  });
  const precautions = entries.flags
    .filter((flag) => !isBlocking(flagById(flag)))
    .map((flag) => fill(words.precaution, { name: flagById(flag).name }));
  return [...texts, ...precautions];
}
