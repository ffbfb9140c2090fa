import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { VisitAssessment } from "@/domain/assessment";
import type { MeasureRecord, PatientRecord, VisitRecord } from "@/domain/record";
import { type PullEvidence, pullFigureState } from "./pull-figure-state";

type Case = { case_id: string; patient: PatientRecord; visits: VisitRecord[]; expected: VisitAssessment[] };
const { cases }: { cases: Case[] } = JSON.parse(readFileSync("domain/cases.json", "utf8"));

const DATES: Record<number, string> = { 0: "2 Sep", 14: "16 Sep", 28: "30 Sep", 35: "7 Oct" };

function evidenceOf(caseId: string, visit: number, change: (visits: VisitRecord[]) => void = () => {}): PullEvidence {
  const found = cases.find(({ case_id }) => case_id === caseId) as Case;
  const visits = structuredClone(found.visits.filter((each) => each.visit <= visit));
  change(visits);
  return {
    patient: found.patient,
    earlier: visits.slice(0, -1),
    visit: visits.at(-1) as VisitRecord,
    assessment: found.expected.find((each) => each.visit === visit) as VisitAssessment,
    sayDay: (day) => DATES[day] ?? `day ${day}`,
  };
}

const last = (visits: VisitRecord[]) => visits.at(-1) as VisitRecord;
const measure = (id: MeasureRecord["id"], side: "L" | "R" | "M", value: number): MeasureRecord => ({
  id,
  side,
  value,
  unit: "deg",
});

describe("the desk worker of C01", () => {
  test("first visit: short in front, reduced behind, values of both sides with their cut-off", () => {
    const { tilt, tiltNote, base, usual, lbp, muscles } = pullFigureState(evidenceOf("C01", 1));
    expect({ tilt, tiltNote, base, usual, lbp }).toEqual({ tilt: 16, tiltNote: "2 Sep", base: null, usual: 8, lbp: 6 });
    expect(muscles).toEqual({
      flexors: { state: "short", pain: false, word: "Short", note: ["Thomas hip", "L +6° R +5°"], side: "L" },
      quads: { state: "short", pain: false, word: "Short", note: ["Ely, cut-off 120°", "L 108° R 112°"], side: "L" },
      erectors: { state: "borderline", pain: false, word: "Mild tension", note: ["Palpation"], side: "M" },
      hams: {
        state: "reduced",
        pain: false,
        word: "Reduced strength",
        note: ["H:Q, low < 0.40", "L 0.36 R 0.39"],
        side: "L",
      },
    });
  });

  test("fourth visit: earlier values carry their date, the first tilt stands behind, an old sign is not recorded", () => {
    const { tilt, base, lbp, muscles } = pullFigureState(evidenceOf("C01", 4));
    expect({ tilt, base, lbp }).toEqual({ tilt: 13, base: 16, lbp: 4 });
    expect(muscles.quads).toMatchObject({ state: "borderline", note: ["Ely, 120–129°", "L 123° R 125°"] });
    expect(muscles.flexors).toMatchObject({ state: "short", note: ["Thomas hip, 30 Sep", "L +2° R +1°"] });
    expect(muscles.hams).toMatchObject({ state: "reduced", note: ["H:Q, 2 Sep", "L 0.36 R 0.39"] });
    expect(muscles.erectors).toMatchObject({ state: "untested", word: "Not recorded", note: [] });
  });

  test("the second visit has no tilt of its own and shows the one that still counts", () => {
    expect(pullFigureState(evidenceOf("C01", 2))).toMatchObject({ tilt: 16, tiltNote: "2 Sep", base: null });
  });
});

describe("sides", () => {
  const strongLeft = (visits: VisitRecord[]) => {
    for (const each of last(visits).measures) {
      if (each.side !== "L") continue;
      if (each.id === "ely_angle_deg") each.value = 132;
      if (each.id === "ham_force_n") each.value = 140;
      if (each.id === "slhb_reps") each.value = 15;
    }
  };

  test("the worse side is drawn and named", () => {
    const { muscles } = pullFigureState(evidenceOf("C01", 1, strongLeft));
    expect(muscles.quads).toMatchObject({
      state: "short",
      word: "Short R",
      note: ["Ely, cut-off 120°", "L 132° R 112°"],
    });
    expect(muscles.hams).toMatchObject({ state: "reduced", word: "Reduced strength R", side: "R" });
  });

  test("a chosen side is drawn even when it is the better one", () => {
    const { muscles } = pullFigureState({ ...evidenceOf("C01", 1, strongLeft), side: "L" });
    expect(muscles.quads).toMatchObject({ state: "usual", word: "Usual length L" });
    expect(muscles.hams).toMatchObject({ state: "borderline", word: "Borderline strength L" });
    expect(muscles.erectors?.word).toBe("Mild tension");
  });

  test("values taken on different days never share a line", () => {
    const { muscles } = pullFigureState(
      evidenceOf("C01", 4, (visits) => {
        last(visits).measures = last(visits).measures.filter(({ id, side }) => id !== "ely_angle_deg" || side === "L");
      }),
    );
    expect(muscles.quads?.note).toEqual(["Ely, 120–129°", "L 123°"]);
  });
});

