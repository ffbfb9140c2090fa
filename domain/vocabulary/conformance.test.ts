import { describe, expect, test } from "vitest";
import content from "@/domain/content.json" with { type: "json" };
import { BODY_REGIONS, bodyRegionById, PAIN_QUALITIES } from "@/domain/vocabulary/body-regions";
import { CASELOAD_REASONS, caseloadReasonById } from "@/domain/vocabulary/caseload-reasons";
import { CONSENT_ITEMS } from "@/domain/vocabulary/consent";
import { CONTACT, LETTERS } from "@/domain/vocabulary/contacts";
import { ASSIGN_TICKS, CONTRAINDICATIONS } from "@/domain/vocabulary/contraindications";
import { CANNOT_TEST, DECISIONS, OVERRIDE_REASONS } from "@/domain/vocabulary/decisions";
import {
  DISCHARGE_CRITERIA,
  DISCHARGE_EFFECTS,
  DISCHARGE_OUTCOMES,
  DISCHARGE_REASONS,
  SELF_MANAGEMENT_SHEET,
} from "@/domain/vocabulary/discharge";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import { EXERCISES, exerciseById } from "@/domain/vocabulary/exercises";
import { FLAG_GUIDES } from "@/domain/vocabulary/flag-guides";
import { FLAGS, flagById, isFlagId } from "@/domain/vocabulary/flags";
import { MEASURE_ERRORS } from "@/domain/vocabulary/measure-errors";
import { MEASURE_GUIDES } from "@/domain/vocabulary/measure-guides";
import { isMeasureId, MEASURES, measureById } from "@/domain/vocabulary/measures";
import { NEUROLOGICAL_CELLS, NEUROLOGICAL_GRID } from "@/domain/vocabulary/neurological-grid";
import { NOTICES } from "@/domain/vocabulary/notices";
import { INTERPRETER_NEEDS, PATIENT_MODES, PEOPLE_RULES } from "@/domain/vocabulary/people";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import { instrumentsIn, RMDQ } from "@/domain/vocabulary/questionnaires";
import { SIGN_GUIDES } from "@/domain/vocabulary/sign-guides";
import { isSignId, SIGNS, signById, signGrades, signSides } from "@/domain/vocabulary/signs";
import { ALTERNATIVES, isTemplateId, PLAN_TEMPLATES, templateById } from "@/domain/vocabulary/templates";
import { THRESHOLD_SOURCES } from "@/domain/vocabulary/threshold-sources";
import { THRESHOLDS, thresholdById } from "@/domain/vocabulary/thresholds";
import { ADVERSE_RESPONSES, AFTER_TREATMENT, TREATMENTS, treatmentById } from "@/domain/vocabulary/treatments";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";

describe("nothing of content.json was lost on the way into the typed vocabulary", () => {
  test.each<[string, unknown, unknown, number]>([
    ["phases", TREATMENT_PHASES, content.phases, 6],
    ["signs", SIGNS.map(({ brief: _, ...sign }) => ({ ...sign, ...SIGN_GUIDES[sign.id] })), content.signs, 30],
    [
      "measures",
      MEASURES.map((one) => ({ ...one, ...MEASURE_ERRORS[one.id], ...MEASURE_GUIDES[one.id] })),
      content.measures,
      33,
    ],
    ["flags", FLAGS.map((one) => ({ ...one, ...FLAG_GUIDES[one.id] })), content.flags, 30],
    ["ticks", ASSIGN_TICKS, content.assign_ticks, 16],
    ["exercises", EXERCISES, content.exercises, 44],
    ["matrix", CONTRAINDICATIONS, content.matrix, 450],
    ["templates", PLAN_TEMPLATES, content.templates, 17],
    ["reasons", CASELOAD_REASONS, content.reasons, 20],
    ["notices", NOTICES, content.notices, 33],
    ["decisions", DECISIONS, content.decisions, 3],
    ["override reasons", OVERRIDE_REASONS, content.override_reasons, 10],
    ["treatments", TREATMENTS, content.treatment_given, 15],
    ["adverse responses", ADVERSE_RESPONSES, content.after_treatment.adverse_response, 9],
    ["body regions", BODY_REGIONS, content.body_regions, 29],
    ["pain qualities", PAIN_QUALITIES, content.pain_quality, 9],
    ["consent", CONSENT_ITEMS, content.consent_items, 11],
    ["discharge reasons", DISCHARGE_REASONS, content.discharge.reasons, 11],
    ["discharge criteria", DISCHARGE_CRITERIA, content.discharge.criteria, 3],
    ["discharge outcomes", DISCHARGE_OUTCOMES, content.discharge.outcomes, 6],
    ["discharge effects", DISCHARGE_EFFECTS, content.discharge.effects, 3],
    ["self-management sheet", SELF_MANAGEMENT_SHEET, content.self_management_sheet, 8],
    ["banned phrases", BANNED_PHRASES, content.banned_phrases, 31],
    ["thresholds", THRESHOLDS.map((one) => ({ ...one, ...THRESHOLD_SOURCES[one.id] })), content.thresholds, 117],
    ["patient modes", PATIENT_MODES, content.people.patient_mode, 3],
    ["interpreter", INTERPRETER_NEEDS, content.people.interpreter, 5],
  ])("%s", (_, typed, given, count) => {
    expect(typed).toEqual(given);
    expect(typed).toHaveLength(count);
  });

  test("tables that are not lists", () => {
    expect(ALTERNATIVES).toEqual(content.alternatives);
    expect(Object.keys(ALTERNATIVES)).toHaveLength(28);
    expect(CANNOT_TEST).toEqual(content.cannot_test);
    expect(NEUROLOGICAL_GRID).toEqual(content.neuro_grid);
    expect(CONTACT).toEqual(content.contact);
    expect(LETTERS).toEqual(content.letters);
    const { adverse_response: _, ...after } = content.after_treatment;
    expect(AFTER_TREATMENT).toEqual(after);
    const { patient_mode: __, interpreter: ___, ...people } = content.people;
    expect(PEOPLE_RULES).toEqual(people);
  });

  test("no table of content.json is left unread", () => {
    expect(Object.keys(content).sort()).toEqual(
      [
        "version",
        "phases",
        "signs",
        "measures",
        "flags",
        "assign_ticks",
        "exercises",
        "matrix",
        "alternatives",
        "templates",
        "reasons",
        "notices",
        "decisions",
        "override_reasons",
        "cannot_test",
        "treatment_given",
        "after_treatment",
        "neuro_grid",
        "body_regions",
        "pain_quality",
        "consent_items",
        "discharge",
        "self_management_sheet",
        "contact",
        "letters",
        "people",
        "banned_phrases",
        "thresholds",
      ].sort(),
    );
  });
});

