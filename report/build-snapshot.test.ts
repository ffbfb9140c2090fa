import { describe, expect, it } from "vitest";
import { measureTitle } from "@/components/chart/chart-words";
import { BANNED_PHRASES } from "@/domain/vocabulary/wording";
import chartWords from "@/messages/en/chart.json";
import reportWords from "@/messages/en/report.json";
import { reasonWords } from "@/messages/reason-words";
import { buildSnapshot } from "@/report/build-snapshot";
import { decisionDetails, decisionMove } from "@/report/decision-words";
import type { ReportInput } from "@/report/report-input";
import { sampleReport, WORKED_CASES } from "@/report/sample-report";
import { plainCitation } from "@/report/sources";

type Visit = ReportInput["visits"][number];

/** The input with one visit's record changed. */
const withVisit = (input: ReportInput, number: number, change: Partial<Visit["visit"]>): ReportInput => ({
  ...input,
  visits: input.visits.map((one) =>
    one.visit.visit === number ? { ...one, visit: { ...one.visit, ...change } } : one,
  ),
});

describe("the headline", () => {
  it("names pain and function with their classes, and no range of motion", () => {
    const { headline } = buildSnapshot(sampleReport("C01"));
    expect(headline.verdict).toBe("improved");
    expect(headline.sentence).toContain("Pain, worst in 24 h: 6 → 4, improved (important).");
    expect(headline.sentence).not.toContain("Ely");
  });

  it("is not called a change when nothing was measured twice", () => {
    const { headline } = buildSnapshot(sampleReport("C05"));
    expect(headline).toEqual({ verdict: "not_measured_twice", sentence: reportWords.headline.not_measured_twice });
  });
});

describe("screening", () => {
  it("says what was answered and when, never that all is clear", () => {
    const input = withVisit(sampleReport("C01"), 3, { screening: [{ flag: "malignancy_suspected", answer: "no" }] });
    expect(buildSnapshot(input).screening).toEqual(["Screening questions answered no on 30 Sep 2026."]);
  });

  it("says so when no answer is recorded", () => {
    expect(buildSnapshot(sampleReport("C01")).screening).toEqual(["No screening answers are recorded in this period."]);
  });

  it("tells a safety-net with its recheck, a hold with its flag and the precautions", () => {
    const { screening } = buildSnapshot(sampleReport("C18"));
    expect(screening.join(" ")).toContain("answered yes, treated with a safety-net, recheck by 26 Sep 2026.");
    expect(screening.join(" ")).toMatch(/exercises on hold: .+\./);
    expect(screening.at(-1)).toMatch(/^Precautions on 12 Dec 2026: /);
  });
});

describe("after a phone call", () => {
  const input = sampleReport("C18");
  const last = input.visits.at(-1)!;
  const call: Visit = {
    ...last,
    visit: { ...last.visit, kind: "contact", visit: 99, signs: [], measures: [], flags: ["varicose_veins"] },
    assessment: { ...last.assessment, visit: 99, pattern: null, safety: { level: "warn", flags: ["varicose_veins"] } },
  };
  const before = buildSnapshot(input);
  const after = buildSnapshot({ ...input, visits: [...input.visits, call] });

  it("the findings and the number of visits are those of the visits", () => {
    expect(after.statements).toEqual(before.statements);
    expect(after.attendance).toEqual(before.attendance);
  });

  it("the precautions stand, with the one it added", () => {
    const [was, now] = [before.screening.at(-1) ?? "", after.screening.at(-1) ?? ""];
    expect(now.startsWith(was.replace(/\.$/, ""))).toBe(true);
    expect(now).toMatch(/varicose veins/i);
  });
});

