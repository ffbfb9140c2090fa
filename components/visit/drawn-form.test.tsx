import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { VisitAssessment } from "@/domain/assessment";
import type { VisitRecord } from "@/domain/record";
import { openCourse } from "@/domain/rules/course";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import type { JudgingContext } from "@/domain/visit/judge-draft";
import { SCREENED } from "@/domain/vocabulary/flags";
import text from "@/messages/en/visit.json";
import { CarryForward } from "./carry-forward";
import { judgeScreen } from "./judge-screen";
import { Precautions } from "./precautions";
import { QuestionnaireForms } from "./questionnaire-forms";
import { Screening } from "./screening";
import { SectionIndex } from "./section-index";
import { SinceLast } from "./since-last";
import { Treatment } from "./treatment";
import { DraftProvider } from "./use-draft";
import type { VisitActs, VisitData } from "./visit-data";

const call: VisitRecord = {
  visit: 1,
  kind: "contact",
  day: 0,
  flags: ["anticoagulant"],
  signs: [],
  measures: [],
  screening: [{ flag: "dvt_suspected", answer: "no" }],
};
const came: VisitRecord = { visit: 1, day: 0, flags: [], signs: [], measures: [] };

/** The form as the server draws it, of a draft that holds `fields`, after `earlier` visits. */
function drawn(form: ReactNode, fields: Record<string, unknown>, earlier: readonly VisitRecord[] = []): string {
  const judging: JudgingContext = {
    onset_day: null,
    earlier: [...earlier],
    state: openCourse({ patient: { age: 36, sex: "F" } }),
    rules: DEFAULT_RULES,
    supervised: false,
    context: {
      patient: { birth_date: "1990-05-01", sex: "F" },
      kind: "treatment",
      visit_number: 2,
      visit_on: "2026-10-15",
      day_zero: "2026-10-01",
      clinician: "M. Oduya",
      rater: "M. Oduya",
    },
  };
  const data = {
    visitId: "019a0000-0000-7000-8000-000000000003",
    kind: "treatment",
    visitOn: "2026-10-15",
    number: 2,
    version: 1,
    owner: { userId: "019a0000-0000-7000-8000-000000000001", membershipId: "019a0000-0000-7000-8000-000000000002" },
    fields: Object.entries(fields).map(([path, value]) => ({ path, value, version: 1 })),
    judging,
    judgement: judgeScreen(new Map(Object.entries(fields)), judging, []),
    earlier: earlier.map((record) => ({
      id: "",
      number: 1,
      visitOn: "2026-10-01",
      record,
      result: {} as VisitAssessment,
    })),
    standingConsents: [],
    activities: [],
    responses: [],
    told: { history: [], treatments: [] },
    phrases: [],
    overlays: [],
  } as unknown as VisitData;
  return renderToStaticMarkup(
    <DraftProvider data={data} acts={{} as VisitActs}>
      {form}
    </DraftProvider>,
  );
}

const FIRST_VISIT = [
  <SinceLast key="told" />,
  <Screening key="asked" />,
  <CarryForward key="carried" />,
  <Precautions key="precautions" />,
];

test("a call before the first appointment leaves it a first visit, with the precautions the call told", () => {
  const html = drawn(FIRST_VISIT, {}, [call]);
  expect(html).toContain(text.sections.subjective);
  expect(html).not.toContain(text.carried.same);
  expect(html).not.toContain(text.adverse.label);
  expect(html).toContain(text.precautions.unchanged);
  const inFull = new RegExp(`aria-pressed="true"[^>]*>${text.screening.inFull}`);
  expect(html).toMatch(inFull);
});

test("a call after a visit leaves it the last one", () => {
  const html = drawn(FIRST_VISIT, {}, [came, call]);
  expect(html).toContain(text.carried.same);
  expect(html).toContain(text.adverse.label);
});

test("the index counts what was not asked", () => {
  const [first = ""] = SCREENED;
  expect(drawn(<SectionIndex />, { [`screening.${first}`]: { answer: "no" } })).toContain(
    `${SCREENED.length - 1} not asked`,
  );
});

test("a form that isn't finished says so and shows no score", () => {
  const form = <QuestionnaireForms opened={["rmdq"]} />;
  const unfinished = drawn(form, { "questionnaire.rmdq": { completed: false, ticked: [1, 2] } });
  expect(unfinished).toContain("2 ticked, not finished: no score yet");
  expect(unfinished).not.toContain("2 of 24");
  expect(drawn(form, { "questionnaire.rmdq": { completed: true, ticked: [1, 2] } })).toContain("2 of 24");
});

test("a treatment given asks at once what followed it, at a first visit too; without one nothing is asked", () => {
  const asks = (fields: Record<string, unknown>) => drawn(<Treatment />, fields).includes('name="treatment_response"');
  expect(asks({ "treatment.ice_heat": {} })).toBe(true);
  expect(asks({ "treatment.none": {} })).toBe(false);
  expect(asks({ "treatment.none": {}, treatment_response: { response: "dizziness", note: "lay down" } })).toBe(true);
});