describe("looking things up", () => {
  test("every entry is found by its id", () => {
    for (const sign of SIGNS) expect(signById(sign.id)).toBe(sign);
    for (const measure of MEASURES) expect(measureById(measure.id)).toBe(measure);
    for (const flag of FLAGS) expect(flagById(flag.id)).toBe(flag);
    for (const exercise of EXERCISES) expect(exerciseById(exercise.id)).toBe(exercise);
    for (const template of PLAN_TEMPLATES) {
      expect(isTemplateId(template.id)).toBe(true);
      expect(templateById(template.id)).toBe(template);
    }
    for (const threshold of THRESHOLDS) expect(thresholdById(threshold.id)).toBe(threshold);
    for (const region of BODY_REGIONS) expect(bodyRegionById(region.id)).toBe(region);
    for (const treatment of TREATMENTS) expect(treatmentById(treatment.id)).toBe(treatment);
    for (const reason of CASELOAD_REASONS) expect(caseloadReasonById(reason.id)).toBe(reason);
  });

  test.each(["toString", "__proto__", "", "constructor", "ELY_ANGLE_DEG"])("%j is no id of anything", (id) => {
    expect([isSignId, isMeasureId, isFlagId, isExerciseId, isTemplateId].filter((is) => is(id))).toEqual([]);
  });

  test("a sign's few words open its examination", () => {
    for (const { id, brief } of SIGNS) expect(SIGN_GUIDES[id].examination.startsWith(brief), id).toBe(true);
  });

  test("signs say their sides and grades", () => {
    expect(signSides(signById("quad_tightness"))).toEqual(["L", "R"]);
    expect(signSides(signById("lumbar_hyperlordosis"))).toEqual(["M"]);
    expect(signSides(signById("anterior_pelvic_tilt"))).toEqual(["L", "R", "M"]);
    expect(signSides(signById("lbp_local"))).toEqual(["L", "R", "M"]);
    expect(signGrades(signById("knee_click"))).toEqual(["absent", "present"]);
    expect(signGrades(signById("quad_tightness"))).toEqual(["absent", "mild", "moderate", "severe"]);
  });

  test("what an exercise is hidden, limited or cautioned by is what the matrix says", () => {
    for (const exercise of EXERCISES) {
      const cells = CONTRAINDICATIONS.filter((cell) => cell.exercise === exercise.id);
      const said = cells.map(({ condition, effect }) => `${condition} ${effect}`).sort();
      expect(exercise.contraindications.map(({ id, effect }) => `${id} ${effect}`).sort()).toEqual(said);
    }
  });

  test("the neurological grid has 14 cells per side and five more; L2 has no reflex", () => {
    expect(NEUROLOGICAL_CELLS).toHaveLength(14 + 5);
    expect(NEUROLOGICAL_CELLS.some((cell) => (cell.key as string) === "reflex_L2")).toBe(false);
  });

  test("RMDQ has 24 items, in English only", () => {
    expect(RMDQ.items).toHaveLength(24);
    expect(new Set(RMDQ.items).size).toBe(24);
    expect(instrumentsIn("en-GB")).toContain("rmdq");
    expect(instrumentsIn("es")).toEqual(["nprs", "psfs", "groc"]);
    expect(instrumentsIn("fi")).toEqual([]);
  });
});
