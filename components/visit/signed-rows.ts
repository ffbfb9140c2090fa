/** How each part of what was signed reads as lines of the record: one rule per part, so that none can be left out. */
import { dayText, unitMark, valueText } from "@/components/chart/value-text";
import type { FindingEntry, MeasurementEntry, TreatmentEntry, VisitEntries } from "@/domain/visit/visit-entries";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { EXERCISE_NAMES } from "@/domain/vocabulary/exercise-names";
import { flagById } from "@/domain/vocabulary/flags";
import { measureById } from "@/domain/vocabulary/measures";
import { treatmentById } from "@/domain/vocabulary/treatments";
import methods from "@/messages/en/method.json";
import record from "@/messages/en/record.json";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { ackName, measureName, signName } from "./names";
import { areaName, cellNameOf } from "./path-names";
import type { SectionId } from "./section-states";
import { questionnaireRows } from "./signed-questionnaires";

type Row = { name: string; value: string };
/** The record's sections are fewer than the form's. */
export type RecordSection = Exclude<SectionId, "since_last" | "pain" | "next_review"> | "subjective" | "contact";

const words = record.rows;
const join = (...said: (string | null | undefined | false)[]) => said.filter(Boolean).join(", ");
/** A part with its name, where it was recorded; 0 and "no" are. */
const part = (name: string, value: string | number | null | undefined) =>
  value === null || value === undefined || value === "" ? null : `${name}: ${value}`;
const yesOrNo = (value: boolean | null | undefined) =>
  value === null || value === undefined ? null : text.screening[value ? "yes" : "no"];
const day = (on: string | null | undefined) => (on ? dayText(on) : null);

type Part<K extends keyof VisitEntries> = NonNullable<VisitEntries[K]>;
type Rule<K extends keyof VisitEntries> = { section: RecordSection; rows: (recorded: Part<K>) => Row[] };

const findingWords = ({ grade, onset_on, painful, count, length_cm, note }: FindingEntry) =>
  join(
    text.grades[grade],
    part(text.signs.onset, day(onset_on)),
    part(words.painful, yesOrNo(painful)),
    part(words.count, count),
    part(words.length, length_cm),
    note,
  );

function measurementWords(entry: MeasurementEntry) {
  const { decimals, unit } = measureById(entry.measure);
  const said = (value: number) => `${valueText(value, decimals)}${unitMark(unit)}`;
  return join(
    said(entry.value),
    entry.trials.length > 1 && part(words.trials, entry.trials.map(said).join(" · ")),
    entry.method && methods[entry.method],
    entry.lever_m !== null && `${text.measures.lever} ${entry.lever_m} m`,
    part(text.measures.pelvis, yesOrNo(entry.pelvis_stabilised)),
    entry.quality === "invalid" && text.measures.invalid,
    entry.rater,
    entry.source && fill(words.filled[entry.source.filled_by], { on: dayText(entry.source.filled_on) }),
    entry.note,
  );
}

const treatmentWords = ({ treatment: _, note, side, items, ...dose }: TreatmentEntry) =>
  join(
    side && text.treatment.sides[side],
    ...Object.entries(dose).map(([name, value]) => part(text.treatment.parts[name as keyof typeof dose], value)),
    ...(items ?? []).map((id) => EXERCISE_NAMES[id]),
    note,
  );