describe("boundaries", () => {
  test("a Thomas hip of exactly 0° is not short; 1° is", () => {
    const hip = (value: number) =>
      pullFigureState(
        evidenceOf("C01", 1, (visits) => {
          const visit = last(visits);
          visit.measures = visit.measures.filter(({ id }) => id !== "mtt_hip_deg");
          visit.measures.push(measure("mtt_hip_deg", "L", value), measure("mtt_hip_deg", "R", value));
        }),
      ).muscles.flexors;
    expect(hip(0)).toMatchObject({ state: "usual", note: ["Thomas hip", "L 0° R 0°"] });
    expect(hip(1)?.state).toBe("short");
    expect(hip(-12)?.note).toEqual(["Thomas hip", "L −12° R −12°"]);
  });

  test("a measure counts on day 42 and no longer on day 43", () => {
    const tiltAfter = (days: number) =>
      pullFigureState(
        evidenceOf("C01", 4, (visits) => {
          last(visits).day = days;
          last(visits).measures = last(visits).measures.filter(({ id }) => id !== "pelvic_tilt_deg");
        }),
      ).tilt;
    expect(tiltAfter(42)).toBe(16);
    expect(tiltAfter(43)).toBeNull();
  });

  test("an invalid value is as if it had not been taken", () => {
    const { tilt } = pullFigureState(
      evidenceOf("C01", 1, (visits) => {
        for (const each of last(visits).measures) if (each.id === "pelvic_tilt_deg") each.quality = "invalid";
      }),
    );
    expect(tilt).toBeNull();
  });

  test("pain 0 is a value, pain not asked is none", () => {
    const withWorst = (value: number | null) =>
      pullFigureState(
        evidenceOf("C01", 1, (visits) => {
          const visit = last(visits);
          visit.measures = visit.measures.filter(({ id }) => id !== "nprs_worst");
          if (value !== null) visit.measures.push(measure("nprs_worst", "M", value));
        }),
      ).lbp;
    expect(withWorst(0)).toBe(0);
    expect(withWorst(null)).toBeNull();
  });

  test("hamstring pain marks the band of its side; a painful area of the body chart does too", () => {
    const marked = pullFigureState(
      evidenceOf("C01", 1, (visits) => last(visits).signs.push({ id: "ham_pain_local", side: "R", grade: "mild" })),
    );
    expect(marked.muscles.hams).toMatchObject({ state: "reduced", pain: true });
    const areas = [{ region: "thigh_front" as const, side: "L" as const, intensity: 3 }];
    expect(pullFigureState({ ...evidenceOf("C01", 1), areas }).muscles.quads?.pain).toBe(true);
    expect(pullFigureState({ ...evidenceOf("C01", 1), areas, side: "R" }).muscles.quads?.pain).toBe(false);
  });
});

describe("what is not judged", () => {
  test("a suppressed pattern leaves every muscle not judged", () => {
    const { muscles, tilt } = pullFigureState({ ...evidenceOf("C01", 1), assessment: { pattern: null } });
    expect(Object.values(muscles).map(({ state, word }) => [state, word])).toEqual(
      Array.from({ length: 4 }, () => ["untested", "Not judged"]),
    );
    expect(tilt).toBe(16);
  });

  test("under 18 no cut-off is drawn, at 18 it is", () => {
    const aged = (age: number) => {
      const evidence = evidenceOf("C01", 1);
      return pullFigureState({ ...evidence, patient: { ...evidence.patient, age } });
    };
    const at17 = aged(17);
    expect(at17.usual).toBeNull();
    expect(at17.muscles.quads).toEqual({ state: "untested", word: "Not judged", note: ["no cut-off under 18"] });
    expect(aged(18).usual).toBe(8);
  });
});

test("in every worked case the figure shows what the rules concluded", () => {
  const LENGTH = { positive: "short", borderline: "borderline", negative: "usual", unknown: "untested" };
  const STRENGTH = { positive: "reduced", borderline: "borderline", negative: "usual", unknown: "untested" };
  for (const { case_id, visits, expected } of cases)
    for (const { visit } of visits) {
      const pattern = expected.find((each) => each.visit === visit)?.pattern ?? null;
      for (const side of ["L", "R"] as const) {
        const { muscles } = pullFigureState({ ...evidenceOf(case_id, visit), side });
        const where = `${case_id}, visit ${visit}, ${side}`;
        const domains = pattern?.[side].domains ?? { A: "unknown" as const, B: "unknown" as const };
        expect(muscles.quads?.state, where).toBe(LENGTH[domains.A]);
        const hams = muscles.hams?.state;
        expect(hams === "painful" ? "untested" : hams, where).toBe(STRENGTH[domains.B]);
      }
    }
});
