import { expect, test } from "vitest";
import type { Dose } from "@/domain/plan/dose";
import { doseWords, perWeekWords } from "./dose-words";

const dose: Dose = {
  sets: 3,
  reps: null,
  time_s: null,
  hold_s: null,
  tempo: null,
  effort_pct: null,
  load: null,
  per_week: 5,
  side: null,
  rest_s: 30,
};

test.each<[Partial<Dose>, string]>([
  [{ reps: 10, hold_s: 5 }, "3 × 10, hold 5 s"],
  [{ reps: 1, hold_s: 30, side: "each" }, "3 × 30 s, each side"],
  [{ sets: 2, time_s: 60, side: "each" }, "2 × 60 s, each side"],
  [{ sets: 1, time_s: 600 }, "10 min"],
  [{ sets: 3, reps: 8, load: { kind: "body_mass_pct", value: 10 } }, "3 × 8, 10 % of body mass"],
  [{ sets: 2, reps: 5, hold_s: 10, effort_pct: 25, side: "L" }, "2 × 5, hold 10 s, left, 25 % effort"],
  [{ sets: 1 }, ""],
])("%o reads %s", (parts, words) => {
  expect(doseWords({ ...dose, ...parts })).toBe(words);
});

test("Spanish says the same", () => {
  expect(doseWords({ ...dose, reps: 1, hold_s: 30, side: "each" }, "es")).toBe("3 × 30 s, cada lado");
  expect([perWeekWords(7, "es"), perWeekWords(5, "es")]).toEqual(["todos los días", "5 por semana"]);
});
