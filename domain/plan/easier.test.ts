import { describe, expect, test } from "vitest";
import { CONTRAINDICATIONS } from "@/domain/vocabulary/contraindications";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { catalogueItem } from "./catalogue";
import { startDose } from "./dose";
import { easierFor, type Planned } from "./easier";

const item = catalogueItem("bridge_sl");
if (item === null) throw new Error("the library lost its single-leg bridge");
const planned: Planned = {
  item,
  dose: { ...startDose(item.dose), per_week: 3, side: "L" },
  pain_limit: 2,
  limit_text: null,
  is_reduced: false,
};
const free = { conditions: [], blocked: false };
const to = exerciseById("bridge_sl").regress_to;

describe("the easier exercise on the phone", () => {
  test("is one step down the chain, as often as planned, and its pain limit never rises", () => {
    const easier = easierFor(planned, free, new Set(["bridge_sl"]));
    expect(easier?.exercise).toBe(to);
    expect(easier?.dose.per_week).toBe(3);
    expect(easier?.pain_limit).toBe(2);
  });

  test("is halved while a flare's smaller dose is in force", () => {
    const whole = easierFor(planned, free, new Set());
    const half = easierFor({ ...planned, is_reduced: true }, free, new Set());
    expect(half?.dose.sets).toBe(Math.ceil((whole?.dose.sets ?? 0) / 2));
  });

  test("isn't offered when it is in the plan already, a limit was set in words, or the plan is blocked", () => {
    expect(easierFor(planned, free, new Set([to ?? ""]))).toBeNull();
    expect(easierFor({ ...planned, limit_text: "not beyond 60°" }, free, new Set())).toBeNull();
    expect(easierFor(planned, { conditions: [], blocked: true }, new Set())).toBeNull();
  });

  test("isn't offered where any condition of the matrix hides or limits it; a caution leaves it", () => {
    const cells = CONTRAINDICATIONS.filter(({ exercise }) => exercise === to);
    expect(cells.length).toBeGreaterThan(0);
    for (const { condition } of cells) {
      const worst = cells.some((cell) => cell.condition === condition && cell.effect !== "caution");
      const offered = easierFor(planned, { conditions: [condition], blocked: false }, new Set()) !== null;
      expect(offered, condition).toBe(!worst);
    }
  });
});