/** In the order of the record. */
const RULES: { [K in keyof Required<VisitEntries>]: Rule<K> } = {
  since_last: {
    section: "subjective",
    rows: (answer) => [{ name: text.sinceLast.label, value: text.sinceLast[answer] }],
  },
  subjective: {
    section: "subjective",
    rows: (all) => all.map(({ key, text: value }) => ({ name: text.subjective[key], value })),
  },
  adverse_response: {
    section: "subjective",
    rows: ({ response, note }) => [{ name: text.adverse.label, value: join(text.adverse.responses[response], note) }],
  },
  interpreter: {
    section: "subjective",
    rows: (need) => [{ name: text.interpreter.label, value: text.interpreter.needs[need] }],
  },
  consents: {
    section: "subjective",
    rows: (all) =>
      all.map(({ consent, answer, chaperone, chaperone_name, explained_by, language, receiver, note }) => ({
        name: CONSENT_ITEMS.find(({ id }) => id === consent)?.label ?? consent,
        value: join(
          text.consent[answer],
          chaperone && text.consent[`chaperone_${chaperone}`],
          part(text.consent.chaperoneName, chaperone_name),
          part(words.explainedBy, explained_by),
          part(words.language, language),
          part(words.receiver, receiver),
          note,
        ),
      })),
  },
  contact: {
    section: "contact",
    rows: ({ channel, direction, red_flag_questions_asked, texts }) => [
      ...(channel ? [{ name: parts.contact.channel, value: parts.contact.channels[channel] }] : []),
      ...(direction ? [{ name: parts.contact.direction, value: parts.contact.directions[direction] }] : []),
      ...Object.entries(texts).map(([key, value]) => ({ name: parts.contact[key as keyof typeof texts], value })),
      ...[yesOrNo(red_flag_questions_asked)].flatMap((value) =>
        value === null ? [] : [{ name: parts.contact.asked, value }],
      ),
    ],
  },
  no_show: {
    section: "contact",
    rows: ({ kind, note }) => [{ name: parts.noShow.label, value: join(parts.noShow.kinds[kind], note) }],
  },
  screening: {
    section: "screening",
    rows: (all) =>
      all.map(({ flag, answer, decision, reason, recheck_on }) => ({
        name: flagById(flag).name,
        value: join(
          text.screening[answer],
          decision === "not_concerned" && text.screening.notConcerned,
          decision === "safety_net" && text.screening.safetyNet,
          decision === "suspected" && text.screening.suspectedNoHold,
          reason,
          recheck_on && `${text.screening.recheck} ${dayText(recheck_on)}`,
        ),
      })),
  },
  flags: {
    section: "precautions",
    rows: (all) => all.map((flag) => ({ name: flagById(flag).name, value: flagById(flag).action })),
  },
  flags_taken_back: {
    section: "precautions",
    rows: (all) =>
      all.map(({ flag, reason }) => ({ name: flagById(flag).name, value: `${text.screening.takeBack}: ${reason}` })),
  },
  acks: {
    section: "precautions",
    rows: (all) =>
      all.map(({ id, limit }) => ({
        name: `${text.precautions.acknowledged}: ${ackName(id)}`,
        value: limit ? `${words.limit}: ${limit}` : words.noLimit,
      })),
  },
  pain_areas: {
    section: "body",
    rows: (all) =>
      all.map(({ region, side, quality, intensity, note }) => ({
        name: areaName(region, side),
        value: join(
          intensity === null ? null : `${intensity} / 10`,
          ...quality.map((each) => text.body.qualities[each]),
          note,
        ),
      })),
  },
  neurological: {
    section: "body",
    rows: (all) =>
      all.map(({ key, side, state, change, onset, note }) => ({
        name: cellNameOf(key, side),
        value: join(
          parts.neuro.states[state],
          change && parts.neuro.changes[change],
          onset && parts.neuro.onsets[onset],
          note,
        ),
      })),
  },
  findings: {
    section: "signs",
    rows: (all) => all.map((entry) => ({ name: signName(entry.sign, entry.side), value: findingWords(entry) })),
  },
  measurements: {
    section: "measures",
    rows: (all) =>
      all.map((entry) => ({ name: measureName(entry.measure, entry.side), value: measurementWords(entry) })),
  },
  mass_kg: { section: "measures", rows: (kg) => [{ name: text.bodyValues.mass_kg, value: `${kg} kg` }] },
  height_cm: { section: "measures", rows: (cm) => [{ name: text.bodyValues.height_cm, value: `${cm} cm` }] },
  cannot_test: {
    section: "measures",
    rows: (all) =>
      all.map(({ id, reason, text: said }) => ({
        name: text.cannotTest[id],
        value: join(text.cannotTest.reasons[reason], said),
      })),
  },
  questionnaires: { section: "questionnaires", rows: (all) => all.flatMap(questionnaireRows) },
  responses_accepted: {
    section: "questionnaires",
    rows: (ids) =>
      ids.length === 0
        ? []
        : [{ name: parts.questionnaires.fromPatient, value: fill(words.responses, { count: ids.length }) }],
  },
  treatments: {
    section: "treatment",
    rows: (all) => all.map((entry) => ({ name: treatmentById(entry.treatment).label, value: treatmentWords(entry) })),
  },
  retests: {
    section: "treatment",
    rows: (all) =>
      all.map(({ measure, side, before, after, same_rater }) => ({
        name: `${parts.retest.measure} ${measureName(measure, side)}`,
        value: join(`${before ?? "–"} → ${after ?? "–"}`, part(parts.retest.sameRater, yesOrNo(same_rater))),
      })),
  },
  treatment_response: {
    section: "treatment",
    rows: ({ response, note }) => [{ name: text.adverse.today, value: join(text.adverse.responses[response], note) }],
  },
  advice: { section: "treatment", rows: (value) => [{ name: text.treatment.advice, value }] },
  decision: {
    section: "decision",
    rows: ({ choice, reason }) => [{ name: text.sections.decision, value: join(text.decision[choice], reason) }],
  },
  override: {
    section: "decision",
    rows: ({ to_phase, reason, text: said, second_clinician }) => [
      {
        name: text.decision.override,
        value: join(
          status.phase[to_phase],
          reason && parts.override.reasons[reason],
          said,
          part(parts.second.label, second_clinician && sayClinician(second_clinician)),
        ),
      },
    ],
  },
  clearance: {
    section: "decision",
    rows: ({ who, on, what }) => [{ name: parts.hold.clearance, value: join(who, day(on), what) }],
  },
  flag_errors: {
    section: "decision",
    rows: (all) =>
      all.map(({ flag, reason, second_clinician }) => ({
        name: `${parts.hold.inError}: ${flagById(flag).name}`,
        value: join(reason, part(parts.second.label, second_clinician && sayClinician(second_clinician))),
      })),
  },
  next_review: {
    section: "decision",
    rows: (on) => [{ name: text.sections.next_review, value: on === "open" ? text.nextReview.open : dayText(on) }],
  },
  note: { section: "note", rows: (value) => [{ name: text.sections.note, value }] },
};

const sayClinician = (name: string) => (name === "sole_practitioner" ? parts.second.sole : name);
const KEYS = Object.keys(RULES) as (keyof VisitEntries)[];

/** Lines of one part; nothing where it was not recorded, or an earlier version of the form did not know it. */
function rowsOfPart<K extends keyof VisitEntries>(key: K, entries: Pick<VisitEntries, K>): Row[] {
  const recorded = entries[key];
  return recorded === null || recorded === undefined ? [] : RULES[key].rows(recorded);
}

export function signedRows(entries: VisitEntries): Map<RecordSection, Row[]> {
  const sections = new Map<RecordSection, Row[]>();
  for (const key of KEYS) {
    const { section } = RULES[key];
    const rows = rowsOfPart(key, entries);
    if (rows.length > 0) sections.set(section, [...(sections.get(section) ?? []), ...rows]);
  }
  return sections;
}
