import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { MuscleState } from "./muscle-band";
import { bandOf, MUSCLE_STATES } from "./muscle-band";
import { anatomyAt } from "./pull-anatomy";
import { PullFigure } from "./pull-figure";
import { PullFigureInput } from "./pull-figure-input";
import { describePull, type PullFigureParams } from "./pull-words";

const FIRST_VISIT: PullFigureParams = {
  tilt: 16,
  tiltNote: "2 Sep",
  base: null,
  usual: 8,
  lbp: 6,
  muscles: {
    flexors: { state: "short", note: ["Thomas hip", "L +6° R +5°"] },
    quads: { state: "short" },
    erectors: { state: "borderline", word: "Mild tension" },
    hams: { state: "reduced", pain: true },
  },
};

const drawn = (params: PullFigureParams, labels: "full" | "short" | "none" = "full") =>
  renderToStaticMarkup(<PullFigure {...params} labels={labels} k={0.85} />);

describe("geometry", () => {
  test("the pelvis turns by exactly the measured tilt: PSIS to ASIS slopes as measured", () => {
    for (const tilt of [-6, 0, 8, 13, 16, 25]) {
      const { psis, asis } = anatomyAt(tilt);
      const slope = (Math.atan2(asis[1] - psis[1], asis[0] - psis[0]) * 180) / Math.PI;
      expect(slope).toBeCloseTo(tilt, 0);
    }
  });

  test("more tilt bends the lumbar spine more and leaves the trunk over the feet", () => {
    const chain = (tilt: number) => anatomyAt(tilt).vertebrae;
    const bend = (tilt: number) => (chain(tilt)[0]?.lean ?? 0) - (chain(tilt)[6]?.lean ?? 0);
    expect(bend(20)).toBeGreaterThan(bend(8) + 10);
    for (const tilt of [0, 10, 20, 30]) expect(Math.abs((chain(tilt)[6]?.centre[0] ?? 0) + 38)).toBeLessThan(12);
  });

  test("a short muscle is drawn wider than a usual one, a reduced one narrower and just as straight", () => {
    const muscle = anatomyAt(12).muscles.hams;
    const width = (state: MuscleState) => bandOf(muscle, state).half(40);
    expect(width("short")).toBeGreaterThan(width("borderline"));
    expect(width("borderline")).toBeGreaterThan(width("usual"));
    expect(width("usual")).toBeGreaterThan(width("reduced"));
    expect(bandOf(muscle, "reduced").curve).toEqual(bandOf(muscle, "usual").curve);
  });
});

describe("the drawing", () => {
  test("is the same every time and takes its colours from the tokens alone", () => {
    for (const labels of ["full", "short", "none"] as const) {
      expect(drawn(FIRST_VISIT, labels)).toBe(drawn(FIRST_VISIT, labels));
      expect(drawn(FIRST_VISIT, labels)).not.toMatch(/NaN|undefined|fill="#|stroke="#/);
    }
  });

  test("every state looks different", () => {
    const looks = MUSCLE_STATES.map((state) =>
      drawn({ tilt: null, usual: 8, lbp: null, muscles: { quads: { state } } }, "none"),
    );
    expect(new Set(looks).size).toBe(MUSCLE_STATES.length);
  });

  test("the earlier pelvis is dashed only when it stands at least 1° away", () => {
    const dashes = (base: number | null) => drawn({ ...FIRST_VISIT, base }, "none").split("4 3.5").length - 1;
    expect(dashes(null)).toBe(0);
    expect(dashes(16.9)).toBe(0);
    expect(dashes(17)).toBe(2);
  });

  test("tilt not recorded: no gauge, no angle, the words instead", () => {
    const unknown = drawn({ ...FIRST_VISIT, tilt: null });
    expect(unknown).toContain("Not recorded");
    expect(unknown).not.toMatch(/anterior tilt/);
  });

  test("pain of 0 is drawn without a mark, and so is pain not asked", () => {
    const marks = (lbp: number | null) =>
      drawn({ tilt: 10, usual: 8, lbp, muscles: {} }, "none").split("var(--bad)").length - 1;
    expect(marks(0)).toBe(0);
    expect(marks(null)).toBe(0);
    expect(marks(1)).toBeGreaterThan(0);
  });

  test("no goal and no verdict: no green, no word of judgement", () => {
    expect(drawn(FIRST_VISIT)).not.toMatch(/--good|normal|neutral|weak|bad posture/i);
  });
});

describe("the plain variant, the only one a patient may see", () => {
  const plain = renderToStaticMarkup(<PullFigure plain />);

  test("names four places in everyday words and shows no finding", () => {
    for (const name of ["Front of hip", "Front of thigh", "Lower back", "Back of thigh"]) expect(plain).toContain(name);
    expect(plain).not.toMatch(/--bad|--front|--back|Short|Reduced|Painful|Not recorded|°/);
  });

  test("takes its names in another language", () => {
    const spanish = renderToStaticMarkup(
      <PullFigure plain names={{ hams: "Parte de atrás del muslo", front: "DELANTE", back: "DETRÁS" }} />,
    );
    expect(spanish).toContain("Parte de atrás del muslo");
    expect(spanish).not.toMatch(/Back of thigh|FRONT|BACK/);
  });
});

describe("in words", () => {
  test("says what is drawn, in the same order", () => {
    expect(describePull(FIRST_VISIT)).toBe(
      "Side view of pelvis, spine and thigh. Anterior pelvic tilt 16°, 2 Sep. Usual up to 8°. " +
        "Hip flexors: Short. Thomas hip L +6° R +5°. Quadriceps: Short. Erector spinae: Mild tension. " +
        "Hamstrings: Reduced strength · painful. Low back pain, worst 6 of 10.",
    );
    expect(drawn(FIRST_VISIT)).toContain('role="img"');
  });

  test("says what is not recorded", () => {
    expect(describePull({ tilt: null, usual: 8, lbp: null, muscles: {} })).toBe(
      "Side view of pelvis, spine and thigh. Pelvic tilt not recorded. Hip flexors: Not recorded. " +
        "Quadriceps: Not recorded. Erector spinae: Not recorded. Hamstrings: Not recorded.",
    );
  });
});

test("as an input it has one named button for each part", () => {
  const input = renderToStaticMarkup(<PullFigureInput {...FIRST_VISIT} w={344} labels="short" onChoose={() => {}} />);
  const names = [...input.matchAll(/<button[^>]*aria-label="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual([
    "Hip flexors, Short: go to its signs",
    "Quadriceps, Short: go to its signs",
    "Erector spinae, Mild tension: go to its signs",
    "Hamstrings, Reduced strength · painful: go to its signs",
    "Pelvis: go to its signs",
    "Low back: go to its signs",
  ]);
});
