import { describe, expect, test } from "vitest";
import { z } from "zod";
import words from "@/messages/en/patient.json";
import { checkEpisode, episodeFields, episodeOf } from "./episode-fields";

const TODAY = "2026-10-15";
const schema = z.object(episodeFields(TODAY)).superRefine((typed, context) => checkEpisode(typed, TODAY, context));
const EMPTY = { elyL: "", elyR: "", lastWorstPain: "", hqL: "", hqR: "", lsiL: "", lsiR: "", maintainMethod: "" };
const TRANSFERRED = {
  ...EMPTY,
  ...{ complaint: "Back", onsetOn: "", startedOn: "2026-10-01", responsibleId: crypto.randomUUID() },
  ...{ transferred: "on", phase: "maintain", phaseSince: "2026-08-01" },
};
const read = (typed: Record<string, string>) => schema.safeParse({ ...TRANSFERRED, ...typed });
const faultsOf = (typed: Record<string, string>) => {
  const found = read(typed);
  return found.success ? {} : z.flattenError(found.error).fieldErrors;
};

describe("strength brought along into Maintain", () => {
  test.each([
    ["hqL", "0.55"],
    ["hqR", "0.55"],
    ["lsiL", "92"],
    ["lsiR", "0"],
  ])("%s of %s needs its method", (field, value) => {
    expect(faultsOf({ [field]: value })).toEqual({ maintainMethod: [words.faults.maintainMethod] });
  });

  test("is kept with its method; none at all needs none", () => {
    const found = read({ lsiL: "92", maintainMethod: "isometric_belt_90" });
    expect(found.success && episodeOf(found.data).transfer).toMatchObject({
      maintain_entry: { L: { lsi_ham_pct: 92, method: "isometric_belt_90" } },
    });
    expect(faultsOf({})).toEqual({});
  });

  test("is asked for in Maintain alone", () => {
    expect(faultsOf({ phase: "strengthen_2", hqL: "0.55" })).toEqual({});
  });
});
