/** Where the figure's parts and the next best test lead: to the fields in which what is missing is entered, the likeliest first. */
import type { PullPart } from "@/components/figure/pull-figure-input";
import type { PullSide } from "@/components/figure/pull-words";
import type { NextBestTest } from "@/domain/progress/next-best-test";
import type { LimbSide, Side } from "@/domain/record";
import { draftPath } from "@/domain/visit/fields";
import { isMeasureId, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { isSignId, type SignId, signById, signSides } from "@/domain/vocabulary/signs";
import { SIGN_OF_PART } from "./sign-groups";

const LIMBS = ["L", "R"] as const;
const ONSET: SignId = "sudden_onset_posterior_thigh";

function placesOfSign(id: SignId, asked: Side): string[] {
  const has = signSides(signById(id));
  const sides = [...new Set<Side>([asked, "M", ...LIMBS])].filter((side) => has.includes(side));
  return sides.map((side) => draftPath.sign(id, side));
}

/** @param drawn the side on which the part is drawn where the worse one is; none is named where both are alike */
export const placesOfPart = (part: PullPart, side: PullSide, drawn: Side | undefined): string[] =>
  placesOfSign(SIGN_OF_PART[part], side === "worse" ? (drawn ?? "L") : side);

type Known = {
  /** What the draft holds; null is nothing. */
  value: (path: string) => unknown;
  /** Sides with a strain, or one that is suspected. */
  strained: readonly LimbSide[];
};

/** Ratios are computed: what they are made of is what one enters. */
function partsOf(test: string, side: LimbSide): string[] | null {
  const force = (id: "ham_force_n" | "quad_force_n", of: LimbSide) => draftPath.measure(id, of);
  const other = side === "L" ? "R" : "L";
  switch (test) {
    case "hq_ratio":
      return [force("ham_force_n", side), force("quad_force_n", side)];
    case "lsi_ham_pct":
      return [force("ham_force_n", side), force("ham_force_n", other)];
    case "ham_nm_kg":
      return [force("ham_force_n", side), draftPath.body("mass_kg")];
    case "quad_nm_kg":
      return [force("quad_force_n", side), draftPath.body("mass_kg")];
    case "hamstring_strength":
      return [force("ham_force_n", side)];
    default:
      return null;
  }
}

function placesOfMeasure(id: MeasureId, side: Side | null): string[] {
  const { sides } = measureById(id);
  const asked = side !== null && sides.includes(side) ? [side] : sides.includes("M") ? (["M"] as const) : sides;
  return asked.map((each) => draftPath.measure(id, each));
}

/** What holds nothing yet comes first; empty where nothing on the page answers the test. */
export function placesOfTest({ test, side }: Omit<NextBestTest, "because">, { value, strained }: Known): string[] {
  const isEmpty = (path: string) => value(path) === null;
  if (test === "onset_day") {
    const isDated = (path: string) => (value(path) as { onset_on?: string } | null)?.onset_on !== undefined;
    const places = (strained.length > 0 ? strained : LIMBS).map((limb) => draftPath.sign(ONSET, limb));
    return places.toSorted((a, b) => Number(isDated(a)) - Number(isDated(b)));
  }
  if (test === "function") {
    // The form that is begun, else the total.
    const begun = (["psfs", "rmdq"] as const).map(draftPath.questionnaire).filter((path) => !isEmpty(path));
    return [...begun, draftPath.measure("psfs_avg", "M"), draftPath.measure("rmdq_score", "M")];
  }
  if (isSignId(test)) return placesOfSign(test, side ?? "L");
  const places = partsOf(test, side === "R" ? "R" : "L") ?? (isMeasureId(test) ? placesOfMeasure(test, side) : []);
  return places.toSorted((a, b) => Number(isEmpty(b)) - Number(isEmpty(a)));
}
