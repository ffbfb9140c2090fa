import { expect, test } from "vitest";
import { sourceWords } from "./criterion-words";

test("sources are read as on screen", () => {
  expect(sourceWords("ely_tight")).toBe("Counterpoise default");
  expect(sourceWords(null)).toBe("");
});
