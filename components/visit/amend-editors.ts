/** How each field of a signed visit is typed in an amendment: its parts as controls, in the words of the form. */
import { dayText } from "@/components/chart/value-text";
import { parseNumber } from "@/domain/typed-number";
import type { DraftPath } from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { PAIN_QUALITIES } from "@/domain/vocabulary/body-regions";
import { CONTACT } from "@/domain/vocabulary/contacts";
import { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import { EXERCISE_IDS, EXERCISE_NAMES } from "@/domain/vocabulary/exercise-names";
import { flagById, isBlocking } from "@/domain/vocabulary/flags";
import { MEASURE_METHODS, MEASURES, measureById } from "@/domain/vocabulary/measures";
import { INTERPRETER_NEEDS } from "@/domain/vocabulary/people";
import { GROC, RMDQ } from "@/domain/vocabulary/questionnaires";
import { signById, signGrades } from "@/domain/vocabulary/signs";
import { ADVERSE_RESPONSES, treatmentById, treatmentFields } from "@/domain/vocabulary/treatments";
import methods from "@/messages/en/method.json";
import record from "@/messages/en/record.json";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { takesLever, takesMethod, takesPelvis } from "./measure-rows";
import { sayValue } from "./path-names";

type Option = { value: string; label: string };
type Shared = { label: string; required?: boolean };
/** `stored`: what a choice is kept as, where that isn't its text. */
export type Control = Shared &
  (
    | { as: "number" | "line" | "prose" | "day" | "pain" | "activities" }
    | { as: "choice" | "many"; options: readonly Option[]; stored?: "boolean" | "number" }
  );
/** `whole`: the field is one value. Else its parts, over `base` where the field holds something before any is typed. */
export type Editor = { whole: Control } | { parts: Readonly<Record<string, Control>>; base?: object };

const words = record.amend;
const chosenOf = <T extends string>(ids: readonly T[], labels: Readonly<Record<T, string>>): Option[] =>
  ids.map((id) => ({ value: id, label: labels[id] }));
const choice = (label: string, options: readonly Option[], required = false): Control => ({
  as: "choice",
  label,
  options,
  required,
});
const YES = { value: "true", label: text.screening.yes };
const yesNo = (label: string): Control => ({
  as: "choice",
  label,
  stored: "boolean",
  options: [YES, { value: "false", label: text.screening.no }],
});
const prose = (label: string, required = false): Control => ({ as: "prose", label, required });
const line = (label: string): Control => ({ as: "line", label });
const number = (label: string, required = false): Control => ({ as: "number", label, required });
const note = prose(text.measures.note);
const SIDE_OPTIONS = chosenOf(["L", "R", "M"] as const, { ...text.sides, M: text.measures.midline });

function measureParts({ id }: { id: Parameters<typeof measureById>[0] }): Readonly<Record<string, Control>> {
  if (id.startsWith("nprs_")) return { value: { as: "pain", label: words.value, required: true } };
  return {
    value: number(`${words.value} (${measureById(id).unit})`, true),
    ...(takesMethod(id) && { method: choice(words.method, chosenOf(MEASURE_METHODS, methods)) }),
    ...(takesLever(id) && { lever_m: number(words.lever) }),
    ...(takesPelvis(id) && { pelvis_stabilised: yesNo(text.measures.pelvis) }),
    rater: line(text.measures.rater),
    quality: choice(words.quality, [{ value: "invalid", label: text.measures.invalid }]),
    note,
  };
}

function screeningParts(flag: Parameters<typeof flagById>[0]): Readonly<Record<string, Control>> {
  const { notConcerned, safetyNet, suspectedNoHold, yes, no } = text.screening;
  return {
    answer: choice(
      words.answer,
      [
        { value: "yes", label: yes },
        { value: "no", label: no },
      ],
      true,
    ),
    decision: choice(words.judgement, [
      { value: "not_concerned", label: notConcerned },
      { value: "safety_net", label: safetyNet },
      // A suspicion that holds acts at once: it is entered at a visit, never afterwards.
      ...(isBlocking(flagById(flag)) ? [] : [{ value: "suspected", label: suspectedNoHold }]),
    ]),
    reason: prose(text.screening.reason),
    recheck_on: { as: "day", label: text.screening.recheck },
  };
}

function treatmentParts(id: Parameters<typeof treatmentById>[0]): Readonly<Record<string, Control>> {
  const fields = treatmentFields(treatmentById(id));
  const { parts: labels, sides } = text.treatment;
  const all = {
    side: choice(labels.side, chosenOf(["L", "R", "both"] as const, sides)),
    grade: choice(
      labels.grade,
      ["I", "II", "III", "IV"].map((grade) => ({ value: grade, label: grade })),
    ),
    minutes: number(labels.minutes),
    repetitions: number(labels.repetitions),
    pressure_0_10: number(labels.pressure_0_10),
    level: line(labels.level),
    muscle: line(labels.muscle),
    region: line(labels.region),
    topics: line(labels.topics),
    which: line(labels.which),
    items: { as: "many", label: words.items, options: chosenOf(EXERCISE_IDS, EXERCISE_NAMES) } satisfies Control,
  };
  return { ...Object.fromEntries(Object.entries(all).filter(([name]) => fields.includes(name))), note };
}

const GROC_WORDS: Readonly<Record<string, string>> = GROC.anchors;
const grocOptions = Array.from({ length: 15 }, (_, index) => String(7 - index)).map((score) => ({
  value: score,
  label: `${score} ${GROC_WORDS[score] ?? ""}`.trim(),
}));

function editorAt(at: DraftPath): Editor | null {
  switch (at.kind) {
    case "subjective":
      return { parts: { text: prose(words.text, true) } };
    case "since_last":
      return { whole: choice(words.value, chosenOf(["better", "same", "worse"] as const, text.sinceLast), true) };
    case "interpreter":
      return { whole: choice(words.value, chosenOf(INTERPRETER_NEEDS, text.interpreter.needs), true) };
    case "consent":
      return {
        parts: {
          answer: choice(words.answer, chosenOf(["given", "declined", "withdrawn"] as const, text.consent), true),
          chaperone: choice(text.consent.chaperone, [
            { value: "accepted", label: text.consent.chaperone_accepted },
            { value: "declined", label: text.consent.chaperone_declined },
          ]),
          chaperone_name: line(text.consent.chaperoneName),
          note,
        },
      };
    case "screening":
      return { parts: screeningParts(at.flag) };
    case "flag":
      return {
        base: { set: true },
        parts: { set: { ...choice(text.sections.precautions, [YES], true), stored: "boolean" } as Control },
      };
    case "ack":
      return { base: {}, parts: { limit: line(text.precautions.limit) } };
    case "sign":
      return {
        parts: {
          grade: choice(words.grade, chosenOf(signGrades(signById(at.id)), text.grades), true),
          onset_on: { as: "day", label: text.signs.onset },
          note,
        },
      };
    case "measure":
      return { parts: measureParts(at) };
    case "body":
      return { parts: { value: number(words.value, true) } };
    case "neuro": {
      const { states, change, changes, onset, onsets } = parts.neuro;
      return {
        parts: {
          state: choice(words.value, chosenOf(["normal", "abnormal", "not_done"] as const, states), true),
          change: choice(change, chosenOf(["reduced", "absent", "increased"] as const, changes)),
          onset: choice(onset, chosenOf(["new", "old", "unknown"] as const, onsets)),
          note,
        },
      };
    }
    case "pain_area":
      return {
        base: { quality: [] },
        parts: {
          intensity: { as: "pain", label: text.body.intensity },
          quality: { as: "many", label: words.quality, options: chosenOf(PAIN_QUALITIES, text.body.qualities) },
          note,
        },
      };
    case "rmdq":
      return {
        base: { completed: true, ticked: [] },
        parts: {
          ticked: {
            as: "many",
            label: words.items,
            stored: "number",
            options: RMDQ.items.map((item, index) => ({ value: String(index + 1), label: item })),
          },
          completed: { ...yesNo(parts.questionnaires.done), required: true },
        },
      };
    case "psfs":
      return { base: { activities: [] }, parts: { activities: { as: "activities", label: text.forms.psfs } } };
    case "groc":
      return { parts: { score: { ...choice(words.value, grocOptions, true), stored: "number" } as Control } };
    case "treatment":
      return { base: {}, parts: treatmentParts(at.id) };
    case "retest": {
      const { measure, before, after, sameRater } = parts.retest;
      const options = MEASURES.map(({ id, label }) => ({ value: id, label }));
      return {
        parts: {
          measure: choice(measure, options, true),
          side: choice(text.treatment.parts.side, SIDE_OPTIONS, true),
          before: number(before),
          after: number(after),
          same_rater: yesNo(sameRater),
        },
      };
    }
    case "adverse_response":
    case "treatment_response":
      return {
        parts: { response: choice(words.value, chosenOf(ADVERSE_RESPONSES, text.adverse.responses), true), note },
      };
    case "cannot_test":
      return {
        parts: {
          reason: choice(words.answer, chosenOf(CANNOT_TEST.reasons, text.cannotTest.reasons), true),
          text: prose(text.cannotTest.because),
        },
      };
    case "advice":
    case "note":
    case "contact_text":
      return { whole: prose(words.text, true) };
    case "channel": {
      const channels = Object.entries(parts.contact.channels).map(([value, label]) => ({ value, label }));
      return { whole: choice(words.value, channels, true) };
    }
    case "direction":
      return { whole: choice(words.value, chosenOf(CONTACT.direction, parts.contact.directions), true) };
    case "red_flag_questions_asked":
      return { whole: { ...yesNo(words.value), required: true } };
    default:
      return null;
  }
}

/** null: a matter of a decision, which no amendment types. */
export function editorOf(path: string): Editor | null {
  const at = parseDraftPath(path);
  return at === null ? null : editorAt(at);
}

/** What a choice stands for in the record. */
export function storedAs(control: Control, chosen: string): unknown {
  if (control.as !== "choice" && control.as !== "many") return chosen;
  if (control.stored === "boolean") return chosen === "true";
  return control.stored === "number" ? Number(chosen) : chosen;
}

function sayPart(control: Control | undefined, value: unknown): string {
  if (control?.as === "activities" && Array.isArray(value)) {
    const all = value as { text: string; score?: string | number }[];
    return all.map(({ text: named, score }) => `${named}: ${score ?? text.notRecorded}`).join(", ");
  }
  if (control?.as === "pain") {
    const read = parseNumber(String(value));
    return read.kind === "value" ? `${read.value} / 10` : sayValue(value);
  }
  if (control?.as === "day") return dayText(String(value));
  if (control?.as === "many" && control.stored === "number" && Array.isArray(value) && value.length === 0) {
    return parts.questionnaires.noneTicked;
  }
  const options = control !== undefined && "options" in control ? control.options : [];
  const said = (one: unknown) => options.find((option) => option.value === String(one))?.label ?? sayValue(one);
  return Array.isArray(value) ? value.map(said).join(", ") : said(value);
}

/** A field's value in the form's own words, part by part. */
export function sayField(path: string, value: unknown): string {
  const editor = editorOf(path);
  if (editor === null || value === null || value === undefined) return sayValue(value);
  if ("whole" in editor) return sayPart(editor.whole, value);
  if (typeof value !== "object") return sayValue(value);
  const said = Object.entries(value)
    .filter(([name]) => !["carried", "confirmed", "stands", "completed"].includes(name))
    .map(([name, part]) => sayPart(editor.parts[name], part))
    .filter((part) => part !== "");
  return said.length === 0 ? text.screening.yes : said.join(" · ");
}
