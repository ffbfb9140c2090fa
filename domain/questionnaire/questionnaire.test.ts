import { describe, expect, test } from "vitest";
import { type Asking, dueQuestionnaires } from "./due";
import { isAskedAs, painMeasures, questionnaireFill, scoreOf } from "./fill";

const sent = { version: "1", language: "en", filledAt: "2026-03-02T08:00:00.000Z" };

const asking = (part: Partial<Asking>): Asking => ({
  today: "2026-03-02",
  nextReview: "2026-03-05",
  firstVisitOn: "2026-01-05",
  lastVisitOn: "2026-02-19",
  answeredOn: {},
  waiting: [],
  language: "en",
  ...part,
});

describe("what is asked before a visit", () => {
  test("before the first visit: pain, activities and the back, not yet how it changed", () => {
    const due = dueQuestionnaires(asking({ firstVisitOn: null, lastVisitOn: null, nextReview: null }));
    expect(due).toEqual({ opensOn: null, instruments: ["nprs", "psfs", "rmdq"], untranslated: [] });
  });

  test("it opens three days before the review, and stays open once that has passed", () => {
    expect(dueQuestionnaires(asking({ nextReview: "2026-03-05" })).opensOn).toBeNull();
    expect(dueQuestionnaires(asking({ nextReview: "2026-03-06" })).opensOn).toBe("2026-03-03");
    expect(dueQuestionnaires(asking({ nextReview: "2026-03-01" })).opensOn).toBeNull();
    expect(dueQuestionnaires(asking({ nextReview: "open" })).opensOn).toBeNull();
  });

  test("pain at each visit, function again after a fortnight", () => {
    const answered = (on: string) => asking({ answeredOn: { nprs: on, psfs: on, rmdq: on, groc: on } });
    expect(dueQuestionnaires(answered("2026-02-20")).instruments).toEqual(["nprs"]);
    expect(dueQuestionnaires(answered("2026-02-19")).instruments).toEqual(["nprs", "psfs", "rmdq", "groc"]);
  });

  test("what was sent and waits for the visit is not asked twice", () => {
    expect(dueQuestionnaires(asking({ waiting: ["nprs", "psfs", "groc"] })).instruments).toEqual(["rmdq"]);
  });

  test("no translation of our own: in Spanish the back questionnaire is left out, and said", () => {
    const due = dueQuestionnaires(asking({ language: "es" }));
    expect(due.instruments).toEqual(["nprs", "psfs", "groc"]);
    expect(due.untranslated).toEqual(["rmdq"]);
    expect(dueQuestionnaires(asking({ language: "en-GB" })).untranslated).toEqual([]);
  });
});

describe("a filled questionnaire", () => {
  const rmdq = (ticked: number[]) => ({
    instrument: "rmdq",
    ...sent,
    version: "24",
    answers: { completed: true, ticked },
  });

  test("no sentence ticked is a score of 0; a form that wasn't completed is none", () => {
    expect(scoreOf(questionnaireFill.parse(rmdq([])))).toBe(0);
    expect(scoreOf(questionnaireFill.parse(rmdq([1, 24])))).toBe(2);
    expect(questionnaireFill.safeParse({ ...rmdq([]), answers: { ticked: [] } }).success).toBe(false);
    expect(questionnaireFill.safeParse(rmdq([25])).success).toBe(false);
    expect(questionnaireFill.safeParse(rmdq([3, 3])).success).toBe(false);
  });

  test("pain of the back is always told; 0 is an answer, nothing is not", () => {
    const nprs = (areas: unknown) => questionnaireFill.safeParse({ instrument: "nprs", ...sent, answers: { areas } });
    const back = { side: "M", current: 0, best: 0, worst: 4 };
    const read = nprs([back, { side: "L", current: 1, best: 0, worst: 2 }]);
    expect(read.success && scoreOf(read.data)).toBe(4);
    expect(nprs([{ side: "L", current: 1, best: 0, worst: 2 }]).success).toBe(false);
    expect(nprs([{ side: "M", current: 0, worst: 4 }]).success).toBe(false);
    expect(nprs([back, back]).success).toBe(false);
    expect(painMeasures({ areas: [{ side: "R", current: 1, best: 0, worst: 2 }] })).toEqual([
      { measure: "nprs_thigh_current", side: "R", value: 1 },
      { measure: "nprs_thigh_best", side: "R", value: 0 },
      { measure: "nprs_thigh_worst", side: "R", value: 2 },
    ]);
    expect(painMeasures({ ticked: [] })).toBeNull();
  });

  test("own activities: the mean to one decimal, at most five", () => {
    const activity = (score: number) => ({ id: crypto.randomUUID(), text: "Gardening", score });
    const psfs = (scores: number[]) =>
      questionnaireFill.safeParse({ instrument: "psfs", ...sent, answers: { activities: scores.map(activity) } });
    const read = psfs([0, 5, 5]);
    expect(read.success && scoreOf(read.data)).toBe(3.3);
    expect(psfs([]).success).toBe(false);
    expect(psfs([1, 1, 1, 1, 1, 1]).success).toBe(false);
  });

  test("only in a version and a language it was asked in", () => {
    const read = questionnaireFill.parse(rmdq([2]));
    expect(isAskedAs(read)).toBe(true);
    expect(isAskedAs({ ...read, language: "es" })).toBe(false);
    expect(isAskedAs({ ...read, version: "1" })).toBe(false);
  });
});