describe("phase decisions", () => {
  const said = (caseId: string): string[] =>
    buildSnapshot(sampleReport(caseId)).decisions.map(
      (one) => `${decisionMove(one)}. ${decisionDetails(one).join(" ")}`,
    );

  it("C12: the rejected override and the accepted one, with the gate's true status and reason", () => {
    expect(said("C12")).toEqual([
      "Not started → Release. Decided by Marit Oduya.",
      "Override not accepted; Release goes on. Gate G2: closed (Ely below 120° L; Ely below 120° R). Decided by demo. Reason: ok.",
      "Override: Release → Strengthen 1. Gate G2: closed (Ely below 120° L; Ely below 120° R). Decided by demo. Reason: Thigh bulk limits knee flexion on both sides; end-feel soft, no pull felt.",
    ]);
  });

  it("C14: a kept phase with its reason", () => {
    expect(said("C14")).toContain(
      "Kept in Release. Gate G2: open. Decided by demo. Reason: Away for two weeks without supervision.",
    );
  });

  it("C04: the hold and its end", () => {
    expect(said("C04").slice(1)).toEqual([
      "Release → on hold. Rule: safety flag. Decided by Marit Oduya.",
      "Hold ended → Release. Gate G0: open. Decided by Marit Oduya.",
    ]);
  });

  it("each reason code of the worked cases has words", () => {
    const codes = WORKED_CASES.flatMap(({ case_id }) =>
      sampleReport(case_id).visits.flatMap(({ assessment }) => assessment.gate?.reasons ?? []),
    );
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(reasonWords(code, measureTitle)).not.toMatch(/_|\{/);
    expect(reasonWords("missing:ely_angle_deg:L", measureTitle)).toBe("not measured: Ely, prone knee bend L");
  });
});

describe("adherence", () => {
  it("adds what was reported, and a recalled span stays marked", () => {
    const { adherence } = buildSnapshot(sampleReport("C14"));
    expect(adherence).toMatchObject({ done: 18, prescribed: 22, pct: 82, band: "good" });
    expect(adherence.visits.map(({ source }) => source)).toContain("recall");
  });

  it("is not reported, never low, without any log", () => {
    const input = sampleReport("C01");
    const visits = input.visits.map((one) => ({
      ...one,
      visit: { ...one.visit, adherence: { prescribed: 10, done: 0, source: "none" as const } },
    }));
    expect(buildSnapshot({ ...input, visits }).adherence).toMatchObject({ pct: null, band: "not_reported" });
  });

  it("takes the bands of the clinic's rule set at their edges", () => {
    const bandFor = (done: number) =>
      buildSnapshot(
        withVisit({ ...sampleReport("C03"), visits: sampleReport("C03").visits.slice(0, 2) }, 2, {
          adherence: { prescribed: 10, done },
        }),
      ).adherence.band;
    expect([8, 7, 5, 4, 0].map(bandFor)).toEqual(["good", "partial", "partial", "low", "low"]);
  });
});

describe("the period", () => {
  it("counts its own visits and decisions, and keeps the episode's first values as baselines", () => {
    const input = { ...sampleReport("C01"), missed: [21, 3], period: { from: "2026-09-20", to: "2026-10-07" } };
    const snapshot = buildSnapshot(input);
    expect(snapshot.attendance).toEqual({ attended: 2, missed: 1 });
    expect(snapshot.decisions.map(({ visit }) => visit)).toEqual([4]);
    expect(snapshot.changes.find(({ measure }) => measure === "rmdq_score")?.from).toEqual({
      on: "2026-09-02",
      value: 11,
    });
    expect(snapshot.course.missed).toEqual([21, 3]);
  });
});

describe("sources", () => {
  const sourceOf = (input: ReportInput, measure: string) =>
    buildSnapshot(input).sources.find((one) => one.measure === measure)?.thresholds;

  it("name error, important change and line, each with its own tag", () => {
    expect(sourceOf(sampleReport("C01"), "rmdq_score")).toEqual([
      { what: "MDC 5", tag: "MU", citation: "published 2–9, larger at high scores" },
      { what: "MCID 5", tag: "S", citation: "5 or 30 % (Ostelo 2008)" },
      { what: "recovered ≤ 2", tag: "S", citation: "Ostelo; PMC2989296" },
    ]);
  });

  it("say when the clinic set its own value", () => {
    const input = sampleReport("C01");
    const rules = { version: "1.1+own", values: { ...input.rules.values, ely_tight: 125 } };
    expect(sourceOf({ ...input, rules }, "ely_angle_deg")).toContainEqual({
      what: "gate ≥ 125°",
      tag: "clinic",
      citation: "",
    });
  });

  it("carry no tag letters and no repeated value", () => {
    expect(
      plainCitation("8 (S: Olivencia, ICC 0.90 intra/0.91 inter, pelvis strapped). Peeler: SEM 4°, ICC 0.69"),
    ).toBe("8 (Olivencia, ICC 0.90 intra/0.91 inter, pelvis strapped). Peeler: SEM 4°, ICC 0.69");
    expect(plainCitation("5 reps (ENG)")).toBe("");
    expect(plainCitation("2 (S: Childs 2005; Ostelo 2008 also 30 %)")).toBe("Childs 2005; Ostelo 2008 also 30 %");
    const all = WORKED_CASES.flatMap(({ case_id }) => buildSnapshot(sampleReport(case_id)).sources);
    for (const { citation } of all.flatMap(({ thresholds }) => thresholds))
      expect(citation).not.toMatch(/\b(ENG|MU|MC)\b|\bS:/);
  });
});

it("refuses an input that breaks the snapshot's shape", () => {
  const input = sampleReport("C01");
  expect(() => buildSnapshot({ ...input, period: { ...input.period, to: "2026-02-30" } })).toThrow();
});

it("no wording of report or charts holds a phrase that clinicians' texts must not hold", () => {
  const texts = JSON.stringify([reportWords, chartWords]);
  for (const { pattern, audience, id } of BANNED_PHRASES)
    if (audience === "clinician") expect(texts, id).not.toMatch(new RegExp(pattern, "i"));
});
