import { expect, test } from "vitest";
import { thingsNeeded } from "./things-needed";

test("a mat for three exercises is said once, and nothing is said for the walk", () => {
  expect(thingsNeeded(["mat", "strap, pillow", "", "mat", "strap"])).toEqual(["mat", "strap", "pillow"]);
});

test("a choice is left out when one of it is there anyway, and stays when none is", () => {
  expect(thingsNeeded(["foam roller", "ball or roller"])).toEqual(["foam roller"]);
  expect(thingsNeeded(["chair/box", "bench or chair", "chair"])).toEqual(["chair"]);
  expect(thingsNeeded(["sock or towel", "mat"])).toEqual(["sock or towel", "mat"]);
});

test("in Spanish too", () => {
  expect(
    thingsNeeded(["correa y almohada", "correa", "silla o caja", "silla", "compañero o punto fijo, y cojín"]),
  ).toEqual(["correa", "almohada", "silla", "compañero o punto fijo", "cojín"]);
});
