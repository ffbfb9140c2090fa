import { describe, expect, test } from "vitest";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import type { Phase } from "@/domain/vocabulary/phases";
import { planShelf } from "./shelf";
import { inRelease } from "./testing/in-release";

const shelfIn = (phase: Phase, also: ExerciseId[] = []) =>
  planShelf({ ...inRelease, phase }, { outsideModel: false, own: [], also });

describe("a step easier", () => {
  test("of an open exercise is the next one down its chain", () => {
    const shelf = shelfIn("strengthen_2");
    expect(shelf.find(({ id }) => id === "bridge_sl")).toMatchObject({ allowed: true, easier: "bridge_dl_long" });
  });

  test.each<[ExerciseId, Phase, ExerciseId]>([
    ["bridge_sl", "release", "ham_iso_sub"],
    ["nordic", "strengthen_2", "swissball_curl"],
    ["stretch_couch", "strengthen_1", "stretch_quad_prone"],
  ])("of %s, set aside in %s, leads to what is open: %s", (exercise, phase, easier) => {
    const shelf = shelfIn(phase, [exercise]);
    expect(shelf.find(({ id }) => id === exercise)).toMatchObject({ allowed: false, easier });
    expect(shelf.find(({ id }) => id === easier)).toMatchObject({ allowed: true });
  });

  test("that is closed as well is there to step to, and stays closed", () => {
    const shelf = shelfIn("strengthen_1", ["stretch_tfl"]);
    expect(shelf.find(({ id }) => id === "stretch_tfl")).toMatchObject({ allowed: false, easier: "foam_tfl" });
    expect(shelf.find(({ id }) => id === "foam_tfl")).toMatchObject({ allowed: false });
    expect(shelfIn("strengthen_1").some(({ id }) => id === "foam_tfl")).toBe(false);
  });
});
