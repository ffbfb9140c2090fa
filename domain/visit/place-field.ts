/** Puts each kind of draft field where it belongs in the visit's entries: one small function per kind. */
import type { Reading } from "@/domain/visit/draft-reading";
import type { DraftValue } from "@/domain/visit/field-values";
import type { DraftKind, DraftPathOf } from "@/domain/visit/fields";
import { given, readBody, readPainArea, readRetest, readSign, readTreatment } from "@/domain/visit/read-entry";
import { type FieldProblem, readMeasure } from "@/domain/visit/read-measure";
import { readGroc, readPsfs, readRmdq } from "@/domain/visit/read-questionnaire";

type At<K extends DraftKind> = { path: string; at: DraftPathOf<K>; reading: Reading };
type Place = { [K in DraftKind]: (value: DraftValue<K>, where: At<K>) => void };
type Anywhere = { path: string; reading: Reading };

function report({ path, reading }: Anywhere, problems: readonly Omit<FieldProblem, "path">[]): void {
  reading.problems.push(...problems.map((problem) => ({ path, ...problem })));
}

function isUnconfirmed(value: { carried?: boolean | undefined }, { path, reading }: Anywhere): boolean {
  if (value.carried) reading.unconfirmed.push(path);
  return value.carried === true;
}

const PLACE: Place = {
  subjective(value, where) {
    const text = given(value.text);
    if (text === null || isUnconfirmed(value, where)) return;
    where.reading.entries.subjective.push({ key: where.at.key, text });
  },
  since_last(value, { reading }) {
    reading.entries.since_last = value;
  },
  interpreter(value, { reading }) {
    reading.entries.interpreter = value;
  },
  consent(value, { at, reading }) {
    reading.entries.consents.push({ consent: at.id, ...value });
  },
  screening(value, { at, reading }) {
    reading.entries.screening.push({ flag: at.flag, ...value });
    // "Suspected" is the clinician's judgement: the flag is set with it (CLINICAL 3.1).
    if (value.answer === "yes" && value.decision === "suspected") reading.entries.flags.push(at.flag);
  },
  flag(value, where) {
    const { entries } = where.reading;
    if (isUnconfirmed(value, where)) return;
    if (value.set) entries.flags.push(where.at.flag);
    else entries.flags_taken_back.push({ flag: where.at.flag, reason: given(value.reason) ?? "" });
  },
  flag_error(value, { at, reading }) {
    const second_clinician = given(value.second_clinician);
    reading.entries.flag_errors.push({ flag: at.flag, reason: given(value.reason) ?? "", second_clinician });
  },
  ack(value, { at, reading }) {
    reading.entries.acks.push({ id: at.id, limit: given(value.limit) });
  },
  sign(value, where) {
    if (isUnconfirmed(value, where)) return;
    const { entry, problems } = readSign(where.at.id, where.at.side, value, where.reading.context.visit_on);
    report(where, problems);
    if (entry) where.reading.entries.findings.push(entry);
  },
  measure(value, where) {
    const { path, at, reading } = where;
    const { entry, problems, warnings } = readMeasure(
      at.id,
      at.side,
      value,
      reading.context.rater,
      reading.context.rules,
    );
    report(where, problems);
    reading.warnings.push(...warnings.map((code) => ({ path, code })));
    if (!entry) return;
    reading.entries.measurements.push(entry);
    const last = reading.context.previous?.find((row) => row.measure === at.id && row.side === at.side);
    if (last?.rater && last.rater !== entry.rater) {
      reading.warnings.push({ path, code: "other_rater_than_last", who: last.rater });
    }
  },
  body(value, where) {
    const body = readBody(where.at.key, value);
    report(where, body.problems);
    if (body.implausible) where.reading.warnings.push({ path: where.path, code: "outside_plausible" });
    where.reading.entries[where.at.key] = body.value;
  },
  neuro(value, { at, reading }) {
    reading.entries.neurological.push({ key: at.key, side: at.side, ...value });
  },
  pain_area(value, where) {
    const { entry, problems } = readPainArea(value);
    report(where, problems);
    if (entry) where.reading.entries.pain_areas.push({ region: where.at.region, side: where.at.side, ...entry });
  },
  rmdq(value, { reading }) {
    reading.entries.questionnaires.push(readRmdq(value, reading.context.visit_on));
  },
  psfs(value, where) {
    const { entry, problems } = readPsfs(value, where.reading.context.visit_on);
    report(where, problems);
    where.reading.entries.questionnaires.push(entry);
  },
  groc(value, { reading }) {
    reading.entries.questionnaires.push(readGroc(value, reading.context.visit_on));
  },
  treatment(value, where) {
    const { entry, problems } = readTreatment(where.at.id, value);
    report(where, problems);
    where.reading.entries.treatments.push(entry);
  },
  retest(value, where) {
    const { entry, problems } = readRetest(value);
    report(where, problems);
    where.reading.entries.retests.push({ n: where.at.n, ...entry });
  },
  adverse_response(value, { reading }) {
    reading.entries.adverse_response = value;
  },
  treatment_response(value, { reading }) {
    reading.entries.treatment_response = value;
  },
  advice(value, { reading }) {
    reading.entries.advice = given(value);
  },
  note(value, { reading }) {
    reading.entries.note = given(value);
  },
  cannot_test(value, { at, reading }) {
    reading.entries.cannot_test.push({ id: at.id, reason: value.reason, text: given(value.text) ?? "" });
  },
  clearance(value, where) {
    const on = value.on ?? null;
    where.reading.entries.clearance = { who: given(value.who) ?? "", on, what: given(value.what) ?? "" };
    if (on !== null && on > where.reading.context.visit_on) report(where, [{ code: "after_visit", part: "on" }]);
  },
  decision(value, { reading }) {
    reading.entries.decision = { choice: value.choice, reason: given(value.reason) };
  },
  override(value, { reading }) {
    reading.entries.override = {
      to_phase: value.to_phase,
      reason: value.reason ?? null,
      text: given(value.text) ?? "",
      second_clinician: given(value.second_clinician),
    };
  },
  next_review(value, { reading }) {
    reading.entries.next_review = value.on;
  },
  channel(value, { reading }) {
    reading.entries.contact.channel = value;
  },
  direction(value, { reading }) {
    reading.entries.contact.direction = value;
  },
  red_flag_questions_asked(value, { reading }) {
    reading.entries.contact.red_flag_questions_asked = value;
  },
  contact_text(value, { at, reading }) {
    const text = given(value);
    if (text !== null) reading.entries.contact.texts[at.key] = text;
  },
  responses(value, { reading }) {
    if (value.accepted.length > 0) reading.entries.responses_accepted = [...new Set(value.accepted)].sort();
  },
  no_show(value, { reading }) {
    reading.entries.no_show = value;
  },
};

/** Places a value that has passed its schema. */
export function placeField<K extends DraftKind>(kind: K, value: DraftValue<K>, where: At<K>): void {
  PLACE[kind](value, where);
}
